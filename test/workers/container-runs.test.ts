import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { DocumentRecord, Task } from '../../schemas/index.js';
import { extract } from '../../workers/extract.js';
import { compareUris } from '../../workers/uri-order.js';
import { extractOptions } from './fixtures/extract-options.js';
import { folderOf, rowsOf } from './fixtures/folders.js';

const notice = (number: number): string =>
  `关于做好第${number}期供水工作的通知\n\n一、主要任务\n（一）2025年底前改造管网${number}公里。（责任单位：市水务局）\n`;
const EVENTS = { found: () => {}, finished: () => {}, childSays: () => {} };

async function run(path: string, out: string, keywords = true) {
  const { converter: _, ...options } = extractOptions([path], out);
  const convert = { ...options.convert, keywords };
  return extract({ ...options, timeout: 600, convert }, EVENTS, new AbortController().signal);
}

test('rows give the records that files give, rejects of their own, and a second run touches nothing', async () => {
  const rows = [1, 2, 3].map((number) =>
    JSON.stringify({
      content: notice(number),
      title: number === 2 ? '另一个标题' : '',
      page: number,
    }),
  );
  const folder = folderOf({
    'files/1.txt': notice(1),
    'files/2.txt': notice(2),
    'files/3.txt': notice(3),
    'c.jsonl': [...rows, '{'].join('\n'),
  });
  await run(join(folder, 'files'), join(folder, 'a'));
  const summary = await run(join(folder, 'c.jsonl'), join(folder, 'b'));
  const tasksOf = (out: string): Task[] => rowsOf<Task>(join(folder, out), 'tasks');
  expect(tasksOf('b')).toEqual(tasksOf('a'));
  expect(summary.rejects.map(({ uri, code }) => [uri.slice(-8), code])).toEqual([
    ['.jsonl#4', 'bad_row'],
  ]);
  const documents = rowsOf<DocumentRecord>(join(folder, 'b'), 'documents');
  expect(documents.map(({ source }) => source.meta?.page)).toEqual([1, 2, 3]);
  expect(documents.map(({ warnings }) => warnings.map(({ code }) => code))).toEqual([
    [],
    ['column_differs'],
    [],
  ]);
  expect((await run(join(folder, 'c.jsonl'), join(folder, 'b'))).existing).toBe(true);
});

test('without words to cut, records have no keywords and are the same otherwise', async () => {
  const folder = folderOf({ 'a.txt': notice(1) });
  await run(join(folder, 'a.txt'), join(folder, 'with'));
  await run(join(folder, 'a.txt'), join(folder, 'without'), false);
  const [with_] = rowsOf<Task>(join(folder, 'with'), 'tasks');
  const [without] = rowsOf<Task>(join(folder, 'without'), 'tasks');
  expect(with_!.keywords.length).toBeGreaterThan(0);
  expect(without).toEqual({ ...with_, keywords: [] });
  const record = JSON.parse(readFileSync(join(folder, 'without/run.json'), 'utf8'));
  expect(record.notes[0]).toContain('npm approve-scripts nodejieba');
});

test('rows stand in the order of their numbers', () => {
  const uris = ['b', 'a.jsonl#10', 'a.jsonl#2', 'a.jsonl', 'a.zip!/c#1'];
  expect([...uris].sort(compareUris)).toEqual([
    'a.jsonl',
    'a.jsonl#2',
    'a.jsonl#10',
    'a.zip!/c#1',
    'b',
  ]);
});

test('an input that is gone is gone from the dataset, also where a container stays', async () => {
  const folder = folderOf({
    'in/1.txt': notice(1),
    'in/2.txt': notice(2),
    'in/bad.pdf': '%PDF-1.4 cut off',
    'in/c.jsonl': [3, 4].map((number) => JSON.stringify({ content: notice(number) })).join('\n'),
  });
  const [inputs, out] = [join(folder, 'in'), join(folder, 'out')];
  await run(inputs, out);
  rmSync(join(inputs, '2.txt'));
  rmSync(join(inputs, 'bad.pdf'));
  const summary = await run(inputs, out);
  expect(summary).toMatchObject({ existing: false, rejects: [] });
  const documents = rowsOf<DocumentRecord>(out, 'documents');
  expect(documents.map(({ source }) => source.uri.slice(inputs.length))).toEqual([
    '/1.txt',
    '/c.jsonl#1',
    '/c.jsonl#2',
  ]);
  expect((await run(inputs, out)).existing).toBe(true);
});
