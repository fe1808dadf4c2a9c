import { headerRowsByWords, knownHeaderRows } from '../../tables/written/header-rows.js';
import {
  MOST_PLACES,
  splitTitlesAndNotes,
  withoutUnusedColumns,
} from '../../tables/written/shape.js';
import type { WrittenCell, WrittenTable } from '../../tables/written/written-table.js';
import type { ShownSheet } from './shown-cells.js';

/** A line of words, or a table. */
export type SheetBlock = { readonly line: string } | { readonly table: WrittenTable };

/** Rows above a head that may hold the title, whom it is for, or what numbers count. */
const MOST_TITLE_ROWS = 12;

/**
 * Parts a sheet into the tables that it holds and the lines above and below them. A new table
 * begins after an empty row where a head, or titles and a head, follow.
 */
export function sheetBlocks({
  cells,
  rowNumbers,
  columns,
}: Pick<ShownSheet, 'cells' | 'rowNumbers' | 'columns'>): SheetBlock[] {
  const rows = cellsByRow(cells, rowNumbers.length);
  const starts = [0];
  rowNumbers.forEach((number, row) => {
    const gap = row > 0 && number > rowNumbers[row - 1]! + 1;
    if (gap && headAfterTitles(rows, row) !== null) starts.push(row);
  });
  return starts.flatMap((start, index) => {
    const end = starts[index + 1] ?? rows.length;
    return regionBlocks(rows.slice(start, end), start, columns);
  });
}

function cellsByRow(cells: readonly WrittenCell[], count: number): WrittenCell[][] {
  const rows: WrittenCell[][] = Array.from({ length: count }, () => []);
  for (const cell of cells) rows[cell.row]!.push(cell);
  return rows;
}

/** The row of the head below titles that begin at `from`; null where none follows. */
function headAfterTitles(rows: readonly WrittenCell[][], from: number): number | null {
  for (let row = from; row < rows.length && row < from + MOST_TITLE_ROWS; row++) {
    const below = rows.slice(row, row + 5).flat();
    if (knownHeaderRows(below.map((cell) => ({ ...cell, row: cell.row - row }))) > 0) return row;
    if (rows[row]!.length > 2) return null;
  }
  return null;
}

function regionBlocks(rows: WrittenCell[][], offset: number, sheetColumns: number): SheetBlock[] {
  const head = headAfterTitles(shifted(rows, offset), 0) ?? titleRows(rows);
  const lines = rows.slice(0, head).map((row): SheetBlock => ({ line: joined(row) }));
  const body = shifted(rows.slice(head), offset + head).flat();
  if (body.length === 0) return lines;
  const { cells, columns } = withoutUnusedColumns(body);
  const count = rows.length - head;
  if (columns < 2 || count < 2 || count * columns > MOST_PLACES) {
    return [...lines, ...rows.slice(head).map((row) => ({ line: joined(row) }))];
  }
  const lone = loneRows(cells);
  const whole = cells.map((cell) => ({
    ...cell,
    row_span: Math.min(cell.row_span, count - cell.row),
    column_span: lone.has(cell.row) && isTitle(cell) ? columns : cell.column_span,
  }));
  const split = splitTitlesAndNotes(whole, count, Math.min(columns, sheetColumns));
  const { before, after, rows: tableRows } = split;
  const header_rows = headerRowsByWords(split.cells, tableRows);
  const table = { rows: tableRows, columns, header_rows, cells: split.cells };
  return [
    ...lines,
    ...before.map(({ text }) => ({ line: text.trim() })),
    { table },
    ...after.map(({ text }) => ({ line: text.trim() })),
  ];
}

const shifted = (rows: readonly WrittenCell[][], by: number): WrittenCell[][] =>
  by === 0 ? [...rows] : rows.map((row) => row.map((cell) => ({ ...cell, row: cell.row - by })));

/** Rows at the top with one cell, which are no part of a table that is wider. */
function titleRows(rows: readonly WrittenCell[][]): number {
  const first = rows.findIndex((row) => row.length > 1);
  return Math.max(0, Math.min(first, MOST_TITLE_ROWS));
}

const joined = (row: readonly WrittenCell[]): string => row.map(({ text }) => text).join(' ');

/** A heading alone in its row runs over the empty cells beside it; a number alone does not. */
const isTitle = ({ column, row_span, text }: WrittenCell): boolean =>
  column === 0 && row_span === 1 && !/^[\d.]+$/.test(text);

/** Rows that one cell alone covers. */
function loneRows(cells: readonly WrittenCell[]): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const { row, row_span } of cells) {
    for (let at = row; at < row + row_span; at++) counts.set(at, (counts.get(at) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count === 1).map(([row]) => row));
}
