import type { SpacedHead } from './header.js';
import { type Cut, piecesOf, printedWidths, type SpacedLine, widthIn } from './pieces.js';

/** How often words of some lines would be cut at each offset, less how often they begin there. */
function cutCosts(lines: readonly SpacedLine[]): Float64Array {
  const width = lines.reduce((most, { words }) => Math.max(most, words.length), 0);
  const costs = new Float64Array(width + 2);
  for (const { words } of lines) {
    for (const [index, { start, end }] of piecesOf(words).entries()) {
      // What only spaces stand before is in its place.
      costs[start]! -= index === 0 ? 1 : 0.5;
      for (let at = start + 1; at < end; at++) {
        if (words[at] === ' ') continue;
        if (words[at - 1] === ' ') costs[at]! -= 0.25;
        else costs[at]! += 1;
      }
    }
  }
  return costs;
}

/** Where the columns of a page part: between two heads, where the fewest words are cut. */
export function columnEdges(heads: readonly SpacedHead[], lines: readonly SpacedLine[]): number[] {
  return edgesIn(heads, cutCosts(lines)).edges;
}

function edgesIn(
  heads: readonly SpacedHead[],
  costs: Float64Array,
): { readonly edges: number[]; readonly cost: number } {
  // least[at]: the cheapest edges so far of which the last stands at or before an offset.
  let least = new Float64Array(costs.length);
  const chosen: Int32Array[] = [];
  for (const [index, head] of heads.slice(1).entries()) {
    const from = heads[index]!.start + 1;
    const to = Math.max(from, Math.min(costs.length - 2, head.end - 1));
    const next = new Float64Array(costs.length).fill(Number.POSITIVE_INFINITY);
    const edge = new Int32Array(costs.length).fill(Math.min(to, head.start));
    for (let at = from; at < costs.length; at++) {
      const before = index === 0 ? 0 : least[at - NARROWEST]!;
      const cost = at > to ? Number.POSITIVE_INFINITY : before + costs[at]!;
      const isLess = cost < next[at - 1]!;
      next[at] = isLess ? cost : next[at - 1]!;
      edge[at] = isLess ? at : edge[at - 1]!;
    }
    least = next;
    chosen.push(edge);
  }
  const cost = least.at(-1) ?? 0;
  const edges: number[] = [];
  let at = costs.length - 1;
  for (const edge of chosen.toReversed()) {
    edges.unshift(edge[at]!);
    at = Math.max(0, edge[at]! - NARROWEST);
  }
  return { edges, cost };
}

/** Least characters between two edges. */
const NARROWEST = 2;

/** By how much a page without heads may be printed wider or narrower than the one with them. */
const STRETCHES = [1, 0.95, 1.05, 0.9, 1.1, 0.85, 1.15, 0.8, 1.2, 0.75, 1.25, 0.7, 1.3, 0.65, 0.6];

/** Share of a page's lines by which a stretch must be better than none. */
const MUCH_LESS = 0.05;

/** Where heads would stand above a page that repeats none: as far apart as the fewest words are cut. */
export function headsAbove(
  heads: readonly SpacedHead[],
  lines: readonly SpacedLine[],
): readonly SpacedHead[] {
  const costs = cutCosts(lines);
  let best = heads;
  let least = Number.POSITIVE_INFINITY;
  for (const stretch of STRETCHES) {
    const moved = heads.map((head) => ({
      ...head,
      start: Math.round(head.start * stretch),
      end: Math.round(head.start * stretch) + head.end - head.start,
    }));
    const { cost } = edgesIn(moved, costs);
    if (cost < least - lines.length * MUCH_LESS) [best, least] = [moved, cost];
  }
  return best;
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

/** Share of the lines that are as wide as most are, which the widest lines have at the least: fewer hold two cells. */
const FULL_PEAK = 0.35;

/** The widest that many lines of a column are. */
function fullWidth(widths: readonly number[]): number {
  const sorted = [...widths].sort((one, other) => other - one);
  const alike = sorted.map((width, index) => {
    let same = 0;
    while (index + same < sorted.length && sorted[index + same]! >= width - SAME_WIDTH) same++;
    return same;
  });
  const peak = alike.reduce((most, same) => Math.max(most, same), 0);
  const least = Math.max(2, sorted.length * FULL_SHARE, peak * FULL_PEAK);
  const at = alike.findIndex((same) => same >= least);
  return sorted[Math.max(0, at)] ?? 0;
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
