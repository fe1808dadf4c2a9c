import type { Character } from '../page.js';

/** Words of a printed row that stand together; places in points. */
export interface HeaderPiece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A column's head, its words from all lines of the header put together. */
export interface PrintedHead {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What the column is for: counts the rows, groups them, or anything else. */
  readonly holds: 'number' | 'group' | 'other';
  /** Where its words stand: line of the header, and places in it. */
  readonly places: readonly {
    readonly line: number;
    readonly start: number;
    readonly end: number;
  }[];
}

/** A header that printed rows begin with. */
export interface PrintedHeader {
  readonly heads: readonly PrintedHead[];
  /** How many of the rows it takes. */
  readonly lines: number;
}

/** Reads the header of a table of work that some printed rows begin with; null where they are none. */
export type HeaderReader = (rows: readonly (readonly HeaderPiece[])[]) => PrintedHeader | null;

/** Words of a header with no wider gap than this share of their size between them are one piece. */
const PIECE_GAP = 0.9;

/** The pieces of a printed row of characters, from left to right. */
export function headerPieces(row: readonly Character[]): HeaderPiece[] {
  const pieces: { start: number; end: number; text: string }[] = [];
  for (const { text, box, size } of row) {
    const last = pieces.at(-1);
    if (last !== undefined && box.x0 - last.end <= PIECE_GAP * size) {
      last.end = Math.max(last.end, box.x1);
      last.text += text;
    } else pieces.push({ start: box.x0, end: box.x1, text });
  }
  return pieces;
}
