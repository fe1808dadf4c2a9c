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

/** Characters set apart to fill a line (`（ 一 ） 强 化`), else what has no space in it. */
const WORD = /(?<![^\s])[\u2e80-\u9fff\uff08\uff09](?: [\u2e80-\u9fff\uff08\uff09](?![^\s]))+|\S+/g;

/** Words of a line; their text is without spaces, their offsets count from the line's start. */
export function wordsOf(line: string): Piece[] {
  return Array.from(line.matchAll(WORD), ({ 0: text, index }) => ({
    start: index,
    end: index + text.length,
    text: text.replace(/ /g, ''),
  }));
}

/** A line of the text with its words. */
export interface SpacedLine {
  readonly line: RawLine;
  readonly words: string;
  /** Where its words begin in the source, behind a form feed. */
  readonly from: number;
  /** For each offset in its words that in the source's line; null where they are the same. */
  readonly places: readonly number[] | null;
  /** Whether an empty line or a page's end stands above it. */
  readonly apart: boolean;
}

/** Whether a character is printed wide: two columns of a monospaced face. */
export const isWide = (code: number): boolean =>
  code >= 0x2e80 || (code >= 0x2014 && code < 0x2027);

/** Columns that each character takes in print, added up from the line's start; spaces none. */
export function printedWidths(words: string): Uint16Array {
  const sums = new Uint16Array(words.length + 1);
  for (let at = 0; at < words.length; at++) {
    const code = words.charCodeAt(at);
    const width = isWide(code) ? 2 : code === 0x20 || code === 0xa0 ? 0 : 1;
    sums[at + 1] = sums[at]! + width;
  }
  return sums;
}

/** Words of a line in a column, as offsets; null for an empty cell. */
export type Cut = { readonly start: number; readonly end: number } | null;

/** Printed width of some words; a space between them counts as a half. */
export function widthIn(
  sums: Uint16Array,
  line: string,
  { start, end }: { readonly start: number; readonly end: number },
): number {
  let spaces = 0;
  for (let at = line.indexOf(' ', start); at >= 0 && at < end; at = line.indexOf(' ', at + 1))
    spaces++;
  return sums[end]! - sums[start]! + spaces / 2;
}

/** A line of a page by columns: its words, null where a column has none. */
export type CellLine = readonly (string | null)[];
