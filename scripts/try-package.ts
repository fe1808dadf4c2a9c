/**
 * Installs the package as it would be published into empty projects, by each package manager that it is meant
 * for, and lets a program and a strict TypeScript consumer run: `npm run try:package [-- NAME …]`. Needs a registry.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CONSUMER, CONSUMER_CONFIG, TRIED_NOTICE } from './package-consumer.js';

/** pnpm 12 ends with status 1 unless it is said of every package with an install script whether it may run. */
const NO_BUILDS = ['nodejieba', 'msgpackr-extract', 'onnxruntime-node'].map(
  (name) => `--allow-build=!${name}`,
);

const PACKAGE_MANAGERS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  npm11: [['npx', '--yes', 'npm@11', 'install', '--ignore-scripts', '--no-audit', '--no-fund']],
  npm12: [['npx', '--yes', 'npm@12', 'install', '--no-audit', '--no-fund']],
  pnpm10: [['npx', '--yes', 'pnpm@10', 'add']],
  pnpm12: [['npx', '--yes', 'pnpm@12', 'add', ...NO_BUILDS]],
  yarn4: [['npx', '--yes', '--package=@yarnpkg/cli-dist@4', 'yarn', 'add']],
};
/** Bytes that the package may have. */
const MOST_BYTES = 8 * 2 ** 20;

function main(asked: readonly string[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'gongwen-package-'));
  let failed = 0;
  try {
    const [{ filename, size }] = packed(folder) as [{ filename: string; size: number }];
    process.stdout.write(`${filename}: ${size} bytes\n`);
    if (size > MOST_BYTES) throw new Error(`The package is larger than ${MOST_BYTES} bytes.`);
    for (const name of asked.length > 0 ? asked : Object.keys(PACKAGE_MANAGERS)) {
      const started = performance.now();
      try {
        tryIn(join(folder, name), join(folder, filename), PACKAGE_MANAGERS[name]!);
        const seconds = (performance.now() - started) / 1000;
        process.stdout.write(`${name}: installs, runs, compiles (${seconds.toFixed(0)} s)\n`);
      } catch (error) {
        failed++;
        const { message, stdout = '' } = error as Error & { stdout?: string };
        process.stdout.write(`${name}: FAILED\n${message}\n${stdout}\n`);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  process.exitCode = failed === 0 ? 0 : 1;
}

const packed = (folder: string): unknown => {
  const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  const packed: unknown = JSON.parse(execFileSync('npm', args, { encoding: 'utf8' }));
  // npm 12 gives an object by name.
  return Array.isArray(packed) ? packed : Object.values(packed as object);
};

function tryIn(project: string, tarball: string, commands: readonly (readonly string[])[]): void {
  mkdirSync(project);
  const manifest = { name: 'consumer', private: true, type: 'module' };
  writeFileSync(join(project, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(project, '.yarnrc.yml'), 'nodeLinker: node-modules\n');
  // Without it yarn takes the project for a part of one above.
  writeFileSync(join(project, 'yarn.lock'), '');
  writeFileSync(join(project, 'consumer.ts'), CONSUMER);
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify(CONSUMER_CONFIG));
  writeFileSync(join(project, 'notice.txt'), TRIED_NOTICE);
  const run = (command: string, args: readonly string[]): string =>
    execFileSync(command, args, { cwd: project, encoding: 'utf8', stdio: 'pipe' });
  for (const [command, ...args] of commands) {
    run(command!, [...args, `gongwen@file:${tarball}`, 'typescript@^7', '@types/node@^20']);
  }
  const bin = (name: string): string => join(project, 'node_modules', '.bin', name);
  run(bin('gongwen'), ['extract', 'notice.txt', '--out', 'out', '-q']);
  run(bin('tsc'), []);
  const printed = run(process.execPath, ['consumer.js']).trim();
  if (printed !== '2025-12-31') throw new Error(`The consumer says ${printed}.`);
}

main(process.argv.slice(2));
