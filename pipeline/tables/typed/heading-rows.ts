import { filled, joinCells, type RawCell, type RawRow } from './raw-rows.js';

/** `一、优化准入`, `（一）…`, `第一章`. */
const LABEL = /^(?:第?[一二三四五六七八九十]+[、章节部]|[（(][一二三四五六七八九十]+[)）])/;
/** A label alone in the column of numbers: `一 | 优化准入`. */
const LABEL_ALONE = /^(?:[一二三四五六七八九十]+、?|[（(][一二三四五六七八九十]+[)）])$/;
const LONGEST_HEADING = 60;

/**
 * The rows that head those below them: one cell with a heading's label, or the label in the column
 * of numbers and the heading beside it. In a table without numbers, only where the other rows' cells
 * have no such labels themselves.
 *
 * @returns for each row its heading, or null.
 */
export function headingsOf(rows: readonly RawRow[], counted: boolean): (RawCell | null)[] {
  const headings = rows.map((row) => headingOf(row, counted));
  if (counted) return headings;
  const plain = rows.filter((_, index) => headings[index] === null);
  const labelled = plain.filter((row) => row.cells.some((cell) => LABEL.test(cell.text)));
  return labelled.length * 5 <= plain.length && plain.length * 2 >= rows.length
    ? headings
    : rows.map(() => null);
}

function headingOf(row: RawRow, counted: boolean): RawCell | null {
  const count = filled(row.cells);
  if (count === 0 || count > 2) return null;
  const cells = row.cells.filter((cell) => cell.text !== '');
  if (cells.some((cell) => cell.text.length > LONGEST_HEADING)) return null;
  if (count === 1) return LABEL.test(cells[0]!.text) ? cells[0]! : null;
  const numbered = counted && row.cells[0] === cells[0] && row.cells[1] === cells[1];
  return numbered && LABEL_ALONE.test(cells[0]!.text) ? joinCells(cells[0]!, cells[1]!) : null;
}
