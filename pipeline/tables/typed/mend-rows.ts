import { joinCells, type RawRow } from './raw-rows.js';

/** `二、优化营商环境`, `（一）…`: a row of its own, not the rest of a cell. */
const GROUP_LABEL = /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）])/;

/**
 * Rows of a table that counts its rows, each on one line again: a line break inside a cell cuts a
 * row in two, and the two have as many tabs as one row.
 */
export function mendRows(rows: readonly RawRow[], columns: number): RawRow[] {
  const whole: RawRow[] = [];
  for (let at = 0; at < rows.length; ) {
    const mended = mendAt(rows, at, columns);
    whole.push(mended.row);
    at = mended.next;
  }
  return whole;
}

function mendAt(
  rows: readonly RawRow[],
  from: number,
  columns: number,
): { row: RawRow; next: number } {
  let row = rows[from]!;
  let next = from + 1;
  for (let at = next; at < rows.length && row.cells.length <= columns; at++) {
    const rest = rows[at]!;
    const first = rest.cells[0]!.text;
    if (rest.apart || /^\d+$/.test(first) || GROUP_LABEL.test(first) || first === '') break;
    if (row.cells.length + rest.cells.length - 1 > columns) break;
    row = {
      cells: [
        ...row.cells.slice(0, -1),
        joinCells(row.cells.at(-1)!, rest.cells[0]!),
        ...rest.cells.slice(1),
      ],
      blocks: [...row.blocks, ...rest.blocks],
      apart: row.apart,
    };
    if (row.cells.length === columns) next = at + 1;
  }
  return next === from + 1 ? { row: rows[from]!, next } : { row, next };
}
