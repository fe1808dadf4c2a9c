import type { TextCell, TextTable } from '../../model/outline.js';
import { cellGrid } from '../grid.js';

/** What a cell says that stands for the one above it. */
const DITTO = /^(?:同\s*上|〃)[。.]?$/;

/** What cells stand for that say 同上, so that a column of them is read once. */
const meanings = new WeakMap<TextCell, TextCell | null>();

/** The cell that a cell stands for: itself, or where it says 同上 the next one above that says more; null: there is none. */
export function cellMeant(table: TextTable, cell: TextCell): TextCell | null {
  const passed: TextCell[] = [];
  let meant: TextCell | null = cell;
  while (meant && DITTO.test(meant.passage.reading.trim())) {
    const known = meanings.get(meant);
    if (known !== undefined) {
      meant = known;
      break;
    }
    passed.push(meant);
    const { row, column }: TextCell = meant;
    meant = row > table.header_rows ? (cellGrid(table)[row - 1]![column] ?? null) : null;
  }
  for (const ditto of passed) meanings.set(ditto, meant);
  return meant;
}
