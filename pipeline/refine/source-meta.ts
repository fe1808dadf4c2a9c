import {
  type DocumentRecord,
  type SourceMeta,
  type Warning,
  warningOf,
} from '../../schemas/index.js';
import { RECORD_COLUMNS } from '../lexicon/data/record-columns.js';

/**
 * The document with what its row says of it. Where a column gives another title, number or date than
 * was read, that is a warning: the text has the last word.
 */
export function withMeta(document: DocumentRecord, meta: SourceMeta): DocumentRecord {
  const read = {
    title: document.title || null,
    number: document.doc_number,
    date: document.issued_on,
  };
  const warnings: Warning[] = [];
  for (const [column, value] of Object.entries(meta)) {
    for (const [field, words] of Object.entries(read)) {
      const names: readonly string[] = RECORD_COLUMNS[field as keyof typeof read];
      if (!names.includes(column.trim().toLowerCase()) || words === null || !value) continue;
      if (isSame(plain(String(value), field), plain(words, field), field)) continue;
      warnings.push(warningOf('column_differs', null, `${column}：${value} ≠ ${words}`));
    }
  }
  const source = { ...document.source, meta };
  return { ...document, source, warnings: [...document.warnings, ...warnings] };
}

/** The fewest characters of a title that stand for the whole: lists cut them or leave the body out. */
const LEAST_OF_TITLE = 6;

function isSame(column: string, read: string, field: string): boolean {
  if (column === read) return true;
  const part = column.replace(/(?:…|\.{3})+$/, '');
  if (field !== 'title' || Math.min(part.length, read.length) < LEAST_OF_TITLE) return false;
  return read.includes(part) || part.includes(read);
}

const DATE = /(\d{4})\D{0,2}(\d{1,2})\D{0,2}(\d{1,2})/;

/** Without what differs in writing alone. */
function plain(words: string, field: string): string {
  if (field !== 'date') return words.normalize('NFKC').replace(/[\s《》〔〕［］[\]()]/g, '');
  const [, year, month, day] = DATE.exec(words) ?? [];
  return `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
}
