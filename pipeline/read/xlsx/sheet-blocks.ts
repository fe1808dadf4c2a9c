import { headerRowsByWords, knownHeaderRows } from '../../tables/written/header-rows.js';
import {
  MOST_PLACES,
  splitTitlesAndNotes,
  withoutUnusedColumns,
} from '../../tables/written/shape.js';
import { headsWork } from '../../tables/written/work-head.js';
import type { WrittenCell, WrittenTable } from '../../tables/written/written-table.js';
import type { ShownSheet } from './shown-cells.js';

/** A line of words, or a table. */
export type SheetBlock = { readonly line: string } | { readonly table: WrittenTable };

/** Rows above a head that may hold the title, whom it is for, or what numbers count. */
const MOST_TITLE_ROWS = 12;

/**
 * Parts a sheet into the tables that it holds and the lines above and below them. A new table
 * begins after an empty row where a head, or titles and a head, follow, and at other heads of work.
 */
export function sheetBlocks({
  cells,
  rowNumbers,
  columns,
}: Pick<ShownSheet, 'cells' | 'rowNumbers' | 'columns'>): SheetBlock[] {
  const rows = cellsByRow(cells, rowNumbers.length);
  const starts = tableStarts(rows, rowNumbers);
  return starts.flatMap((start, index) => {
    const end = starts[index + 1] ?? rows.length;
    return regionBlocks(rows.slice(start, end), start, columns);
  });
}

/** The rows with which tables, or the titles above them, begin. */
function tableStarts(
  rows: readonly WrittenCell[][],
  rowNumbers: readonly number[],
): readonly number[] {
  const starts = [0];
  let head = headAfterTitles(rows, 0);
  const begin = (row: number): void => {
    starts.push(row);
    head = headAfterTitles(rows, row);
  };
  rowNumbers.forEach((number, row) => {
    if (row === 0) return;
    const gap = number > rowNumbers[row - 1]! + 1;
    if (gap && headAfterTitles(rows, row) !== null) begin(row);
    else if (head !== null && isOtherHead(rows, head, row)) begin(belowWideRow(rows, row, head));
  });
  return starts;
}

/** Whether a row below the rows of a head is a head of work that says something else. */
function isOtherHead(rows: readonly WrittenCell[][], head: number, row: number): boolean {
  if (row <= head || !headsWork(rows[row]!.map(({ text }) => text))) return false;
  if (row < head + headRows(rows, head) || headRows(rows, row) === 0) return false;
  return wordsOf(rows[row]!) !== wordsOf(rows[head]!);
}

/** The first of the rows of one cell that stand above a head: its titles. */
function belowWideRow(rows: readonly WrittenCell[][], head: number, least: number): number {
  let row = head;
  while (row - 1 > least && rows[row - 1]!.length === 1) row--;
  return row;
}

/** How many rows from one on are known heads. */
function headRows(rows: readonly WrittenCell[][], from: number): number {
  const below = rows.slice(from, from + 5).flat();
  return knownHeaderRows(below.map((cell) => ({ ...cell, row: cell.row - from })));
}

const wordsOf = (row: readonly WrittenCell[]): string =>
  row.map(({ text }) => text.replace(/\s+/g, '')).join('\t');

function cellsByRow(cells: readonly WrittenCell[], count: number): WrittenCell[][] {
  const rows: WrittenCell[][] = Array.from({ length: count }, () => []);
  for (const cell of cells) rows[cell.row]!.push(cell);
  return rows;
}

/** The row of the head below titles that begin at `from`; null where none follows. */
function headAfterTitles(rows: readonly WrittenCell[][], from: number): number | null {
  for (let row = from; row < rows.length && row < from + MOST_TITLE_ROWS; row++) {
    if (headRows(rows, row) > 0) return row;
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
