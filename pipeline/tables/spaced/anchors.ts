import type { SpacedHead } from './header.js';
import { type CellLine, printedWidths, widthIn } from './pieces.js';

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
/** Columns this wide hold sentences. */
const SENTENCES = 36;
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
    const ends = kind === 'period' ? endsPeriod : endsWords(widths[column]!);
    const cells = cellsOf(lines, column, ends);
    if (cells.length > best.length) best = cells;
  }
  return best.length > 0 ? best : cellsOf(lines, 0, endsWords(widths[0]!));
}

/** Whether a cell ends with a line of it, below which the column has words again, beside or behind a gap. */
type Ends = (words: string, below: string, gap: number) => boolean;

/** Lines of other columns stand between those of a cell where cells are printed by halves of a line apart. */
const HALF_LINE = 1;

/** The cells of a column: lines up to a gap, or to one that ends its cell. */
export function cellsOf(lines: readonly CellLine[], column: number, ends: Ends): Anchor[] {
  const filled = lines.flatMap((line, at) => (line[column] ? [{ at, words: line[column] }] : []));
  const cells: Anchor[] = [];
  let first = filled[0]?.at ?? 0;
  for (const [index, { at, words }] of filled.entries()) {
    const below = filled[index + 1];
    const gap = below === undefined ? Number.POSITIVE_INFINITY : below.at - at - 1;
    if (gap <= HALF_LINE && !ends(words, below!.words, gap)) continue;
    cells.push({ first, middle: (first + at) / 2 });
    first = below?.at ?? 0;
  }
  return cells;
}

const NAME_END = /[局委府厅办部院会司社队处校行]$/;

/** A line that ends before the column's edge does; a sentence's also ends the sentence. */
const endsWords =
  (full: number): Ends =>
  (words, _, gap) => {
    if (IN_COLUMN.test(words)) return false;
    if (full >= SENTENCES && !SENTENCE_END.test(words)) return false;
    if (full < SENTENCES && gap > 0 && NAME_END.test(words)) return true;
    const width = widthIn(printedWidths(words), words, { start: 0, end: words.length });
    return width < full - RAGGED;
  };

/** 2025年底前 above 长期: a time that is whole, above one that begins. */
export const endsPeriod = (words: string, below: string): boolean =>
  /(?:前|年|月|日|底|末|季度|半年|长期|实施|推进|开展|坚持|落实|完成)$/.test(words) &&
  /^(?:20\d\d|长期|持续|每|全年|年|立即|即日|常年|按)/.test(below);

/** 县住建局 above 县发改局: a name that is whole above one that begins, with nothing that lists them. */
export const endsName = (words: string, below: string): boolean =>
  NAME_END.test(words) && /^[国省市县区州各]/.test(below);
