import type { Box } from '../../model/document.js';
import { boxAround } from './segments.js';

/** Anything with a place on the page: a segment, a table. */
export interface Placed {
  readonly box: Box;
}

/** Least lines on each side of a gutter. */
const LEAST_LINES = 4;
/** Shares of a column's width that its lines fill on average; less is a list or a table. */
const LEAST_FILL = 0.55;
/** Points: the narrowest column and the narrowest gutter. */
const NARROWEST_COLUMN = 70;
const NARROWEST_GUTTER = 8;
/** Share of the taller side that both sides must stand beside each other. */
const LEAST_OVERLAP = 0.5;
/** Columns within columns. */
const DEEPEST = 3;
/** Of three columns and more: the share of a column's width that its lines fill on average. */
const MORE_FILL = 0.75;
/** By what share the widths of such columns differ, and what share of the pieces stands in them. */
const SAME_WIDTH = 0.15;
const LEAST_BESIDE = 0.8;
/** Pages of more pieces are drawings. */
const MOST_PIECES = 2000;

/**
 * What stands on a page in the order in which columns are read: groups of pieces, each a column or
 * what spans all columns, each piece from the top. `pieces` are sorted from the top.
 */
export function columnsInOrder<Piece extends Placed>(
  pieces: readonly Piece[],
  depth = 0,
): Piece[][] {
  if (pieces.length === 0) return [];
  if (pieces.length < LEAST_LINES * 2 || depth >= DEEPEST) return [[...pieces]];
  const split = widestSplit(pieces, depth);
  if (!split) return [[...pieces]];
  return [
    ...columnsInOrder(pieces.slice(0, split.from), depth),
    ...columnsInOrder(split.left, depth + 1),
    ...columnsInOrder(split.right, depth + 1),
    ...columnsInOrder(pieces.slice(split.to), depth),
  ];
}

interface Split<Piece> {
  /** The pieces from `from` to `to` stand in two columns. */
  readonly from: number;
  readonly to: number;
  readonly left: readonly Piece[];
  readonly right: readonly Piece[];
}

/** The gutter beside which most pieces stand. */
function widestSplit<Piece extends Placed>(
  pieces: readonly Piece[],
  depth: number,
): Split<Piece> | null {
  let widest: Split<Piece> | null = null;
  for (const gutter of guttersBefore(pieces)) {
    for (const split of splitsAt(pieces, gutter, depth)) {
      if (!widest || split.to - split.from > widest.to - widest.from) widest = split;
    }
  }
  return widest;
}

/** Where several pieces begin away from the left margin: the right edges of possible gutters. */
function guttersBefore(pieces: readonly Placed[]): number[] {
  const starts = pieces.map(({ box }) => box.x0).sort((a, b) => a - b);
  const left = starts[0]!;
  const gutters: number[] = [];
  for (let index = 0; index < starts.length; ) {
    let end = index + 1;
    while (end < starts.length && starts[end]! - starts[index]! <= 3) end++;
    if (end - index >= LEAST_LINES && starts[index]! - left >= NARROWEST_COLUMN) {
      gutters.push(starts[index]!);
    }
    index = end;
  }
  return gutters;
}

function splitsAt<Piece extends Placed>(
  pieces: readonly Piece[],
  gutter: number,
  depth: number,
): Split<Piece>[] {
  const splits: Split<Piece>[] = [];
  let from = 0;
  for (let index = 0; index <= pieces.length; index++) {
    const piece = pieces[index];
    if (piece && !crosses(piece.box, gutter)) continue;
    const split = splitOf(pieces, from, index, gutter, depth);
    if (split) splits.push(split);
    from = index + 1;
  }
  return splits;
}

const crosses = ({ x0, x1 }: Box, gutter: number): boolean =>
  x0 < gutter - 2 && x1 > gutter - NARROWEST_GUTTER / 2;

function splitOf<Piece extends Placed>(
  pieces: readonly Piece[],
  from: number,
  to: number,
  gutter: number,
  depth: number,
): Split<Piece> | null {
  if (to - from < LEAST_LINES * 2) return null;
  const run = pieces.slice(from, to);
  const left = run.filter(({ box }) => box.x0 < gutter - 2);
  const right = run.filter(({ box }) => box.x0 >= gutter - 2);
  if (left.length < LEAST_LINES || right.length < LEAST_LINES) return null;
  const [a, b] = [boxAround(left), boxAround(right)];
  if (gutter - a.x1 < NARROWEST_GUTTER) return null;
  if (a.x1 - a.x0 < NARROWEST_COLUMN || b.x1 - b.x0 < NARROWEST_COLUMN) return null;
  if (fill(left, a) < LEAST_FILL) return null;
  const beside = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  if (beside < LEAST_OVERLAP * Math.min(a.bottom - a.top, b.bottom - b.top)) return null;
  if (fill(right, b) >= LEAST_FILL) return { from, to, left, right };
  const inner = fill(left, a) >= MORE_FILL ? moreColumns(right, a, depth) : null;
  return inner && withoutSpanning({ from, to, left, right }, inner);
}

/** A split into three columns and more without what stands over or below two of them. */
function withoutSpanning<Piece extends Placed>(
  { from, to, left, right }: Split<Piece>,
  inner: Split<Piece>,
): Split<Piece> {
  const first = left[0]!.box.top;
  const last = left.at(-1)!.box.top;
  const over = right.slice(0, inner.from).filter(({ box }) => box.top < first).length;
  const below = right.slice(inner.to).filter(({ box }) => box.top > last).length;
  const kept = right.slice(over, right.length - below);
  return { from: from + over, to: to - below, left, right: kept };
}

/**
 * The first split of pieces that stand in columns as wide as the one before them and as well filled:
 * a page of three or four. The columns of a table differ in width, and its cells are short.
 */
function moreColumns<Piece extends Placed>(
  pieces: readonly Piece[],
  first: Box,
  depth: number,
): Split<Piece> | null {
  if (depth >= DEEPEST || pieces.length > MOST_PIECES) return null;
  const split = widestSplit(pieces, depth + 1);
  if (!split || split.to - split.from < pieces.length * LEAST_BESIDE) return null;
  const own = boxAround(split.left);
  if (!isAsWide(own, first) || fill(split.left, own) < MORE_FILL) return null;
  const rest = boxAround(split.right);
  const isLast = isAsWide(rest, first) && fill(split.right, rest) >= MORE_FILL;
  return isLast || moreColumns(split.right, first, depth + 1) ? split : null;
}

const isAsWide = (a: Box, b: Box): boolean =>
  Math.abs(a.x1 - a.x0 - (b.x1 - b.x0)) <= (b.x1 - b.x0) * SAME_WIDTH;

const fill = (pieces: readonly Placed[], { x0, x1 }: Box): number =>
  pieces.reduce((sum, { box }) => sum + box.x1 - box.x0, 0) / pieces.length / (x1 - x0);
