import { type Anchor, cellsOf, endsName, endsPeriod } from './anchors.js';
import type { SpacedHead } from './header.js';
import type { CellLine } from './pieces.js';

/** Columns whose cells are told apart by their words, and what parts two of them. */
const PARTED_BY: Partial<Record<NonNullable<SpacedHead['kind']>, typeof endsName>> = {
  period: endsPeriod,
  units: endsName,
  lead_units: endsName,
  support_units: endsName,
};
/** What a row costs for each cell of such a column that it lacks or has too many. */
const NOT_ONE = 3;
const LEAST_CELLS = 2;

/**
 * What a row from one line up to another costs by the columns that have as many cells as the page has
 * rows: each row has one of them, wherever in the row it is printed.
 */
export function cellsOfRows(
  heads: readonly SpacedHead[],
  lines: readonly CellLine[],
  anchors: readonly Anchor[],
): (from: number, to: number) => number {
  const columns: Int32Array[] = [];
  for (const [column, { kind }] of heads.entries()) {
    const parts = kind === null ? undefined : PARTED_BY[kind];
    if (parts === undefined) continue;
    const cells = cellsOf(lines, column, parts);
    if (cells.length !== anchors.length || cells.length < LEAST_CELLS) continue;
    // Cells that begin above each line.
    const above = new Int32Array(lines.length + 1);
    for (const { first } of cells) above[first + 1]! += 1;
    for (let at = 1; at < above.length; at++) above[at]! += above[at - 1]!;
    columns.push(above);
  }
  return (from, to) =>
    columns.reduce((cost, above) => cost + Math.abs(above[to]! - above[from]! - 1) * NOT_ONE, 0);
}
