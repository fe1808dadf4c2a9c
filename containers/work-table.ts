import { parse } from 'csv-parse/sync';
import { isWholeNotice } from '../pipeline/outline/notices/whole-notice.js';
import { delimiterOf } from '../pipeline/read/csv/delimiter.js';
import { headsWork } from '../pipeline/tables/written/work-head.js';
import { isTextColumn } from './columns.js';
import { decodedHead } from './tables.js';

/** Rows above a head that may hold a table's title, whom it is for, or what its numbers count. */
const MOST_TITLE_ROWS = 12;

/** Rows below the head that show what the cells hold. */
const MOST_ROWS = 40;

/**
 * Whether a table of text is itself a document, a table of work that a spreadsheet program has saved, and no
 * table of documents: one of its first rows has a head of bodies that are charged and two other known heads, and
 * the cells below it hold no whole notices.
 */
export function isWorkTable(head: Buffer): boolean {
  const text = decodedHead(head);
  const rows: string[][] = parse(text, {
    bom: true,
    delimiter: delimiterOf(text),
    relax_column_count: true,
    relax_quotes: true,
    skip_records_with_error: true,
    to: MOST_TITLE_ROWS + MOST_ROWS,
  });
  const heads = rows.slice(0, MOST_TITLE_ROWS).findIndex(headsWork);
  return heads >= 0 && !holdsNotices(rows, heads);
}

/** Whether most cells of a column that is called as those of documents' words are hold whole notices. */
function holdsNotices(rows: readonly string[][], heads: number): boolean {
  const column = rows[heads]!.findIndex(isTextColumn);
  if (column < 0) return false;
  const cells = rows.slice(heads + 1).flatMap((row) => row[column]?.trim() || []);
  return cells.filter(isWholeNotice).length * 2 > cells.length;
}
