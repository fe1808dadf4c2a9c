import { extname } from 'node:path';
import type { ColumnOptions } from './columns.js';
import { isWorkTable } from './work-table.js';

export type ContainerKind =
  | 'zip'
  | 'gzip'
  | 'tar'
  | 'parquet'
  | 'warc'
  | 'mail'
  | 'json-lines'
  | 'csv';

/** Extensions of tables of text: containers, or documents themselves. */
export const TABLE_EXTENSIONS: readonly string[] = ['.csv', '.tsv'];

/** Extensions of containers. */
export const CONTAINER_EXTENSIONS: readonly string[] = [
  ...['.zip', '.gz', '.tgz', '.tar', '.parquet', '.warc'],
  ...['.eml', '.mht', '.mhtml', '.jsonl', '.ndjson', ...TABLE_EXTENSIONS],
];

const MAIL_HEAD = /^(?:[A-Za-z][\w-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)+/;

/**
 * What kind of container bytes are, told by the first of them and, for tables of text, by name. Where nobody says
 * which column holds the documents, a table of work is none: it is a document.
 */
export function containerKind(
  head: Buffer,
  name: string,
  { textField, htmlField }: ColumnOptions,
): ContainerKind | null {
  const start = head.toString('latin1', 0, 4);
  if (start === 'PK\x03\x04' || start === 'PK\x05\x06') return 'zip';
  if (start.startsWith('\x1f\x8b')) return 'gzip';
  if (start === 'PAR1') return 'parquet';
  if (head.toString('latin1', 257, 262) === 'ustar') return 'tar';
  const text = head.toString('latin1');
  if (/^WARC\/1\.\d\r?\n/.test(text)) return 'warc';
  if (isMail(text)) return 'mail';
  const extension = extname(name).toLowerCase();
  if (TABLE_EXTENSIONS.includes(extension)) {
    const asked = textField !== undefined || htmlField !== undefined;
    return !asked && isWorkTable(head) ? null : 'csv';
  }
  return extension === '.jsonl' || extension === '.ndjson' ? 'json-lines' : null;
}

function isMail(text: string): boolean {
  const [head] = MAIL_HEAD.exec(text.slice(0, 16_384).replaceAll('\r\n', '\n')) ?? [];
  if (head === undefined) return false;
  return /^content-type:/im.test(head) && /^(?:mime-version|from|message-id):/im.test(head);
}
