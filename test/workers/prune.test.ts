import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { extract } from '../../workers/extract.js';
import { prune } from '../../workers/prune.js';
import { extractOptions } from './fixtures/extract-options.js';
import { datasetFiles, folderOf } from './fixtures/folders.js';

const SILENT = { found: () => {}, finished: () => {}, childSays: () => {} };
/** No process has this id: it is above the highest that Linux gives. */
const GONE = 4_194_305;

test('what neither the dataset nor a snapshot was made from goes, and a dry run only says it', async () => {
  const folder = folderOf({
    'in/a.txt': '1.办一件\n',
    'in/b.txt': '1.办两件\n',
    'in/c.txt': '1.办三件\n',
  });
  const out = join(folder, 'out');
  const options = { ...extractOptions([join(folder, 'in')], out), snapshot: false };
  const run = () => extract(options, SILENT, new AbortController().signal);
  await run();
  const results = (): number =>
    readdirSync(join(out, '.gongwen/store'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ndjson'),
    ).length;
  rmSync(join(folder, 'in/b.txt'));
  await extract({ ...options, snapshot: true }, SILENT, new AbortController().signal);
  rmSync(join(folder, 'in/c.txt'));
  await run();
  writeFileSync(join(out, '.gongwen', `running-${GONE}`), 'x');
  const before = datasetFiles(out);
  expect(results()).toBe(3);
  const asked = { datasets: [out], store: null };
  const dry = await prune({ ...asked, dryRun: true });
  expect(results()).toBe(3);
  // b is in no snapshot, c is in one.
  expect(dry).toMatchObject({
    results: { files: 1 },
    kept: { files: 2 },
    leftovers: { files: 1, bytes: 1 },
  });
  expect(dry.results.bytes).toBeGreaterThan(100);
  expect(await prune({ ...asked, dryRun: false })).toEqual(dry);
  expect(results()).toBe(2);
  expect(existsSync(join(out, '.gongwen', `running-${GONE}`))).toBe(false);
  expect(datasetFiles(out)).toEqual(before);
  expect(await prune({ ...asked, dryRun: false })).toMatchObject({ results: { files: 0 } });
});

test('where it is not known what a folder needs, or a run is at work, nothing goes', async () => {
  const folder = folderOf({ 'in/a.txt': '1.办一件\n' });
  const out = join(folder, 'out');
  const asked = { datasets: [out], store: null, dryRun: false };
  await expect(prune(asked)).rejects.toThrow('not known what its dataset was made from');
  await extract(extractOptions([join(folder, 'in')], out), SILENT, new AbortController().signal);
  const claim = join(out, '.gongwen', `running-${process.ppid}`);
  writeFileSync(claim, '');
  await expect(prune(asked)).rejects.toThrow(`process ${process.ppid}`);
  rmSync(claim);
  const [snapshot] = readdirSync(join(out, 'snapshots'));
  writeFileSync(join(out, 'snapshots', snapshot!, 'run.json'), '{');
  await expect(prune(asked)).rejects.toThrow(`${snapshot}/run.json cannot be read`);
});

test('results of an input stay where the record of the run does not say what opened it', async () => {
  const folder = folderOf({ 'in/a.txt': '1.办一件\n', 'in/b.txt': '1.办两件\n' });
  const out = join(folder, 'out');
  const options = { ...extractOptions([join(folder, 'in')], out), snapshot: false };
  const convert = { ...options.convert, password: '春风' };
  const opened = { ...options, convert };
  await extract(opened, SILENT, new AbortController().signal);
  rmSync(join(folder, 'in/b.txt'));
  await extract(opened, SILENT, new AbortController().signal);
  expect(await prune({ datasets: [out], store: null, dryRun: false })).toMatchObject({
    results: { files: 1 },
    kept: { files: 1 },
  });
  writeFileSync(join(folder, 'in/c.txt'), '1.办三件\n');
  const { inputs } = await extract(opened, SILENT, new AbortController().signal);
  expect(inputs.map(({ cached }) => cached)).toEqual([true, false]);
});

test('a run says that it is at work, and no more once it has ended', async () => {
  const folder = folderOf({ 'in/a.txt': '1.办一件\n' });
  const out = join(folder, 'out');
  const options = extractOptions([join(folder, 'in')], out);
  let during: string[] = [];
  const finished = (): void => {
    during = readdirSync(join(out, '.gongwen'));
  };
  await extract(options, { ...SILENT, finished }, new AbortController().signal);
  expect(during).toContain(`running-${process.pid}`);
  expect(readdirSync(join(out, '.gongwen')).sort()).toEqual(['made-from.ndjson', 'store']);
});

test('what a shared store was given in the last day stays', async () => {
  const folder = folderOf({ 'in/a.txt': '1.办一件\n', 'in/b.txt': '1.办两件\n' });
  const out = join(folder, 'out');
  const store = join(folder, 'store');
  const options = { ...extractOptions([join(folder, 'in')], out), store, snapshot: false };
  await extract(options, SILENT, new AbortController().signal);
  rmSync(join(folder, 'in/b.txt'));
  await extract(options, SILENT, new AbortController().signal);
  expect(await prune({ datasets: [out], store, dryRun: true })).toMatchObject({
    results: { files: 0 },
    kept: { files: 2 },
  });
});
