import { extname } from 'node:path';

export type ContainerKind =
  | 'zip'
  | 'gzip'
  | 'tar'
  | 'parquet'
  | 'warc'
  | 'mail'
  | 'json-lines'
  | 'csv';

/** Extensions of containers. */
export const CONTAINER_EXTENSIONS: readonly string[] = [
  ...['.zip', '.gz', '.tgz', '.tar', '.parquet', '.warc'],
  ...['.eml', '.mht', '.mhtml', '.jsonl', '.ndjson', '.csv', '.tsv'],
];

const MAIL_HEAD = /^(?:[A-Za-z][\w-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)+/;

/** What kind of container bytes are, told by the first of them and, for tables of text, by name. */
export function containerKind(head: Buffer, name: string): ContainerKind | null {
  const start = head.toString('latin1', 0, 4);
  if (start === 'PK\x03\x04' || start === 'PK\x05\x06') return 'zip';
  if (start.startsWith('\x1f\x8b')) return 'gzip';
  if (start === 'PAR1') return 'parquet';
  if (head.toString('latin1', 257, 262) === 'ustar') return 'tar';
  const text = head.toString('latin1');
  if (/^WARC\/1\.\d\r?\n/.test(text)) return 'warc';
  if (isMail(text)) return 'mail';
  const extension = extname(name).toLowerCase();
  if (extension === '.csv' || extension === '.tsv') return 'csv';
  return extension === '.jsonl' || extension === '.ndjson' ? 'json-lines' : null;
}

function isMail(text: string): boolean {
  const [head] = MAIL_HEAD.exec(text.slice(0, 16_384).replaceAll('\r\n', '\n')) ?? [];
  if (head === undefined) return false;
  return /^content-type:/im.test(head) && /^(?:mime-version|from|message-id):/im.test(head);
}
