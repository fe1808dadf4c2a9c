import { parse } from 'csv-parse';
import { delimiterOf } from '../pipeline/read/csv/delimiter.js';
import { decodeText } from '../pipeline/read/encoding/decode.js';
import { type ColumnOptions, type Columns, columnsOf, documentOf, metaOf } from './columns.js';
import { type Content, piecesOf } from './content.js';
import { byteLines } from './lines.js';
import type { Member } from './member.js';

/** The documents of a table of JSON Lines, a row each; a blank line is no row. */
export async function* jsonLinesMembers(
  content: Content,
  options: ColumnOptions,
  memberBytes: number,
): AsyncGenerator<Member> {
  let columns: Columns | null = null;
  let number = 0;
  for await (const line of byteLines(piecesOf(content), 4 * memberBytes)) {
    number++;
    const address = `#${number}`;
    const row = rowOf(line);
    if (row === undefined) continue;
    if (row === null) {
      yield { address, wrong: { code: 'bad_row', says: 'no JSON object' } };
      continue;
    }
    columns ??= columnsOf(Object.keys(row), options);
    yield memberOf(row, columns, address);
  }
}

function rowOf(line: Buffer): Record<string, unknown> | null | undefined {
  const text = line
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trim();
  if (text === '') return undefined;
  try {
    const value: unknown = JSON.parse(text);
    const isRow = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isRow ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** The documents of a table with columns parted by commas, semicolons, bars or tabs, in UTF-8 or GB18030. */
export async function* csvMembers(
  content: Content,
  head: Buffer,
  options: ColumnOptions,
): AsyncGenerator<Member> {
  const encoding = encodingOf(wholeLines(head));
  const delimiter = delimiterOf(decodedHead(head));
  const parser = parse({ bom: true, delimiter, relax_column_count: true, skip_empty_lines: true });
  const feed = decoded(piecesOf(content), encoding);
  const rows = rowsThrough(parser, feed);
  let names: string[] | null = null;
  let columns: Columns | null = null;
  let number = 0;
  for await (const cells of rows) {
    if (names === null || columns === null) {
      names = cells;
      columns = columnsOf(names, options);
      continue;
    }
    const address = `#${++number}`;
    if (cells.length !== names.length) {
      const says = `${cells.length} cells below ${names.length} heads`;
      yield { address, wrong: { code: 'bad_row', says } };
      continue;
    }
    yield memberOf(
      Object.fromEntries(names.map((name, at) => [name, cells[at]])),
      columns,
      address,
    );
  }
}

/** A row as the member that it is. */
export function memberOf(
  row: Readonly<Record<string, unknown>>,
  columns: Columns,
  address: string,
): Member {
  const content = documentOf(row[columns.field], columns);
  if (content === null) {
    return { address, wrong: { code: 'bad_row', says: `${columns.field}: no words` } };
  }
  return { address, content, meta: metaOf(row, columns) };
}

/** The words at the head of a table, up to the last line that is whole. */
export function decodedHead(head: Buffer): string {
  const whole = wholeLines(head);
  return new TextDecoder(encodingOf(whole)).decode(whole);
}

/** The head up to its last line end: a character may be cut there. */
const wholeLines = (head: Buffer): Buffer => {
  const end = head.lastIndexOf(10);
  return end > 0 ? head.subarray(0, end) : head;
};

/** Few words do not show that they are GB18030, which is what tables in no Unicode are in. */
function encodingOf(head: Buffer): string {
  try {
    return decodeText(head, null).encoding;
  } catch {
    return 'gb18030';
  }
}

async function* decoded(
  stream: AsyncIterable<Uint8Array>,
  encoding: string,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of stream) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

async function* rowsThrough(
  parser: ReturnType<typeof parse>,
  feed: AsyncIterable<string>,
): AsyncGenerator<string[]> {
  const { Readable } = await import('node:stream');
  const source = Readable.from(feed);
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  try {
    for await (const cells of parser) yield cells as string[];
  } finally {
    source.destroy();
  }
}
