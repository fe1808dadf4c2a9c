import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { type ExpandOptions, expand, isContainer } from '../../containers/expand.js';
import { CONTAINER_LIMITS } from '../../containers/limits.js';
import type { Member } from '../../containers/member.js';
import { listOf, tarOf, zipOf } from './fixtures/packed.js';

const READABLE = new Set(['.txt', '.docx', '.html']);
const OPTIONS: ExpandOptions = { maxBytes: 2 ** 20, readable: READABLE };

async function membersOf(
  name: string,
  bytes: Uint8Array | string,
  options: Partial<ExpandOptions> = {},
): Promise<Member[]> {
  const members: Member[] = [];
  const content = { name, bytes: Buffer.from(bytes) };
  for await (const member of expand(content, { ...OPTIONS, ...options })) members.push(member);
  return members;
}

/** What members say in short: address and words, or address and code. */
const short = (members: readonly Member[]): string[][] =>
  members.map(({ address, content, wrong }) => [
    address,
    wrong ? wrong.code : Buffer.from(content).toString(),
  ]);

describe('JSON Lines', () => {
  it('gives a document a row; a broken row and one without words are rejects of their own', async () => {
    const lines = [
      '{"content":"甲","url":"u1","n":3}',
      '',
      '{"content":',
      '{"content":" ","url":"u4"}',
      '{"content":"乙","url":"u5","n":{"a":1}}',
    ];
    const members = await membersOf('a.jsonl', `\uFEFF${lines.join('\n')}`);
    expect(short(members)).toEqual([
      ['#1', '甲'],
      ['#3', 'bad_row'],
      ['#4', 'bad_row'],
      ['#5', '乙'],
    ]);
    expect(members.map((member) => member.wrong ?? member.meta)).toMatchObject([
      { url: 'u1', n: 3 },
      {},
      {},
      { url: 'u5', n: '{"a":1}' },
    ]);
  });

  it('says where no column, or more than one, could be the document', async () => {
    const codes = async (row: object, options?: Partial<ExpandOptions>) =>
      short(await membersOf('a.jsonl', JSON.stringify(row), options));
    expect(await codes({ note: '甲', url: 'u' })).toEqual([['', 'no_text_column']]);
    expect(await codes({ content: '甲', text: '乙' })).toEqual([['', 'no_text_column']]);
    expect(await codes({ content: '甲', text: '乙' }, { textField: 'text' })).toEqual([
      ['#1', '乙'],
    ]);
    expect(await codes({ note: '甲' }, { textField: 'body' })).toEqual([['', 'no_text_column']]);
  });

  it('keeps the columns that are asked for', async () => {
    const row = JSON.stringify({ id: 7, content: '甲', a: 1, b: 2 });
    const [member] = await membersOf('a.jsonl', row, { metaFields: ['a'], idField: 'id' });
    expect(member).toMatchObject({ meta: { id: 7, a: 1 } });
    expect(member).not.toHaveProperty('meta.b');
  });

  it('makes a piece of HTML a page', async () => {
    const [member] = await membersOf('a.jsonl', '{"content_html":"<p>甲</p>"}');
    expect(Buffer.from(member!.content!).toString()).toMatch(/^<!DOCTYPE html>.*<p>甲<\/p>/);
  });
});

describe('CSV', () => {
  it('reads quoted cells over lines, and a row of another width is a reject', async () => {
    const csv = '标题,正文\r\nA,"甲\n乙"\r\nB\r\nC,丙\r\n';
    expect(short(await membersOf('a.csv', csv))).toEqual([
      ['#1', '甲\n乙'],
      ['#2', 'bad_row'],
      ['#3', '丙'],
    ]);
  });

  it('reads GB18030', async () => {
    // 标题,正文 / A,供水
    const bytes = Buffer.from('b1eacce22cd5fdcec40a412cb9a9cbae0a', 'hex');
    expect(short(await membersOf('a.csv', bytes))).toEqual([['#1', '供水']]);
  });
});

