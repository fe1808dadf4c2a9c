import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { apiDigest, pageDigest } from '../../scripts/api-docs.js';
import { stalePages } from '../../scripts/docs.js';
import { shippedPackages } from '../../scripts/licence-docs.js';
import { CONSUMER, CONSUMER_CONFIG, TRIED_NOTICE } from '../../scripts/package-consumer.js';
import { folderOf } from '../workers/fixtures/folders.js';

const run = (command: string, args: readonly string[], cwd: string): string =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: 'pipe' });

test('the package holds what a strict consumer compiles and runs with, and no more than 8 MB', () => {
  const project = folderOf({ 'consumer.ts': CONSUMER, 'notice.txt': TRIED_NOTICE });
  const packing = ['pack', '--ignore-scripts', '--json', '--pack-destination', project];
  const told = JSON.parse(run('npm', packing, process.cwd())) as object;
  const [{ filename, size, files }] = Object.values(told) as [
    { filename: string; size: number; files: { path: string }[] },
  ];
  expect(size).toBeLessThan(8e6);
  const paths = files.map(({ path }) => path);
  expect(paths.filter((path) => /^(?:test|bench|scripts|samples)\/|\.ts$/.test(path))).toEqual(
    paths.filter((path) => path.endsWith('.d.ts')),
  );
  expect(paths).toEqual(expect.arrayContaining(['LICENSE', 'dist/program/licences.txt']));

  // What a package manager would do, without a registry: the packages are those of this checkout.
  const modules = join(project, 'node_modules');
  mkdirSync(join(modules, 'gongwen'), { recursive: true });
  run('tar', ['-xzf', filename, '--strip-components=1', '-C', 'node_modules/gongwen'], project);
  for (const name of readdirSync('node_modules')) {
    if (!name.startsWith('.')) symlinkSync(resolve('node_modules', name), join(modules, name));
  }
  writeFileSync(join(project, 'package.json'), '{"type":"module"}');
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify(CONSUMER_CONFIG));
  const program = join(modules, 'gongwen/dist/cli/main.js');
  run(process.execPath, [program, 'extract', 'notice.txt', '--out', 'out', '-q'], project);
  run(process.execPath, [resolve('node_modules/typescript/bin/tsc')], project);
  expect(run(process.execPath, ['consumer.js'], project)).toBe('2025-12-31\n');
});

test('each package that is installed with it has a licence that lets it be', () => {
  const free = /^\(?(?:MIT|ISC|Apache-2\.0|BSD-[23]-Clause|BlueOak-1\.0\.0|0BSD|MIT-0)\b/;
  const packages = shippedPackages();
  expect(packages.length).toBeGreaterThan(100);
  expect(packages.filter(({ licence }) => !free.test(licence))).toEqual([]);
});

test('the page of the library is made from the sources that stand: npm run docs:api', () => {
  expect(pageDigest()).toBe(apiDigest());
});

test('pages that are made from the code are those of the code', async () => {
  expect(await stalePages()).toEqual([]);
});

test('the licences of what is bundled stand beside it', () => {
  for (const path of ['dist/program/licences.txt', 'dist/report/licences.txt']) {
    expect(existsSync(path)).toBe(true);
  }
});
