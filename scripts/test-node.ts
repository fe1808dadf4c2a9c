/**
 * Runs the tests on several versions of Node.js, which npm brings: `npm run test:node [-- VERSION…] [FILE…]`,
 * on all that are served where none is named. What is compiled in our dependencies is for Node-API and
 * serves all of them.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const VERSIONS = ['20', '22', '24', '26'];
const VITEST = join(
  dirname(createRequire(import.meta.url).resolve('vitest/package.json')),
  'vitest.mjs',
);

/** The command before the arguments of a Node.js of that version: this one where it is it. */
const nodeOf = (version: string): readonly string[] =>
  process.versions.node.startsWith(`${version}.`)
    ? [process.execPath]
    : ['npm', 'exec', '--yes', '--package', `node@${version}`, '--', 'node'];

function run(version: string, args: readonly string[], show: boolean) {
  const [program, ...before] = nodeOf(version) as [string, ...string[]];
  return spawnSync(program, [...before, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', show ? 'inherit' : 'pipe', 'inherit'],
  });
}

/** Whether the tests pass on a version; it is said with which one of it. */
function passesOn(version: string, files: readonly string[]): boolean {
  const found = run(version, ['-p', 'process.versions.node'], false).stdout?.trim() ?? '';
  if (!found.startsWith(`${version}.`)) {
    process.stdout.write(`Node.js ${version}: npm brings none; allow the install script of node\n`);
    return false;
  }
  process.stdout.write(`Node.js ${found}\n`);
  return run(version, [VITEST, 'run', ...files], true).status === 0;
}

const args = process.argv.slice(2);
const named = args.filter((argument) => /^\d+$/.test(argument));
const files = args.filter((argument) => !named.includes(argument));
const results = (named.length > 0 ? named : VERSIONS).map((version) => ({
  version,
  passed: passesOn(version, files),
}));
for (const { version, passed } of results) {
  process.stdout.write(`Node.js ${version}: ${passed ? 'passed' : 'failed'}\n`);
}
process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;