it('Parquet gives a document a row, in order', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'gongwen-')), 'a.parquet');
  const connection = await (await DuckDBInstance.create()).connect();
  await connection.run(
    `copy (select * from (values (1, '甲'), (2, '乙'), (3, null)) as t(id, content)) to '${path}' (format parquet)`,
  );
  const members = await listOf(expand({ name: 'a.parquet', path }, OPTIONS));
  expect(short(members)).toEqual([
    ['#1', '甲'],
    ['#2', '乙'],
    ['#3', 'bad_row'],
  ]);
  expect(members[1]).toMatchObject({ meta: { id: 2 } });
});

describe('nothing in it', () => {
  it.each([
    ['a.jsonl', ''],
    ['a.jsonl', '\n \n'],
    ['a.csv', ''],
    ['a.tsv', ''],
    ['a.csv', 'title,content\n'],
  ])('%s of %j is a reject', async (name, text) => {
    expect(short(await membersOf(name, text))).toEqual([['', 'empty']]);
  });

  it('takes what has a row or a file', async () => {
    expect(short(await membersOf('a.csv', 'title,content\n甲,乙\n'))).toEqual([['#1', '乙']]);
    expect(short(await membersOf('a.zip', await zipOf({})))).toEqual([['', 'empty']]);
  });
});

describe('archives', () => {
  it('give their files, and those of archives inside; what has no reader is a reject', async () => {
    const inner = await zipOf({ '乙.txt': '乙' });
    const zip = await zipOf({
      'a/甲.txt': '甲',
      'a/b.exe': 'x',
      '__MACOSX/a/._甲.txt': 'x',
      'c.zip': inner,
    });
    expect(short(await membersOf('a.zip', zip))).toEqual([
      ['!/a/甲.txt', '甲'],
      ['!/a/b.exe', 'unsupported_format'],
      ['!/c.zip!/乙.txt', '乙'],
    ]);
  });

  it('TAR.GZ and GZ are unpacked as they are read', async () => {
    const tar = gzipSync(await tarOf({ './甲.txt': '甲', 'b/乙.txt': '乙' }));
    expect(short(await membersOf('a.tar.gz', tar))).toEqual([
      ['!/甲.txt', '甲'],
      ['!/b/乙.txt', '乙'],
    ]);
    expect(short(await membersOf('甲.txt.gz', gzipSync('甲')))).toEqual([['!/甲.txt', '甲']]);
    expect(short(await membersOf('c.jsonl.gz', gzipSync('{"text":"甲"}')))).toEqual([['#1', '甲']]);
  });

  it('a cut archive gives what stands before the cut, and one reject', async () => {
    const tar = gzipSync(await tarOf({ '甲.txt': '甲'.repeat(500), '乙.txt': '乙' }));
    const members = await membersOf('a.tgz', tar.subarray(0, tar.length - 20));
    expect(members.at(-1)).toMatchObject({ wrong: { code: 'damaged' } });
    const cut = (await zipOf({ '甲.txt': '甲' })).subarray(0, 30);
    expect(short(await membersOf('a.zip', cut))).toEqual([['', 'damaged']]);
  });

  it('are held to limits on members, depth, bytes and ratio', async () => {
    const limited = async (limits: object, options: object = {}): Promise<string[]> => {
      const zip = await zipOf({
        'a.txt': '甲',
        'b.txt': '乙乙',
        'c.zip': await zipOf({ 'd.txt': '丁' }),
      });
      const all = { ...options, limits: { ...CONTAINER_LIMITS, ...limits } };
      return short(await membersOf('a.zip', zip, all)).map(([, says]) => says!);
    };
    expect(await limited({})).toEqual(['甲', '乙乙', '丁']);
    expect(await limited({ members: 1 })).toEqual(['甲', 'too_many_members']);
    expect(await limited({ depth: 1 })).toEqual(['甲', '乙乙', 'too_many_members']);
    expect(await limited({ totalBytes: 8 })).toEqual(['甲', 'too_many_members']);
    expect(await limited({}, { maxBytes: 4 })).toEqual(['甲', 'too_large', 'too_large']);
    const bomb = await zipOf({ 'a.txt': new Uint8Array(5 * 2 ** 20) });
    expect(short(await membersOf('a.zip', bomb, { maxBytes: 2 ** 24 }))).toEqual([
      ['!/a.txt', 'unsafe_archive'],
    ]);
  });

  it('an office file is a document and no archive', async () => {
    const office = await zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<x/>' });
    expect(await isContainer({ name: 'a.bin', bytes: office }, {})).toBe(false);
    expect(await isContainer({ name: 'a.bin', bytes: await zipOf({ 'a.txt': '甲' }) }, {})).toBe(
      true,
    );
  });
});

