import { execFileSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it, test } from 'vitest';
import { type Extraction, Extractor, extract } from '../../library/index.js';
import type { DocumentRecord, Reject, Task } from '../../schemas/index.js';
import { extract as extractDataset } from '../../workers/extract.js';
import { READABLE } from '../../workers/find-inputs.js';
import { membersApart } from '../../workers/member-process.js';
import { listOf, tarOf, zipOf } from '../containers/fixtures/packed.js';
import { extractOptions } from '../workers/fixtures/extract-options.js';
import { folderOf, rowsOf } from '../workers/fixtures/folders.js';

const notice = (number: number): string =>
  `关于做好第${number}期供水工作的通知\n\n一、主要任务\n（一）2025年底前改造管网${number}公里。（责任单位：市水务局）\n`;
const row = (number: number, more: object = {}): string =>
  JSON.stringify({ content: notice(number), ...more });

const extractor = new Extractor({ jobs: 2 });
afterAll(() => extractor.close());

const urisOf = ({ documents }: Extraction): string[] => documents.map(({ source }) => source.uri);
const codesOf = ({ rejects }: Extraction): string[][] =>
  rejects.map(({ uri, code }) => [uri, code]);

/** An archive with all that can go right and wrong in it. */
const mixed = async (): Promise<Buffer> =>
  zipOf({
    '甲.txt': notice(1),
    'b/库.jsonl': [row(2, { id: 7, 标题: '另一个标题' }), '{', row(3)].join('\n'),
    'c.tar.gz': gzipSync(await tarOf({ '丁.txt': notice(4) })),
    '又一份甲.txt': notice(1),
    'd.exe': 'x',
    'e.txt': '',
  });

describe.each(['processes', 'thread'] as const)('an archive read in %s', (run) => {
  it('gives what a dataset that is made from it has', async () => {
    const bytes = await mixed();
    const folder = folderOf({});
    const path = join(folder, 'a.zip');
    writeFileSync(path, bytes);
    const { converter: _, ...options } = extractOptions([path], join(folder, 'out'));
    const events = { found: () => {}, finished: () => {}, childSays: () => {} };
    await extractDataset({ ...options, timeout: 600 }, events, new AbortController().signal);
    const stands = <Row>(table: string): Row[] => rowsOf<Row>(join(folder, 'out'), table);

    const one = run === 'thread' ? new Extractor({ run }) : extractor;
    const read = await one.extract(bytes, { name: path });
    expect(read.tasks).toEqual(stands<Task>('tasks'));
    expect(read.documents).toEqual(stands<DocumentRecord>('documents'));
    const byUri = (rejects: readonly Reject[]) => rejects.map(({ uri, code }) => `${uri} ${code}`);
    expect(byUri(read.rejects).sort()).toEqual(byUri(stands<Reject>('rejects')).sort());
    expect(urisOf(read).map((uri) => uri.slice(folder.length))).toEqual([
      '/a.zip!/b/库.jsonl#1',
      '/a.zip!/b/库.jsonl#3',
      '/a.zip!/c.tar.gz!/丁.txt',
      '/a.zip!/又一份甲.txt',
    ]);
    expect(read.rejects.map(({ code }) => code).sort()).toEqual([
      ...['bad_row', 'duplicate_input', 'empty', 'unsupported_format'],
    ]);
    expect(read.documents[0]!.source.meta).toEqual({ id: 7, 标题: '另一个标题' });
    expect(read.documents[0]!.warnings.map(({ code }) => code)).toContain('column_differs');
    expect(await one.extract(path)).toEqual(read);
  });
});

test('columns are named where their names do not tell', async () => {
  const table = `编号,甲栏,乙栏\n1,"${notice(5)}",x\n`;
  const read = async (options: object): Promise<Extraction> =>
    extractor.extract(Buffer.from(table), { name: 'a.csv', ...options });
  expect(codesOf(await read({}))).toEqual([['a.csv', 'no_text_column']]);
  const { documents, tasks } = await read({ textField: '甲栏', metaFields: ['编号'] });
  expect(documents[0]!.source).toMatchObject({ uri: 'a.csv#1', meta: { 编号: '1' } });
  expect(tasks[0]!.title).toBe('2025年底前改造管网5公里');
  const page = `编号,甲栏\n1,<p>${notice(6).replaceAll('\n', '</p><p>')}</p>\n`;
  const html = await extractor.extract(Buffer.from(page), { name: 'a.csv', htmlField: '甲栏' });
  expect(html.documents[0]!.source.format).toBe('html');
});

