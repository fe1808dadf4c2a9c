import { execFileSync } from 'node:child_process';
import { unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Reject } from '../../schemas/index.js';
import { ExtractError, type ExtractOptions, extract } from '../../workers/extract.js';
import { extractOptions } from './fixtures/extract-options.js';
import { datasetFiles, folderOf, rowsOf } from './fixtures/folders.js';

const NOTICE = '关于做好工作的通知\n\n一、主要任务\n1.优化政务服务。（责任单位：市商务委）\n';

/** Runs the real pipeline; `changed` may touch the files after they are listed. */
async function rejectsOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  how: Partial<ExtractOptions> & { changed?: (folder: string) => void } = {},
): Promise<{ codes: Record<string, string>; documents: number; out: string }> {
  const folder = folderOf(files);
  const { converter: _, ...options } = extractOptions([join(folder, 'in')], join(folder, 'out'));
  const { changed, ...others } = how;
  const summary = await extract(
    { ...options, ...others },
    { found: () => changed?.(folder), finished: () => {}, childSays: () => {} },
    new AbortController().signal,
  );
  const rejects = rowsOf<Reject>(options.out, 'rejects');
  const codes = rejects.map(({ uri, code }) => [uri.slice(folder.length + 4), code]);
  for (const { message } of rejects) expect(message.length).toBeGreaterThan(20);
  return {
    codes: Object.fromEntries(codes),
    documents: summary.counts.documents,
    out: options.out,
  };
}

test('bad files are rejects, and the good ones go on', async () => {
  const { codes, documents } = await rejectsOf({
    'in/good.txt': NOTICE,
    'in/empty.txt': '',
    'in/blank.txt': ' \n\n',
    'in/binary.txt': Uint8Array.from([0, 1, 2, 3, 0, 255, 0, 7]),
    'in/picture.gif': 'PNG',
    'in/line\nbreak "quoted".txt': '',
    'in/large.txt': 'x'.repeat(2 ** 20 + 1),
  });
  expect(documents).toBe(1);
  expect(codes).toEqual({
    'empty.txt': 'empty',
    'blank.txt': 'empty',
    'binary.txt': 'binary',
    'picture.gif': 'unsupported_format',
    'line\nbreak "quoted".txt': 'empty',
    'large.txt': 'too_large',
  });
});

test('a wrong encoding that is forced is said', async () => {
  const convert = { encoding: 'utf-16le', tokens: false, redactContacts: false };
  const { codes, documents } = await rejectsOf({ 'in/utf8.txt': NOTICE }, { convert });
  expect({ codes, documents }).toEqual({ codes: { 'utf8.txt': 'bad_encoding' }, documents: 0 });
});

test('a file that goes away between listing and reading is missing', async () => {
  const { codes, documents } = await rejectsOf(
    { 'in/a.txt': NOTICE, 'in/b.txt': 'b' },
    { changed: (folder) => unlinkSync(join(folder, 'in/b.txt')) },
  );
  expect({ codes, documents }).toEqual({ codes: { 'b.txt': 'missing' }, documents: 1 });
});

test('a pipe is no file and does not hang the run', async () => {
  const folder = folderOf({ 'in/a.txt': NOTICE });
  execFileSync('mkfifo', [join(folder, 'in/pipe.txt')]);
  const { converter: _, ...options } = extractOptions([join(folder, 'in')], join(folder, 'out'));
  const events = { found: () => {}, finished: () => {}, childSays: () => {} };
  const summary = await extract(options, events, new AbortController().signal);
  expect(summary.rejects.map(({ code }) => code)).toEqual(['not_a_file']);
});

test('ten thousand nested brackets and a line of a million characters are read', async () => {
  const { codes } = await rejectsOf({
    'in/brackets.txt': `${NOTICE}2.${'（'.repeat(10_000)}市商务委${'）'.repeat(10_000)}\n`,
    'in/open.txt': `${NOTICE}2.${'（责任单位：'.repeat(5_000)}\n`,
    'in/line.txt': '推进政务服务'.repeat(40_000),
  });
  expect(codes).toEqual({});
});

test('the same bytes twice: the first by name stands, the other is told of it', async () => {
  const { codes, documents, out } = await rejectsOf({ 'in/a.txt': NOTICE, 'in/b.txt': NOTICE });
  expect({ codes, documents }).toEqual({ codes: { 'b.txt': 'duplicate_input' }, documents: 1 });
  expect(rowsOf<Reject>(out, 'rejects')[0]!.message).toContain('in/a.txt');
});

test('one child or two, the dataset is the same', async () => {
  const files: Record<string, string> = { 'in/x.pdf': '', 'in/y.txt': '' };
  for (let index = 1; index < 8; index++) files[`in/${index}.txt`] = `${NOTICE}${index}.办事。\n`;
  const folder = folderOf(files);
  const { converter: _, ...options } = extractOptions([join(folder, 'in')], join(folder, 'out'));
  const events = { found: () => {}, finished: () => {}, childSays: () => {} };
  const datasets = [];
  for (const jobs of [1, 2]) {
    const out = join(folder, `out${jobs}`);
    await extract({ ...options, jobs, out }, events, new AbortController().signal);
    datasets.push(datasetFiles(out));
  }
  expect(datasets[0]).toEqual(datasets[1]);
  expect(Object.keys(datasets[0]!)).toContain('datapackage.json');
});

test('wrong environment end the run before it begins', async () => {
  const folder = folderOf({ 'in/a.txt': NOTICE, file: '' });
  const options = extractOptions([join(folder, 'in')], join(folder, 'file', 'out'));
  const events = { found: () => {}, finished: () => {}, childSays: () => {} };
  const run = (others: Partial<ExtractOptions>) =>
    extract({ ...options, ...others }, events, new AbortController().signal);
  await expect(run({})).rejects.toThrow(/Cannot write/);
  await expect(run({ store: join(folder, 'file'), out: join(folder, 'o') })).rejects.toThrow(
    ExtractError,
  );
  await expect(run({ paths: [join(folder, 'nowhere')] })).rejects.toThrow(/No such file/);
  await expect(run({ out: folder, paths: [join(folder, 'in')] })).rejects.toThrow(
    /lies in the output folder/,
  );
});
