import type { TextTable } from '../../model/outline.js';
import { cellGrid } from '../grid.js';

/** What the rows above come to. */
const TOTAL = /^(?:合\s*计|总\s*计|小\s*计)[:：]?$/;

/** Whether the first words of a row say that it sums up the rows above, and sets no work. */
export function isTotalRow(table: TextTable, row: number): boolean {
  const own = cellGrid(table)[row]!.find(
    (cell) => cell !== null && cell.row === row && cell.passage.length > 0,
  );
  return own ? TOTAL.test(own.passage.reading.trim()) : false;
}
