import type { Box } from '../../../model/document.js';
import type { Character } from '../../page.js';
import { compactText, type RuledTable } from '../ruled-table.js';

/** What of a cell stands on one page. */
export interface CellPart {
  readonly page: number;
  readonly box: Box;
  readonly lines: readonly (readonly Character[])[];
}

/** A cell of a table over one or more pages. */
export interface JoinedCell {
  readonly row: number;
  readonly column: number;
  readonly row_span: number;
  readonly column_span: number;
  /** Its parts in reading order; one without lines where the cell is empty. */
  readonly parts: readonly CellPart[];
}

/** A table's cells while pages and rows are put together. */
export interface Draft {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly JoinedCell[];
}

/** The words of a cell without white space. */
export const wordsOf = (cell: JoinedCell): string => cell.parts.map(compactText).join('');

/**
 * A page's table as a draft. `columnAt` says which column of the joined table each of its column
 * lines is.
 */
export function tableToDraft(
  table: RuledTable,
  columns: number,
  columnAt: readonly number[],
): Draft {
  const cells = table.cells.map(({ lines, box, ...place }): JoinedCell => {
    const column = columnAt[place.column]!;
    const column_span = columnAt[place.column + place.column_span]! - column;
    return { ...place, column, column_span, parts: [{ page: table.page, box, lines }] };
  });
  return { rows: table.rows, columns, cells };
}

/** The rows from `from` on as a draft of their own; cells that begin above are cut off. */
export function rowsFrom(draft: Draft, from: number): Draft {
  const cells = draft.cells
    .filter((cell) => cell.row >= from)
    .map((cell) => ({ ...cell, row: cell.row - from }));
  return { rows: draft.rows - from, columns: draft.columns, cells };
}

/** The second draft's rows under those of the first. */
export function stack(upper: Draft, lower: Draft): Draft {
  const below = lower.cells.map((cell) => ({ ...cell, row: cell.row + upper.rows }));
  return { ...upper, rows: upper.rows + lower.rows, cells: [...upper.cells, ...below] };
}

/** A cell above and the one right below it that covers the same columns. */
export interface CellPair {
  readonly above: JoinedCell;
  readonly below: JoinedCell;
}

/** The pairs of cells that meet at the line above `row` and cover the same columns. */
export function pairsAt(draft: Draft, row: number): CellPair[] {
  const below = new Map<number, JoinedCell>();
  for (const cell of draft.cells) if (cell.row === row) below.set(cell.column, cell);
  const pairs: CellPair[] = [];
  for (const above of draft.cells) {
    const under = below.get(above.column);
    if (above.row + above.row_span !== row || under === undefined) continue;
    if (under.column_span === above.column_span) pairs.push({ above, below: under });
  }
  return pairs;
}

/** The draft with each of the pairs made one cell, the words of both in order. */
export function unitePairs(draft: Draft, pairs: readonly CellPair[]): Draft {
  if (pairs.length === 0) return draft;
  const united = new Map(pairs.map(({ above, below }) => [above, unite(above, below)]));
  const gone = new Set(pairs.map(({ below }) => below));
  const cells = draft.cells
    .filter((cell) => !gone.has(cell))
    .map((cell) => united.get(cell) ?? cell);
  return { ...draft, cells };
}

function unite(above: JoinedCell, below: JoinedCell): JoinedCell {
  const parts = [...above.parts, ...below.parts].filter(({ lines }) => lines.length > 0);
  return {
    ...above,
    row_span: above.row_span + below.row_span,
    parts: parts.length > 0 ? parts : above.parts,
  };
}

/**
 * The draft with `row` and the one above it made one: cells on both sides of the line become one.
 * Null where a side's cells cover other columns than the other side's.
 */
export function mergeRows(draft: Draft, row: number): Draft | null {
  const pairs = pairsAt(draft, row);
  const beginning = draft.cells.filter((cell) => cell.row === row).length;
  const ending = draft.cells.filter((cell) => cell.row + cell.row_span === row).length;
  if (pairs.length !== beginning || pairs.length !== ending) return null;
  const cells = unitePairs(draft, pairs).cells.map((cell) => {
    if (cell.row >= row) return { ...cell, row: cell.row - 1 };
    return cell.row + cell.row_span > row ? { ...cell, row_span: cell.row_span - 1 } : cell;
  });
  return { ...draft, rows: draft.rows - 1, cells };
}

/** Sorted by row, then column. */
export const sortedCells = (cells: readonly JoinedCell[]): JoinedCell[] =>
  [...cells].sort((one, other) => one.row - other.row || one.column - other.column);
