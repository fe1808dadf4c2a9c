import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type ExtractOptions, type ExtractSummary, extract } from '../../workers/extract.js';
import { extractOptions } from './fixtures/extract-options.js';
import { datasetFiles, folderOf, runScript } from './fixtures/folders.js';

const SILENT = { found: () => {}, finished: () => {}, childSays: () => {} };
const run = (options: ExtractOptions): Promise<ExtractSummary> =>
  extract(options, SILENT, new AbortController().signal);

const slowFiles = (count: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `in/${index}.txt`,
      `slow ${index}\n1.办${index}件\n`,
    ]),
  );

const cachedOf = ({ inputs }: ExtractSummary): boolean[] => inputs.map(({ cached }) => cached);

const replaceIn = (file: string, said: string, says: string): void =>
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(said, says));

function storeEntries(out: string): string[] {
  const store = join(out, '.gongwen', 'store');
  if (!existsSync(store)) return [];
  const names = readdirSync(store, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.ndjson')).map((name) => join(store, name));
}

test('a second run does only what is new', async () => {
  const folder = folderOf(slowFiles(3));
  const options = extractOptions([join(folder, 'in')], join(folder, 'out'));
  expect(cachedOf(await run(options))).toEqual([false, false, false]);
  const before = datasetFiles(options.out);
  expect(cachedOf(await run(options))).toEqual([true, true, true]);
  expect(datasetFiles(options.out)).toEqual(before);
  writeFileSync(join(folder, 'in/1.txt'), 'changed\n');
  expect(cachedOf(await run(options))).toEqual([true, false, true]);
  expect(cachedOf(await run({ ...options, force: true }))).toEqual([false, false, false]);
  const tokens = { ...options.convert, tokens: true };
  expect(cachedOf(await run({ ...options, convert: tokens }))).toEqual([false, false, false]);
});

test('a run that would give what stands touches nothing', async () => {
  const folder = folderOf(slowFiles(2));
  const options = extractOptions([join(folder, 'in')], join(folder, 'out'));
  const first = await run(options);
  const made = () =>
    ['run.json', 'tasks.jsonl'].map((name) => statSync(join(options.out, name)).ino);
  const before = made();
  const second = await run(options);
  expect(made()).toEqual(before);
  expect(second.counts).toEqual(first.counts);
  expect(second.rejects).toEqual(first.rejects);
});

test.each<[string, (folder: string) => void]>([
  ['a file of the dataset is gone', (folder) => rmSync(join(folder, 'out/tasks.jsonl'))],
  ['its text is gone', (folder) => rmSync(join(folder, 'out/texts'), { recursive: true })],
  [
    'a record has another value of the same length',
    (folder) => replaceIn(join(folder, 'out/tasks.jsonl'), '办0件', '办9件'),
  ],
  ['no snapshot is the latest', (folder) => rmSync(join(folder, 'out/latest'))],
  [
    'an input of the same length says something else',
    (folder) => writeFileSync(join(folder, 'in/1.txt'), 'slow 1\n1.办9件\n'),
  ],
])('the dataset is made anew where %s', async (_, disturb) => {
  const folder = folderOf(slowFiles(2));
  const options = extractOptions([join(folder, 'in')], join(folder, 'out'));
  await run(options);
  const before = statSync(join(options.out, 'run.json')).ino;
  disturb(folder);
  await run(options);
  expect(statSync(join(options.out, 'run.json')).ino).not.toBe(before);
  expect(readFileSync(join(options.out, 'tasks.jsonl'), 'utf8').length).toBeGreaterThan(100);
});

test('a snapshot that was changed in place is told of', async () => {
  const folder = folderOf(slowFiles(2));
  const options = extractOptions([join(folder, 'in')], join(folder, 'out'));
  await run(options);
  truncateSync(join(folder, 'out/tasks.jsonl'), 3);
  await expect(run(options)).rejects.toThrow(/newest snapshot .* is damaged.* Delete its folder/);
});

test('a damaged entry is computed again', async () => {
  const folder = folderOf(slowFiles(2));
  const options = extractOptions([join(folder, 'in')], join(folder, 'out'));
  await run(options);
  const before = datasetFiles(options.out);
  const entries = storeEntries(options.out);
  expect(entries).toHaveLength(2);
  writeFileSync(entries[0]!, readFileSync(entries[0]!, 'utf8').replace('办', '改'));
  writeFileSync(entries[1]!, readFileSync(entries[1]!).subarray(0, 90));
  rmSync(join(options.out, 'datapackage.json'));
  expect(cachedOf(await run(options))).toEqual([false, false]);
  expect(datasetFiles(options.out)).toEqual(before);
});

test('texts of an earlier run do not stay', async () => {
  const folder = folderOf(slowFiles(3));
  const options = extractOptions([join(folder, 'in')], join(folder, 'out'));
  await run(options);
  rmSync(join(folder, 'in/2.txt'));
  await run(options);
  expect(readdirSync(join(options.out, 'texts'))).toHaveLength(2);
  expect(readdirSync(join(options.out, '.gongwen'))).toEqual(['made-from.ndjson', 'store']);
});

test('a run that is killed is carried on, and the dataset is that of an undisturbed one', async () => {
  const folder = folderOf(slowFiles(12));
  const out = join(folder, 'out');
  let finished = 0;
  const script = 'test/workers/fixtures/run-extract.ts';
  await runScript(script, [join(folder, 'in'), out, '2'], {
    onOutput: (text, signal) => {
      finished += text.match(/\.txt\n/g)?.length ?? 0;
      if (finished >= 3) signal('SIGKILL');
    },
  });
  expect(existsSync(join(out, 'datapackage.json'))).toBe(false);
  const kept = storeEntries(out).length;
  expect(kept).toBeGreaterThanOrEqual(3);
  expect(kept).toBeLessThan(12);
  const carriedOn = await run(extractOptions([join(folder, 'in')], out));
  expect(cachedOf(carriedOn).filter(Boolean).length).toBeGreaterThanOrEqual(3);
  const undisturbed = extractOptions([join(folder, 'in')], join(folder, 'undisturbed'));
  await run(undisturbed);
  expect(datasetFiles(out)).toEqual(datasetFiles(undisturbed.out));
});
