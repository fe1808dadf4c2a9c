import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../cli/commands.js';
import { folderOf, runScript } from '../workers/fixtures/folders.js';

/** What runs the sources of the project; the compiled program does without. */
const LOADERS = new Set(['tsx', 'esbuild']);
const ROOT = new URL('../..', import.meta.url).href;

/** The library that a path lies in. */
const libraryOf = (path: string): string[] =>
  /\/node_modules\/(?!.*\/node_modules\/)([^/]+)/.exec(path)?.slice(1) ?? [];

/** The modules of the project, and the libraries, that a command loads. */
async function loadedBy(args: readonly string[]): Promise<{ ours: string[]; libraries: string[] }> {
  const folder = folderOf({});
  await runScript('cli/main.ts', args, { env: { NODE_V8_COVERAGE: folder } });
  const urls = readdirSync(folder).flatMap((name) => {
    const { result } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
      result: { url: string }[];
    };
    return result.map(({ url }) => url).filter((url) => url.startsWith('file:'));
  });
  const paths = [...new Set(urls)].map((url) => fileURLToPath(url));
  const root = fileURLToPath(ROOT);
  return {
    ours: paths
      .filter((path) => path.startsWith(root) && !path.includes('/node_modules/'))
      .map((path) => path.slice(root.length))
      .sort(),
    libraries: [...new Set(paths.flatMap(libraryOf))].filter((name) => !LOADERS.has(name)),
  };
}

test.each([
  ['--version', ['--version']],
  ['--help', ['--help']],
])('%s loads nothing but the list of commands and what hears signals', async (_, args) => {
  expect(await loadedBy(args)).toEqual({
    ours: [
      ...['cli/commands.ts', 'cli/exit-status.ts', 'cli/interruption.ts', 'cli/main.ts'],
      ...['cli/supervised.ts', 'pipeline/version.ts'],
    ],
    libraries: ['commander'],
  });
});

test('every command has the name and the summary of the list', async () => {
  const { Command } = await import('commander');
  for (const [name, { summary, load }] of Object.entries(COMMANDS)) {
    const command = (await load())(new Command());
    expect(command.name()).toBe(name);
    expect(summary).toMatch(/^[a-z].*[^.]$/);
  }
});
