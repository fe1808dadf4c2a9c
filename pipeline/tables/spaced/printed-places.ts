import { columnsOfOffsets } from '../typed/display-columns.js';
import { type Piece, piecesOf } from './pieces.js';

/** Columns by which a cell may stand beside the place of its head. */
const NEAR = 1;
/** Pieces below a header that are counted at the least. */
const LEAST_PIECES = 4;
/** Share of them that stand below a head as they are printed. */
const BELOW_SHARE = 0.9;

/**
 * Whether the cells below a header stand under their heads as they are printed, a Han character as wide as
 * two Latin ones, and not by the count of their characters: a table that somebody typed.
 */
export function standsAsPrinted(header: string, below: readonly string[]): boolean {
  const heads = piecesOf(header);
  const printed = printedStarts(header, heads);
  let asPrinted = 0;
  let asCounted = 0;
  let pieces = 0;
  for (const line of below) {
    // What stands at the margin is in its place however it is counted.
    const cells = piecesOf(line).filter(({ start }) => start > NEAR);
    const starts = printedStarts(line, cells);
    pieces += cells.length;
    asPrinted += starts.filter((start) => isNear(start, printed)).length;
    asCounted += cells.filter(({ start }) =>
      isNear(
        start,
        heads.map((head) => head.start),
      ),
    ).length;
  }
  return pieces >= LEAST_PIECES && asPrinted > asCounted && asPrinted >= pieces * BELOW_SHARE;
}

const isNear = (start: number, heads: readonly number[]): boolean =>
  heads.some((head) => Math.abs(head - start) <= NEAR);

const printedStarts = (line: string, pieces: readonly Piece[]): number[] =>
  columnsOfOffsets(
    line,
    pieces.map(({ start }) => start),
    'wide',
  );

/** A line with spaces put in, so that each piece begins at the offset at which it is printed. */
export function asPrinted(line: string): { readonly words: string; readonly places: number[] } {
  const pieces = piecesOf(line);
  const starts = printedStarts(line, pieces);
  let words = '';
  const places: number[] = [];
  for (const [index, { start, end, text }] of pieces.entries()) {
    const begin = Math.max(starts[index]!, words.length);
    for (let at = words.length; at < begin; at++) places.push(start);
    words = words.padEnd(begin) + text;
    for (let at = start; at < end; at++) places.push(at);
  }
  places.push(pieces.at(-1)?.end ?? 0);
  return { words, places };
}
