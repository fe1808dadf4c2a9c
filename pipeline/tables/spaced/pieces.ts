import type { RawLine } from '../typed/raw-lines.js';

/** A stretch of a line between wide gaps; offsets from the line's start. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The pieces of a line that two and more spaces part. */
export function piecesOf(line: string): Piece[] {
  return Array.from(line.matchAll(/\S+(?:[ \u00a0]\S+)*/g), ({ 0: text, index }) => ({
    start: index,
    end: index + text.length,
    text,
  }));
}

/** A line of the text with its words. */
export interface SpacedLine {
  readonly line: RawLine;
  readonly words: string;
}

/** Whether a character is printed wide, so that a line that holds many is drawn together. */
export const isWide = (code: number): boolean => code >= 0x2e80;
