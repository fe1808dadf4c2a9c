import { headerRowsBySpans } from '../header-rows.js';
import type { RuledTable } from '../ruled-table.js';
import { linesBelow, onlyMarksAbove, type PageTables } from './between.js';
import { type CommonColumns, commonColumns } from './columns.js';
import {
  type CellPart,
  type Draft,
  type JoinedCell,
  mergeRows,
  rowsFrom,
  sortedCells,
  stack,
  tableToDraft,
  wordsOf,
} from './draft.js';
import { mendSeam } from './seam.js';

export type { PageTables } from './between.js';
export type { CellPart, JoinedCell } from './draft.js';

/** A table, whole over all its pages. */
export interface JoinedTable {
  readonly rows: number;
  readonly columns: number;
  readonly header_rows: number;
  /** Sorted by row, then column. */
  readonly cells: readonly JoinedCell[];
  /** The tables of the pages that it is made of, in reading order. */
  readonly tables: readonly RuledTable[];
  /** Headers that later pages repeat: no cells of the table, but words of the page. */
  readonly repeated: readonly CellPart[];
}

/** Heads of the first column that say that it counts the rows. */
const SERIAL_HEAD = /^(?:序号|编号|项次|序)$/u;

interface OpenTable {
  draft: Draft;
  edges: readonly number[];
  header: Draft;
  readonly tables: RuledTable[];
  readonly repeated: CellPart[];
  on: PageTables;
}

/**
 * The tables of all pages in reading order, those that go on over a page break made one. A table
 * goes on where the next page (or the same) has one with the same columns and nothing between, and
 * that has the same header or none.
 */
export function joinTables(pages: readonly PageTables[]): JoinedTable[] {
  const open: OpenTable[] = [];
  for (const on of pages) {
    for (const table of on.tables) {
      const last = open.at(-1);
      if (last === undefined || !goesOn(last, table, on)) open.push(begin(table, on));
    }
  }
  return open.map(({ draft, header, tables, repeated }) => ({
    rows: draft.rows,
    columns: draft.columns,
    header_rows: header.rows,
    cells: sortedCells(draft.cells),
    tables,
    repeated,
  }));
}

function begin(table: RuledTable, on: PageTables): OpenTable {
  const columns = table.columnEdges.map((_, index) => index);
  const draft = tableToDraft(table, table.columns, columns);
  return {
    draft,
    edges: table.columnEdges,
    header: topRows(draft, headerRowsBySpans(draft)),
    tables: [table],
    repeated: [],
    on,
  };
}

const topRows = (draft: Draft, rows: number): Draft => ({
  rows,
  columns: draft.columns,
  cells: draft.cells.filter((cell) => cell.row < rows),
});

/** Notes that may stand between a table's part on one page and the next one's. */
const MOST_NOTES = 3;

/** Puts the table under the open one where it goes on with it; says whether it does. */
function goesOn(open: OpenTable, table: RuledTable, on: PageTables): boolean {
  const last = open.tables.at(-1)!;
  if (table.page - last.page > 1 || table.basis !== last.basis) return false;
  const columns = commonColumns(open.edges, table.columnEdges, table.basis);
  if (columns === null) return false;
  const upper = widened(open.draft, columns);
  const header = topRows(upper, open.header.rows);
  const counted = SERIAL_HEAD.test(firstHead(header));
  const whole = tableToDraft(table, columns.edges.length - 1, columns.lower);
  const repeats = repeatedRows(header, whole);
  const lower = rowsFrom(whole, repeats);
  if (repeats === 0 && (table.page === last.page || namesColumns(whole))) return false;
  const [above, below] = [
    { on: open.on, table: last },
    { on, table },
  ];
  if (!onlyMarksAbove(above, below)) return false;
  const notes = linesBelow(above, below).length;
  if (notes > 0 && !(notes <= MOST_NOTES && repeats > 0 && counted && countsOn(upper, lower))) {
    return false;
  }
  open.repeated.push(...topRows(whole, repeats).cells.flatMap(({ parts }) => parts));
  open.tables.push(table);
  open.on = on;
  open.edges = columns.edges;
  open.header = header;
  const stacked = stack(upper, lower);
  open.draft =
    (table.goesOn ? mergeRows(stacked, upper.rows) : null) ??
    mendSeam(stacked, { row: upper.rows, counted });
  return true;
}

/** Whether the lower rows go on with the number after the upper rows' last. */
function countsOn(upper: Draft, lower: Draft): boolean {
  const numbers = (draft: Draft): string[] =>
    draft.cells.filter((cell) => cell.column === 0).map(wordsOf);
  const last = numbers(upper).at(-1) ?? '';
  const next = numbers(lower)[0] ?? '';
  return /^\d+$/.test(last) && Number(next) === Number(last) + 1;
}

const firstHead = (header: Draft): string => {
  const first = header.cells.find((cell) => cell.column === 0);
  return first === undefined ? '' : wordsOf(first);
};

/** A table of another header is another table. */
const namesColumns = (draft: Draft): boolean => SERIAL_HEAD.test(firstHead(draft));

function widened(draft: Draft, { edges, upper }: CommonColumns): Draft {
  const cells = draft.cells.map((cell): JoinedCell => {
    const column = upper[cell.column]!;
    return { ...cell, column, column_span: upper[cell.column + cell.column_span]! - column };
  });
  return { ...draft, columns: edges.length - 1, cells };
}

/** How many rows at the top repeat the header: all of it, or its first rows. */
function repeatedRows(header: Draft, draft: Draft): number {
  for (let rows = Math.min(header.rows, draft.rows); rows > 0; rows--) {
    const one = wordsByPlace(header, rows);
    const other = wordsByPlace(draft, rows);
    if (one !== null && one === other) return rows;
  }
  return 0;
}

/** The words and places of the cells in the first rows; null where cells go on below them. */
function wordsByPlace(draft: Draft, rows: number): string | null {
  const cells = sortedCells(draft.cells.filter((cell) => cell.row < rows));
  if (cells.some((cell) => cell.row + cell.row_span > rows)) return null;
  if (cells.every((cell) => wordsOf(cell) === '')) return null;
  return cells.map((cell) => `${cell.row},${cell.column}:${wordsOf(cell)}`).join('\n');
}
