import type { Character } from '../page.js';
import type { PrintedRow } from './rule-bands.js';

/** Words with no gap of more than this share of their size between them are one piece. */
const PIECE_GAP = 0.6;

/** A stretch of a row without gaps. */
export interface Piece {
  readonly x0: number;
  readonly x1: number;
  readonly size: number;
  readonly characters: readonly Character[];
}

/** The pieces of a row from left to right. */
export function rowPieces(row: PrintedRow): Piece[] {
  const pieces: Piece[] = [];
  const characters = row
    .flatMap((segment) => segment.characters)
    .filter(({ text }) => text.trim() !== '')
    .sort((one, other) => one.box.x0 - other.box.x0 || one.order - other.order);
  for (const character of characters) {
    const { box, size } = character;
    const last = pieces.at(-1);
    if (last !== undefined && box.x0 - last.x1 <= PIECE_GAP * Math.max(size, last.size)) {
      pieces[pieces.length - 1] = {
        ...last,
        x1: Math.max(last.x1, box.x1),
        characters: [...last.characters, character],
      };
    } else {
      pieces.push({ x0: box.x0, x1: box.x1, size, characters: [character] });
    }
  }
  return pieces;
}

/** Share of rows whose words may stand in a gap between columns. */
const CROSSING = 0.08;
/** Least width of a gap as a share of the size; wider where few rows vouch for it. */
const NARROW = 0.5;
const WIDE = 1;
const MANY_ROWS = 8;

/**
 * The middles of the gaps that run down between the columns of rows, from left to right. Rows of a
 * single piece (a heading between rows) say nothing of the columns.
 */
export function columnGaps(rows: readonly (readonly Piece[])[]): number[] {
  const telling = rows.filter(({ length }) => length >= 2);
  const pieces = telling.flat();
  if (telling.length < 2) return [];
  const size = pieces.reduce((sum, piece) => sum + piece.size, 0) / pieces.length;
  const least = size * (telling.length >= MANY_ROWS ? NARROW : WIDE);
  const allowed = Math.floor(telling.length * CROSSING);
  const ends = pieces
    .flatMap(({ x0, x1 }) => [
      { at: x0, step: 1 },
      { at: x1, step: -1 },
    ])
    .sort((one, other) => one.at - other.at || other.step - one.step);
  const gaps: number[] = [];
  let covering = 0;
  let from: number | null = null;
  for (const { at, step } of ends) {
    const was = covering;
    covering += step;
    if (was > allowed && covering <= allowed) from = at;
    else if (was <= allowed && covering > allowed) {
      if (from !== null && at - from >= least) gaps.push((from + at) / 2);
      from = null;
    }
  }
  return gaps;
}
