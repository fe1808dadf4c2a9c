import type { SpacedHead } from './header.js';
import { printedWidths, widthIn } from './pieces.js';
import type { CellLine } from './rows.js';

/** A cell that each row has once: the line that it begins on, and the one in its middle. */
export interface Anchor {
  readonly first: number;
  readonly middle: number;
}

/** Columns whose cells tell rows apart where no numbers do. */
const TELLING: ReadonlySet<SpacedHead['kind']> = new Set([
  'units',
  'lead_units',
  'period',
  'task',
  'item',
  'deed',
]);
/** Printed columns that a full line may lack where a mark may not begin the next. */
const RAGGED = 3;
const SENTENCE_END = /[。；！]$/;
const IN_COLUMN = /[、，（(〔—-]$/;

/** The cell of each row that is surely there once: its number, else of the column that parts the lines most. */
export function anchorsOf(
  heads: readonly SpacedHead[],
  lines: readonly CellLine[],
  widths: readonly number[],
): readonly Anchor[] {
  const number = heads.findIndex(({ kind }) => kind === 'number');
  if (number >= 0) {
    return lines.flatMap((line, at) =>
      /^\d{1,4}$/.test(line[number] ?? '') ? [{ first: at, middle: at }] : [],
    );
  }
  let best: readonly Anchor[] = [];
  for (const [column, { kind }] of heads.entries()) {
    if (!TELLING.has(kind)) continue;
    const cells = cellsOf(lines, column, widths[column]!, kind === 'deed');
    if (cells.length > best.length) best = cells;
  }
  return best.length > 0 ? best : cellsOf(lines, 0, widths[0]!, false);
}

/** The cells of a column: lines up to an empty one, or to one that ends before the column's edge does. */
function cellsOf(
  lines: readonly CellLine[],
  column: number,
  full: number,
  isSentence: boolean,
): Anchor[] {
  const cells: Anchor[] = [];
  let first = -1;
  for (const [at, line] of lines.entries()) {
    const words = line[column] ?? null;
    if (words === null) continue;
    if (first < 0) first = at;
    const below = lines[at + 1]?.[column] ?? null;
    if (below !== null && !endsCell(words, full, isSentence)) continue;
    cells.push({ first, middle: (first + at) / 2 });
    first = -1;
  }
  return cells;
}

function endsCell(words: string, full: number, isSentence: boolean): boolean {
  if (isSentence && !SENTENCE_END.test(words)) return false;
  const width = widthIn(printedWidths(words), words, { start: 0, end: words.length });
  return width < full - RAGGED && !IN_COLUMN.test(words);
}