test('a container is held to a number of members, and to its bytes when unpacked', async () => {
  const rows = Buffer.from([1, 2, 3].map((number) => row(number)).join('\n'));
  const few = new Extractor({ run: 'thread', maxMembers: 2 });
  const read = await few.extract(rows, { name: 'a.jsonl' });
  expect([urisOf(read), codesOf(read)]).toEqual([
    ['a.jsonl#1', 'a.jsonl#2'],
    [['a.jsonl', 'too_many_members']],
  ]);
  const bomb = gzipSync(Buffer.alloc(2 ** 20, '\n'));
  const small = new Extractor({ run: 'thread', maxBytes: 2 ** 14 });
  const refused = await small.extract(bomb, { name: 'a.jsonl.gz' });
  expect(codesOf(refused)).toEqual([['a.jsonl.gz', 'too_many_members']]);
  const large = await small.extract(Buffer.alloc(2 ** 14 + 1, '\n'), { name: 'a.jsonl' });
  expect(codesOf(large)).toEqual([['a.jsonl', 'too_large']]);
});

test('a work table is a document, whatever it ends in', async () => {
  const table = '重点任务表,,\n序号,任务内容,牵头单位\n1,建设平台,市数据局\n2,改造管网,市水务局\n';
  const { documents, tasks } = await extract(Buffer.from(table), { name: 'a.csv', run: 'thread' });
  expect(documents[0]!.source.uri).toBe('a.csv');
  expect(tasks.map(({ lead_units }) => lead_units)).toEqual([['市数据局'], ['市水务局']]);
});

describe('a container that cannot be opened costs itself alone', () => {
  const OPTIONS = { maxBytes: 2 ** 24, readable: READABLE };
  const folder = folderOf({});
  const pipe = join(folder, 'a.jsonl');
  execFileSync('mkfifo', [pipe]);

  it('where it hangs', async () => {
    const container = { uri: 'a.jsonl', path: pipe };
    const limits = { timeout: 1, maxMemory: 64 };
    const members = await listOf(membersApart(container, OPTIONS, limits));
    expect(members.map(({ reject }) => reject?.code)).toEqual(['timeout']);
  });

  it('where it takes too much memory', async () => {
    const content = Buffer.from(`{"a":[${'[],'.repeat(4e6)}0]}`);
    const container = { uri: 'a.jsonl', path: '', content };
    const limits = { timeout: 600, maxMemory: 32 };
    const members = await listOf(membersApart(container, OPTIONS, limits));
    expect(members.map(({ reject }) => reject?.code)).toEqual(['out_of_memory']);
  });

  it('and an aborted call ends the process that is at it', async () => {
    const controller = new AbortController();
    const container = { uri: 'a.jsonl', path: pipe };
    const limits = { timeout: 600, maxMemory: 64 };
    const members = membersApart(container, OPTIONS, limits, controller.signal);
    const first = members.next();
    controller.abort(new Error('enough'));
    await expect(first).rejects.toThrow('enough');
  });
});

test('child processes leave no folders behind', async () => {
  const temporary = folderOf({});
  const before = process.env.TMPDIR;
  process.env.TMPDIR = temporary;
  try {
    await extractor.extract(await mixed(), { name: 'a.zip' });
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  expect(readdirSync(temporary)).toEqual([]);
});

test('a mail gives its body and what is attached', async () => {
  const mail = [
    ...['From: a@example.org', 'MIME-Version: 1.0'],
    ...['Content-Type: multipart/mixed; boundary=x', '', '--x'],
    ...['Content-Type: text/plain; charset=utf-8', '', notice(7), '--x'],
    ...['Content-Type: text/plain; charset=utf-8; name="a.txt"'],
    ...['Content-Disposition: attachment; filename="a.txt"', '', notice(8), '--x--', ''],
  ].join('\r\n');
  const read = await extractor.extract(Buffer.from(mail), { name: 'a.eml' });
  expect(urisOf(read)).toEqual(['a.eml!/a.txt', 'a.eml#body.txt']);
});
