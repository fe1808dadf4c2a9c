import { headerRowsAt } from '../../layout/text-tables/header.js';
import { type ElementNode, squeeze } from './dom.js';
import type { FlowBlock } from './flow.js';
import type { Line } from './line.js';
import { spansOf, type TableRow, tableRows } from './table-rows.js';

export interface FlowCell {
  readonly row: number;
  readonly column: number;
  readonly row_span: number;
  readonly column_span: number;
  readonly lines: readonly Line[];
  readonly isHead: boolean;
}

/** A table of data as the page shows it. */
export interface FlowTable {
  readonly rows: number;
  readonly columns: number;
  readonly header_rows: number;
  /** In reading order. */
  readonly cells: readonly FlowCell[];
  /** What its first rows say over all columns, and its caption: the table's title. */
  readonly above: readonly Line[];
}

/** A grid of more places is no table that anybody made. */
const MOST_PLACES = 2_000_000;
const MOST_COLUMNS = 2000;
const MOST_TITLE_ROWS = 4;
const MOST_HEADER_ROWS = 4;

/**
 * The cells of a table of data with their rows and columns; null where the spans that it claims
 * make it larger than any table.
 * @param read gives what a cell holds
 */
export function readFlowTable(
  table: ElementNode,
  read: (cell: ElementNode) => readonly FlowBlock[],
): FlowTable | null {
  const rows = tableRows(table);
  const cells = placedCells(rows, read);
  if (!cells) return null;
  const columns = cells.reduce((most, cell) => Math.max(most, cell.column + cell.column_span), 0);
  if (rows.length * columns > MOST_PLACES || columns === 0) return null;
  const kept = keptRows(cells, rows.length);
  const titles = titleRows(kept.cells, kept.rows, columns);
  const body = kept.cells
    .filter((cell) => cell.row >= titles)
    .map((cell) => ({ ...cell, row: cell.row - titles }));
  const inHead = rows.filter((row) => row.inHead).length;
  return {
    rows: kept.rows - titles,
    columns,
    header_rows: headerRows(body, kept.rows - titles, columns, Math.max(0, inHead - titles)),
    cells: body,
    above: [
      ...captionLines(table, read),
      ...kept.cells.filter((cell) => cell.row < titles).flatMap((cell) => cell.lines),
    ],
  };
}

function placedCells(
  rows: readonly TableRow[],
  read: (cell: ElementNode) => readonly FlowBlock[],
): FlowCell[] | null {
  const cells: FlowCell[] = [];
  /** Row up to which each column is taken by a cell from above. */
  const takenUntil: number[] = [];
  for (const [index, row] of rows.entries()) {
    let column = 0;
    for (const cell of row.cells) {
      while ((takenUntil[column] ?? 0) > index) column++;
      const span = spansOf(cell);
      if (column + span.columns > MOST_COLUMNS) return null;
      const row_span = Math.min(span.rows, rows.length - index);
      for (let at = column; at < column + span.columns; at++) takenUntil[at] = index + row_span;
      cells.push({
        row: index,
        column,
        row_span,
        column_span: span.columns,
        lines: linesOf(read(cell)),
        isHead: cell.name === 'th',
      });
      column += span.columns;
    }
  }
  return cells;
}

const linesOf = (blocks: readonly FlowBlock[]): Line[] =>
  blocks.filter((block) => block.kind !== 'aside').flatMap((block) => block.lines);

function captionLines(
  table: ElementNode,
  read: (cell: ElementNode) => readonly FlowBlock[],
): Line[] {
  for (const child of table.children) {
    if (child.type === 'tag' && child.name === 'caption') return linesOf(read(child));
  }
  return [];
}

/** The cells without the rows in which nothing stands. */
function keptRows(
  cells: readonly FlowCell[],
  rows: number,
): { readonly cells: FlowCell[]; readonly rows: number } {
  const filled = new Uint8Array(rows);
  for (const cell of cells) {
    if (cell.lines.length === 0) continue;
    filled[cell.row] = 1;
    if (cell.row_span > 1) filled.fill(1, cell.row, cell.row + cell.row_span);
  }
  const before: number[] = [0];
  for (let row = 0; row < rows; row++) before.push(before[row]! + filled[row]!);
  const kept = cells
    .filter((cell) => filled[cell.row] === 1)
    .map((cell) => ({
      ...cell,
      row: before[cell.row]!,
      row_span: before[cell.row + cell.row_span]! - before[cell.row]!,
    }));
  return { cells: kept, rows: before[rows]! };
}

/** Rows at the top that hold one cell over all columns: the table's title, `单位：万元`. */
function titleRows(cells: readonly FlowCell[], rows: number, columns: number): number {
  let titles = 0;
  while (titles < Math.min(rows - 2, MOST_TITLE_ROWS)) {
    const own = cells.filter((cell) => cell.row === titles && cell.lines.length > 0);
    if (own.length !== 1 || own[0]!.column_span < columns || own[0]!.row_span > 1) break;
    titles++;
  }
  return columns > 1 ? titles : 0;
}

function headerRows(
  cells: readonly FlowCell[],
  rows: number,
  columns: number,
  inHead: number,
): number {
  if (inHead > 0) return Math.min(inHead, rows - 1);
  const byRow: FlowCell[][] = Array.from(
    { length: Math.min(rows, MOST_HEADER_ROWS + 1) },
    () => [],
  );
  for (const cell of cells) byRow[cell.row]?.push(cell);
  let marked = 0;
  while (marked < byRow.length && isHeadRow(byRow[marked]!)) marked++;
  if (marked > 0 && marked < byRow.length) return marked;
  const named = headerRowsAt(byRow.map((row) => rawRow(row, columns)));
  const first = byRow[0]?.filter((cell) => cell.lines.length > 0) ?? [];
  const deepest = Math.max(...first.map((cell) => cell.row_span), 1);
  const spanned = first.some((cell) => cell.row_span < deepest) && deepest <= MOST_HEADER_ROWS;
  if (named > 0) return Math.max(named, spanned ? deepest : 1);
  return first.some((cell) => /^\d+$/.test(words(cell))) ? 0 : 1;
}

const isHeadRow = (row: readonly FlowCell[]): boolean =>
  row.length > 0 &&
  row.every((cell) => cell.isHead || cell.lines.length === 0) &&
  row.some((cell) => cell.isHead);

const words = (cell: FlowCell): string => squeeze(cell.lines.map((line) => line.text).join(''));

function rawRow(row: readonly FlowCell[], columns: number) {
  const cells = Array.from({ length: columns }, () => ({ spans: [], text: '' }));
  for (const cell of row) cells[cell.column] = { spans: [], text: words(cell) };
  return { cells, blocks: [], apart: false };
}
