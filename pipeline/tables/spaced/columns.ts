import type { SpacedHead } from './header.js';
import { type Cut, piecesOf, printedWidths, type SpacedLine, widthIn } from './pieces.js';

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

/** What is known of a column: how often words of a page begin at each offset, and how far they reach in print. */
export interface ColumnPlaces {
  readonly head: SpacedHead;
  /** Before anything was read: where it begins and ends; null afterwards. */
  readonly area: { readonly from: number; readonly to: number } | null;
  readonly starts: ReadonlyMap<number, number>;
  /** How often words begin at a place that is usual for them. */
  readonly usual: number;
  readonly first: number;
  readonly last: number;
  /** Printed width of its full lines; null before anything was read. */
  readonly width: number | null;
}

/** Columns before anything was read: between the edges of a page. */
export function areasOf(heads: readonly SpacedHead[], edges: readonly number[]): ColumnPlaces[] {
  const bounds = [0, ...edges, Number.POSITIVE_INFINITY];
  return bounds.slice(1).map((to, column) => ({
    head: heads[column]!,
    area: { from: bounds[column]!, to },
    starts: new Map(),
    usual: 0,
    first: bounds[column]!,
    last: to,
    width: null,
  }));
}

/** Share of the widths of a column that its full lines have at the least. */
const FULL_SHARE = 0.12;
const SAME_WIDTH = 3;
/** Share of a column's lines on a page that begin at a usual place. */
const USUAL_SHARE = 0.08;

/** Printed widths of the full lines of each column, told from all its pages. */
export function columnWidths(
  heads: readonly SpacedHead[],
  lines: readonly SpacedLine[],
  cuts: readonly (readonly Cut[])[],
): number[] {
  const widths: number[][] = heads.map(() => []);
  for (const [at, row] of cuts.entries()) {
    const { words } = lines[at]!;
    const sums = printedWidths(words);
    for (const [column, cut] of row.entries()) {
      if (cut !== null && isApartBefore(words, cut.start) && isApartBehind(words, cut.end))
        widths[column]!.push(widthIn(sums, words, cut));
    }
  }
  return widths.map((seen, column) => Math.max(headWidth(heads[column]!), fullWidth(seen)));
}

/** A column is as wide as each line of its head. */
const headWidth = ({ places }: SpacedHead): number =>
  places.reduce((most, { start, end }) => Math.max(most, (end - start) * 2), 0);

/** The widest that many lines of a column are. */
function fullWidth(widths: readonly number[]): number {
  const sorted = [...widths].sort((one, other) => other - one);
  for (const [index, width] of sorted.entries()) {
    let same = 0;
    while (index + same < sorted.length && sorted[index + same]! >= width - SAME_WIDTH) same++;
    if (same >= Math.max(2, sorted.length * FULL_SHARE)) return width;
  }
  return sorted[0] ?? 0;
}

/** Whether a wide gap or the line's beginning stands before the words at an offset. */
const isApartBefore = (words: string, start: number): boolean =>
  /^\s*$|\s{2}$/.test(words.slice(0, start));

/** Whether a wide gap or the line's end stands behind them. */
const isApartBehind = (words: string, end: number): boolean =>
  /^\s*$|^\s{2}/.test(words.slice(end));

/** What the lines of a page tell of its columns. */
export function placesOf(
  heads: readonly SpacedHead[],
  widths: readonly number[],
  lines: readonly SpacedLine[],
  cuts: readonly (readonly Cut[])[],
): ColumnPlaces[] {
  return widths.map((width, column) => {
    const starts = new Map<number, number>();
    const seen: number[] = [];
    for (const [at, row] of cuts.entries()) {
      const cut = row[column];
      if (!cut) continue;
      const weight = isApartBefore(lines[at]!.words, cut.start) ? 1 : 0.25;
      starts.set(cut.start, (starts.get(cut.start) ?? 0) + weight);
      seen.push(cut.start);
    }
    seen.sort((one, other) => one - other);
    const trim = Math.floor(seen.length * 0.05);
    return {
      head: heads[column]!,
      area: null,
      starts,
      usual: Math.max(2, seen.length * USUAL_SHARE),
      first: seen[trim] ?? -1,
      last: seen[seen.length - 1 - trim] ?? -1,
      width,
    };
  });
}
