import { mayHeadColumn } from '../../lexicon/column-heads.js';
import { filled, type RawRow } from './raw-rows.js';

const SERIAL_HEAD = /^(?:序号|编号|项次|序)$/;
const LONGEST_HEAD = 16;
const MOST_HEADER_ROWS = 3;

/** Whether words count rows: 序号. */
export const isSerialHead = (text: string): boolean => SERIAL_HEAD.test(text);

/** Whether words may head a column: known ones, or a year. */
export const isHead = (text: string | null): boolean =>
  text !== null && text.length <= LONGEST_HEAD && mayHeadColumn(text);

/** How many rows from `from` on name the columns: up to three, the deeper ones under the first. */
export function headerRowsAt(rows: readonly RawRow[], from = 0): number {
  if (!namesColumns(rows[from], 2)) return 0;
  const serial = SERIAL_HEAD.test(rows[from]!.cells[0]?.text ?? '');
  let count = 1;
  while (count < MOST_HEADER_ROWS) {
    const row = rows[from + count];
    if (!namesColumns(row, 1) || (serial && row!.cells[0]!.text !== '')) break;
    if (!serial && !fillsGaps(rows[from]!, row!)) break;
    count++;
  }
  return count;
}

/** Whether a row's cells are heads of columns, at least `least` of them. */
function namesColumns(row: RawRow | undefined, least: number): boolean {
  if (row === undefined) return false;
  const heads = row.cells.filter((cell) => cell.text !== '');
  if (heads.length < least) return false;
  if (heads.some(({ text }) => text.length > LONGEST_HEAD || /[。；，]|^\d{1,3}$/.test(text)))
    return false;
  if (least > 1 && SERIAL_HEAD.test(heads[0]!.text)) return true;
  const known = heads.filter(({ text }) => mayHeadColumn(text)).length;
  return known * 2 >= heads.length && known >= Math.min(2, least);
}

/** Whether the upper row leaves heads empty that the lower row gives: a head over several columns. */
function fillsGaps(upper: RawRow, lower: RawRow): boolean {
  return lower.cells.some(
    ({ text }, column) => text !== '' && (upper.cells[column]?.text ?? '') === '',
  );
}

/** Whether the rows from `from` on repeat the header. */
export function repeatsHeader(
  header: readonly RawRow[],
  rows: readonly RawRow[],
  from: number,
): boolean {
  if (header.length === 0 || from + header.length > rows.length) return false;
  return header.every((row, index) => sameCells(row, rows[from + index]!));
}

function sameCells(first: RawRow, second: RawRow): boolean {
  const words = (row: RawRow): string =>
    row.cells
      .map((cell) => cell.text)
      .join('\t')
      .trimEnd();
  return words(first) === words(second);
}

/** Whether the first column counts the rows. */
export const countsRows = (header: readonly RawRow[]): boolean =>
  SERIAL_HEAD.test(header[0]?.cells[0]?.text ?? '');

/** Whether the rows can be the head and body of a table that nothing else vouches for. */
export function looksLikeTable(header: readonly RawRow[], body: readonly RawRow[]): boolean {
  const wide = body.filter((row) => filled(row.cells) >= 2);
  if (header.length > 0 && wide.length >= 1) return true;
  if (wide.length < 3 || wide.filter(isContentsLine).length * 2 > wide.length) return false;
  return wide.filter((row) => filled(row.cells) >= 3).length * 2 > body.length;
}

/** A line of a table of contents: `一、总体要求……\t3`. */
function isContentsLine(row: RawRow): boolean {
  const cells = row.cells.filter((cell) => cell.text !== '');
  const page = cells.at(-1)!.text;
  return (
    cells.length <= 3 && /^[—\-(（]?\d{1,4}[—\-)）]?$/.test(page) && !/^\d+$/.test(cells[0]!.text)
  );
}
