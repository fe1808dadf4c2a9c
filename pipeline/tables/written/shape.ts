import type { WrittenCell } from './written-table.js';

/** More places than a table that people read; one that has more is not laid out as one. */
export const MOST_PLACES = 4_000_000;

/** Cells with the columns in which none begins left out, and the number of columns that remain. */
export function withoutUnusedColumns<C extends WrittenCell>(
  cells: readonly C[],
): { cells: C[]; columns: number } {
  const starts = [...new Set(cells.map((cell) => cell.column))].sort((a, b) => a - b);
  const place = new Map(starts.map((start, index) => [start, index]));
  const columns = starts.length;
  const shaped = cells.map((cell): C => {
    const column = place.get(cell.column)!;
    let end = column + 1;
    while (end < columns && starts[end]! < cell.column + cell.column_span) end++;
    return { ...cell, column, column_span: end - column };
  });
  return { cells: shaped, columns };
}

/** What stands in a table without being of it. */
export interface SplitRows<C extends WrittenCell> {
  /** Titles in rows of their own above the head. */
  readonly before: readonly C[];
  readonly cells: readonly C[];
  readonly rows: number;
  /** Notes in rows of their own at the end. */
  readonly after: readonly C[];
}

const NOTE = /^(?:[*※]|(?:备注|说明|填表说明|填报说明|注)\d*\s*[：:])/;

/**
 * Parts titles and notes that fill a row from end to end from the table between them. A row of
 * that kind in the midst, which heads the rows below, stays.
 */
export function splitTitlesAndNotes<C extends WrittenCell>(
  cells: readonly C[],
  rows: number,
  columns: number,
): SplitRows<C> {
  const whole = { before: [], cells, rows, after: [] };
  if (columns < 2) return whole;
  const lines = fullRows(cells, rows, columns);
  let top = 0;
  while (top < rows && lines[top] !== undefined) top++;
  let bottom = rows;
  while (bottom > top && isEnd(lines[bottom - 1])) bottom--;
  // Nothing but such rows: a frame around words, which is not for this to judge.
  if (top === rows || (top === 0 && bottom === rows)) return whole;
  // A labelled row above rows that go without a head groups them.
  if (top > 0 && /^[一二三四五六七八九十]+、/.test(lines[top - 1]?.text ?? '')) top--;
  return {
    before: lines.slice(0, top).flatMap((line) => line ?? []),
    cells: cells
      .filter((cell) => cell.row >= top && cell.row < bottom)
      .map((cell) => ({
        ...cell,
        row: cell.row - top,
        row_span: Math.min(cell.row_span, bottom - cell.row),
      })),
    rows: bottom - top,
    after: lines.slice(bottom).flatMap((line) => line ?? []),
  };
}

/** Of each row its only cell where that fills it, null where it is empty; undefined of others. */
function fullRows<C extends WrittenCell>(
  cells: readonly C[],
  rows: number,
  columns: number,
): (C | null | undefined)[] {
  const lines: (C | null | undefined)[] = new Array(rows).fill(null);
  for (const cell of cells) {
    const fills = cell.column_span >= columns && cell.row_span === 1;
    if (fills) lines[cell.row] = cell.text.trim() === '' ? null : cell;
    else {
      const end = Math.min(rows, cell.row + cell.row_span);
      for (let row = cell.row; row < end; row++) lines[row] = undefined;
    }
  }
  return lines;
}

const isEnd = (line: WrittenCell | null | undefined): boolean =>
  line === null || (line !== undefined && NOTE.test(line.text.trim()));
