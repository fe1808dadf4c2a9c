import type { Box } from '../../model/document.js';
import type { RuledTable } from './ruled-table.js';

/**
 * The tables among what lines enclose. None are: a single cell (a frame, a box round a text), a
 * single column of cells, cells without any words. Of one inside another, the outer one stays where
 * it is a grid of its own; where it only frames the inner one, the inner one stays.
 */
export function keepTables(tables: readonly RuledTable[]): RuledTable[] {
  const possible = tables.filter((table) => table.columns >= 2 && filledCells(table) >= 1);
  return possible.filter(
    (table) => !possible.some((other) => other !== table && hides(other, table)),
  );
}

const filledCells = (table: RuledTable): number =>
  table.cells.filter(({ lines }) => lines.length > 0).length;

/** Whether one of two overlapping tables makes the other none. */
function hides(other: RuledTable, table: RuledTable): boolean {
  if (contains(other.box, table.box)) return table.cells.length <= other.cells.length;
  if (contains(table.box, other.box)) return table.cells.length < other.cells.length;
  return false;
}

const contains = (outer: Box, inner: Box): boolean =>
  outer.x0 <= inner.x0 + 1 &&
  outer.x1 >= inner.x1 - 1 &&
  outer.top <= inner.top + 1 &&
  outer.bottom >= inner.bottom - 1;
