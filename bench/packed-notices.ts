import { createWriteStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { pack } from 'tar-stream';
import { ZipFile } from 'yazl';

/** A way to pack small notices, with one broken row or member behind them. */
export interface PackedForm {
  /** Its ending. */
  readonly name: string;
  write(path: string, documents: number): Promise<void>;
}

const BODIES = ['市教育局', '市水务局', '市民政局', '市商务局', '市数据局', '市文旅局'];
const WORKS = ['改造管网', '新建校舍', '修缮泵站', '整治河道', '铺设电缆', '更新公交'];

/** A notice of 300 to 800 bytes; no two are equal. */
function noticeOf(index: number): string {
  const items = Array.from({ length: 2 + (index % 4) }, (_, at) => {
    const works = WORKS[(index + at) % WORKS.length]!;
    const body = BODIES[(index * 7 + at) % BODIES.length]!;
    const year = 2024 + ((index + at) % 5);
    return `（${'一二三四五'[at]}）${works}。${year}年底前${works}${10 + ((index + at * 13) % 90)}公里。（责任单位：${body}）`;
  });
  return [
    `示例市关于做好第${index + 1}期民生实事的通知`,
    '各有关单位：',
    '一、主要任务',
    ...items,
    `示例市人民政府办公室\n2024年${1 + (index % 12)}月${1 + (index % 28)}日`,
  ].join('\n\n');
}

const fileName = (index: number): string => `${String(index).padStart(6, '0')}.txt`;

/** The notices as files of a folder. */
export function writeFiles(folder: string, documents: number): void {
  for (let index = 0; index < documents; index++) {
    writeFileSync(join(folder, fileName(index)), noticeOf(index));
  }
}

function* rows(documents: number): Generator<readonly [number, string]> {
  for (let index = 0; index < documents; index++) yield [index, noticeOf(index)];
}

const jsonLine = (index: number, content: string): string =>
  `${JSON.stringify({ id: index, content })}\n`;

async function writeText(path: string, pieces: Iterable<string>): Promise<void> {
  await pipeline(Readable.from(pieces), createWriteStream(path));
}

async function writeParquet(path: string, documents: number): Promise<void> {
  const lines = `${path}.jsonl`;
  await writeText(lines, mapped(documents, jsonLine, '{"id":-1,"content":null}\n'));
  const connection = await (await DuckDBInstance.create()).connect();
  await connection.run(
    `copy (select * from read_json('${lines}', columns = {id: 'BIGINT', content: 'VARCHAR'}, format = 'newline_delimited')) to '${path}' (format parquet)`,
  );
  connection.closeSync();
}

function* mapped(
  documents: number,
  map: (index: number, content: string) => string,
  broken: string,
): Generator<string> {
  for (const [index, content] of rows(documents)) yield map(index, content);
  yield broken;
}

async function writeZip(path: string, documents: number): Promise<void> {
  const zip = new ZipFile();
  for (const [index, content] of rows(documents)) {
    zip.addBuffer(Buffer.from(content), fileName(index));
  }
  zip.addBuffer(Buffer.alloc(0), 'broken.txt');
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
}

async function writeTar(path: string, documents: number): Promise<void> {
  const tar = pack();
  const written = pipeline(tar, createGzip(), createWriteStream(path));
  for (const [index, content] of rows(documents)) {
    await new Promise((done) => tar.entry({ name: fileName(index) }, content, done));
  }
  tar.entry({ name: 'broken.txt' }, '');
  tar.finalize();
  await written;
}

function warcRecord(index: number, content: string): string {
  const answer = `HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${content}`;
  return [
    'WARC/1.0',
    'WARC-Type: response',
    `WARC-Target-URI: http://example.org/${index}`,
    'WARC-Date: 2024-01-01T00:00:00Z',
    `WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-${String(index).padStart(12, '0')}>`,
    'Content-Type: application/http; msgtype=response',
    `Content-Length: ${Buffer.byteLength(answer)}`,
    '',
    `${answer}\r\n\r\n`,
  ].join('\r\n');
}

export const PACKED_FORMS: readonly PackedForm[] = [
  { name: 'jsonl', write: (path, n) => writeText(path, mapped(n, jsonLine, '{"content":\n')) },
  {
    name: 'csv',
    write: (path, n) => {
      const row = (index: number, content: string): string => `${index},"${content}"\n`;
      return writeText(path, ['id,content\n', ...mapped(n, row, 'broken\n')]);
    },
  },
  { name: 'parquet', write: writeParquet },
  { name: 'zip', write: writeZip },
  { name: 'tar.gz', write: writeTar },
  {
    name: 'warc',
    write: (path, n) => writeText(path, mapped(n, warcRecord, warcRecord(999_999_999, ''))),
  },
];