describe('tables of work', () => {
  const WORK = '重点任务表,,\n序号,任务内容,牵头单位\n1,建设平台,市数据局\n';
  const CORPUS = '标题,发布单位,内容\n通知,市数据局,第一条\n';

  it('are documents, where nobody says which column holds them', async () => {
    const work = { name: 'a.csv', bytes: Buffer.from(WORK) };
    expect(await isContainer(work, {})).toBe(false);
    expect(await isContainer(work, { textField: '任务内容' })).toBe(true);
    expect(await isContainer({ name: 'a.csv', bytes: Buffer.from(CORPUS) }, {})).toBe(true);
  });

  it('lie in archives as well', async () => {
    const zip = await zipOf({ '表.csv': WORK, '库.csv': CORPUS });
    expect(short(await membersOf('a.zip', zip))).toEqual([
      ['!/表.csv', WORK],
      ['!/库.csv#1', '第一条'],
    ]);
  });
});

describe('mails and web archives', () => {
  it('a mail gives its body and what is attached', async () => {
    const mail = [
      'From: a@example.org',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=x',
      '',
      '--x',
      'Content-Type: text/plain; charset=utf-8',
      '',
      '请查收',
      '--x',
      'Content-Type: text/plain; name="a.txt"',
      'Content-Disposition: attachment; filename="a.txt"',
      '',
      '甲',
      '--x--',
      '',
    ].join('\r\n');
    const members = short(await membersOf('a.eml', mail));
    expect(members.map(([address, words]) => [address, words!.trim()])).toEqual([
      ['#body.txt', '请查收'],
      ['!/a.txt', '甲'],
    ]);
  });

  it('a web archive gives the answers that are documents, with address and time', async () => {
    const record = (type: string, body: string): string => {
      const http = `HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n\r\n${body}`;
      return [
        'WARC/1.0',
        'WARC-Type: response',
        'WARC-Target-URI: http://example.org/1',
        'WARC-Date: 2024-01-01T00:00:00Z',
        'WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>',
        'Content-Type: application/http; msgtype=response',
        `Content-Length: ${Buffer.byteLength(http)}`,
        '',
        `${http}\r\n\r\n`,
      ].join('\r\n');
    };
    const warc = record('image/png', 'x') + record('text/plain; charset=utf-8', '甲');
    const members = await membersOf('a.warc', warc);
    expect(short(members)).toEqual([['#2', '甲']]);
    expect(members[0]).toMatchObject({ charset: 'utf-8', meta: { url: 'http://example.org/1' } });
  });
});

it('names in GBK are read', async () => {
  const zip = await zipOf({ 'ABCD.txt': '甲' });
  // The same with 供水.txt in GBK in the place of the name, and without the sign of UTF-8.
  const bytes = Buffer.from(zip);
  for (let at = bytes.indexOf('ABCD.txt'); at >= 0; at = bytes.indexOf('ABCD.txt', at)) {
    Buffer.from('b9a9cbae', 'hex').copy(bytes, at);
  }
  for (const [signature, flags] of [
    ['PK\x03\x04', 6],
    ['PK\x01\x02', 8],
  ] as const) {
    bytes.writeUInt16LE(
      bytes.readUInt16LE(bytes.indexOf(signature) + flags) & ~0x800,
      bytes.indexOf(signature) + flags,
    );
  }
  const path = join(mkdtempSync(join(tmpdir(), 'gongwen-')), 'a.zip');
  writeFileSync(path, bytes);
  const members = await listOf(expand({ name: 'a.zip', path }, OPTIONS));
  expect(short(members)).toEqual([['!/供水.txt', '甲']]);
});
