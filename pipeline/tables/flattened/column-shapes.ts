import type { Fragment } from './fragment.js';
import type { Column } from './header.js';
import type { ColumnKind } from './header-vocabulary.js';

/** What a first reading of the table taught about a column. */
export interface ColumnShape {
  /** Printed width of its broken lines; null where too few were seen. */
  readonly width: number | null;
  /** Whether its cells stand on one line each. */
  readonly oneLine: boolean;
  /** Cost of leaving it empty. */
  readonly skipCost: number;
}

const SKIP_COST: Readonly<Record<ColumnKind, number>> = {
  number: 0,
  group: 0.5,
  item: 1.5,
  goal: 1.5,
  measure: 2.5,
  phase: 1.5,
  unit: 1.5,
  contact: 0.8,
  other: 0.3,
};

/** Shapes to start from, by what the columns hold. */
export const unknownShapes = (columns: readonly Column[]): ColumnShape[] =>
  columns.map(({ kind }) => ({ width: null, oneLine: false, skipCost: SKIP_COST[kind] }));

/** Fewer rows than this teach nothing. */
const LEAST_ROWS = 3;
const LEAST_LINES = 4;

/** Learns the columns' shapes from rows read once: `rows[row][column]` holds a cell's lines. */
export function learnedShapes(
  columns: readonly Column[],
  rows: readonly (readonly (readonly Fragment[])[])[],
): ColumnShape[] {
  return columns.map(({ kind }, column) => {
    const cells = rows.map((row) => row[column] ?? []).filter((cell) => cell.length > 0);
    const base = SKIP_COST[kind];
    if (rows.length < LEAST_ROWS) return { width: null, oneLine: false, skipCost: base };
    const empty = (rows.length - cells.length + 0.5) / (rows.length + 1);
    return {
      width: brokenWidth(cells.flatMap((cell) => cell.map((line) => line.width))),
      oneLine:
        cells.length >= LEAST_ROWS &&
        cells.filter((cell) => cell.length === 1).length >= cells.length * 0.85,
      skipCost: Math.min(base * 1.5, -Math.log(empty)),
    };
  });
}

/**
 * The width that a column's lines are broken at. The last line of a paragraph is short, most others
 * are full; where they are not, lines are whole paragraphs and their width says nothing: null.
 */
function brokenWidth(widths: readonly number[]): number | null {
  if (widths.length < LEAST_LINES) return null;
  const sorted = widths.toSorted((a, b) => a - b);
  const width = sorted[Math.floor(sorted.length * 0.85)]!;
  return sorted[Math.floor(sorted.length / 2)]! >= width * 0.75 ? width : null;
}
