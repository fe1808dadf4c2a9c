import type { SpacedHead } from './header.js';
import { isWide, type Piece, piecesOf, type SpacedLine } from './pieces.js';

/**
 * How far (in columns a character) words are drawn to the left by the wide characters before them in
 * their line: tools that keep the layout place words by their place on the page, and run short where a
 * cell is full of Han characters. Seen: none to half a column a character.
 */
const DRAWN = 0.25;
const MOST_DRAWN = 0.6;
/** What a cut at a single space costs, and between two single characters (justified words), in columns. */
const SINGLE_GAP = 3;
const JUSTIFIED = 4;

/** Where the columns of a page part: between two heads, where the fewest words are cut. */
export function columnEdges(heads: readonly SpacedHead[], lines: readonly SpacedLine[]): number[] {
  const width = lines.reduce((most, { words }) => Math.max(most, words.length), 0);
  const cut = new Float64Array(width + 2);
  const starts = new Float64Array(width + 2);
  for (const { words } of lines) {
    for (const [index, { start, end }] of piecesOf(words).entries()) {
      // What only spaces stand before is in its place.
      starts[start]! += index === 0 ? 2 : 1;
      for (let at = start + 1; at < end; at++) {
        if (words[at] === ' ') continue;
        if (words[at - 1] === ' ') starts[at]! += 0.5;
        else cut[at]! += 1;
      }
    }
  }
  return heads.slice(1).map((head, index) => {
    const from = heads[index]!.start + 1;
    const to = Math.min(width, head.end - 1);
    let best = Math.min(to, head.start);
    let least = Number.POSITIVE_INFINITY;
    for (let at = from; at <= to; at++) {
      const cost = cut[at]! - starts[at]! * 0.5;
      if (cost < least) [best, least] = [at, cost];
    }
    return best;
  });
}

/** Words of a line in a column, as offsets; null for an empty cell. */
export type Cut = { readonly start: number; readonly end: number } | null;

/** The words of a line by columns. */
export function cutLine(words: string, edges: readonly number[]): Cut[] {
  const gaps = gapsOf(words);
  const pieces = piecesOf(words);
  const wideBefore = countWide(words);
  const cuts: number[] = [];
  /** How far this line is drawn to the left so far. */
  let shift = 0;
  for (const edge of edges) {
    const from = cuts.at(-1) ?? 0;
    const wide = wideBefore[Math.min(edge, words.length)]! - wideBefore[from]!;
    const lowest = Math.max(from, edge - shift - wide * MOST_DRAWN - 1.5);
    let best: Gap | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (const gap of gaps) {
      if (gap.end < lowest || gap.start > edge + 1) continue;
      const before = Math.max(0, wideBefore[gap.start]! - wideBefore[from]!);
      if (gap.end < edge - shift - before * MOST_DRAWN - 1.5) continue;
      const expected = edge - shift - before * DRAWN;
      const crossed = pieces.find((piece) => piece.start < gap.start && piece.end > gap.end);
      if (crossed && crossed.end <= edge - shift + 1) continue;
      const nearest = Math.min(Math.max(expected, gap.start), gap.end);
      const cost =
        Math.abs(nearest - expected) +
        (crossed ? SINGLE_GAP : 0) +
        (crossed && gap.justified ? JUSTIFIED : 0);
      if (cost < least) [best, least] = [gap, cost];
    }
    const cut = best ? best.end : withoutGap(pieces, edge - shift, lowest, words.length);
    if (best && best.end - best.start === 1) shift = Math.max(0, edge - best.end);
    else shift *= 0.7;
    cuts.push(Math.max(from, cut));
  }
  const bounds = [0, ...cuts, words.length];
  return bounds.slice(1).map((end, column) => {
    const start = bounds[column]!;
    return end > start && words.slice(start, end).trim() !== '' ? { start, end } : null;
  });
}

/** Where a line is cut that has no gap near an edge: before the words there, or behind them. */
function withoutGap(
  pieces: readonly Piece[],
  edge: number,
  lowest: number,
  length: number,
): number {
  const over = pieces.find(({ end }) => end > edge);
  if (over === undefined) return length;
  return over.start >= lowest ? over.start : over.end;
}

interface Gap {
  readonly start: number;
  readonly end: number;
  /** Whether single characters stand on both sides: `强 化`. */
  readonly justified: boolean;
}

function gapsOf(words: string): Gap[] {
  return Array.from(words.matchAll(/[ \u00a0]+/g), ({ index: start, 0: gap }) => {
    const end = start + gap.length;
    const single = (at: number): boolean => at < 0 || at >= words.length || words[at] === ' ';
    return { start, end, justified: single(start - 2) && single(end + 1) };
  });
}

/** Number of wide characters before each offset. */
function countWide(words: string): Uint16Array {
  const counts = new Uint16Array(words.length + 1);
  for (let at = 0; at < words.length; at++)
    counts[at + 1] = counts[at]! + (isWide(words.charCodeAt(at)) ? 1 : 0);
  return counts;
}
