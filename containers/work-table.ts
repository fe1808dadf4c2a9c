import { parse } from 'csv-parse/sync';
import { delimiterOf } from '../pipeline/read/csv/delimiter.js';
import { headsWork } from '../pipeline/tables/written/work-head.js';
import { decodedHead } from './tables.js';

/** Rows above a head that may hold a table's title, whom it is for, or what its numbers count. */
const MOST_TITLE_ROWS = 12;

/**
 * Whether a table of text is itself a document, a table of work that a spreadsheet program has saved, and no
 * table of documents: one of its first rows has a head of bodies that are charged and two other known heads.
 */
export function isWorkTable(head: Buffer): boolean {
  const text = decodedHead(head);
  const rows: string[][] = parse(text, {
    bom: true,
    delimiter: delimiterOf(text),
    relax_column_count: true,
    relax_quotes: true,
    skip_records_with_error: true,
    to: MOST_TITLE_ROWS,
  });
  return rows.some(headsWork);
}
