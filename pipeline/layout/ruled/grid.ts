import type { EdgeGroup } from './connected-edges.js';
import type { Edge } from './edge.js';
import { SNAP } from './join-edges.js';

/**
 * The finest grid that a table's lines make: `xs` and `ys` are the positions of its lines, and the
 * flags say which side of which square is drawn. `above[row * columns + column]` is the upper side
 * of a square, `left[…]` its left side; the outer sides count as drawn.
 */
export interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly above: Uint8Array;
  readonly left: Uint8Array;
  /** For each column whether the table's foot is left open, with no line drawn below it. */
  readonly openBelow: Uint8Array;
}

/** More squares than a page of cells can have. */
const MOST_SQUARES = 100_000;
/** How far lines stand out over the last crossing line where a border is left out. */
const OVERHANG = 8;

/** The grid of a group of edges; null where it has no square, or too many for a table. */
export function groupToGrid({ horizontal, vertical }: EdgeGroup): Grid | null {
  const xs = withOpenSides(positions(vertical), horizontal);
  const ys = withOpenSides(positions(horizontal), vertical);
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  if (columns < 1 || rows < 1 || columns * rows > MOST_SQUARES) return null;
  const above = new Uint8Array(columns * rows);
  const left = new Uint8Array(columns * rows);
  const openBelow = new Uint8Array(columns).fill(1);
  for (const edge of horizontal) {
    const row = ys.indexOf(edge.position);
    markCovered(edge, xs, (column) => {
      if (row < rows) above[row * columns + column] = 1;
      else openBelow[column] = 0;
    });
  }
  for (const edge of vertical) {
    const column = xs.indexOf(edge.position);
    if (column < columns) markCovered(edge, ys, (row) => (left[row * columns + column] = 1));
  }
  above.fill(1, 0, columns);
  for (let row = 0; row < rows; row++) left[row * columns] = 1;
  return { xs, ys, above, left, openBelow };
}

const positions = (edges: readonly Edge[]): number[] =>
  [...new Set(edges.map(({ position }) => position))].sort((one, other) => one - other);

/**
 * Tables may leave out their outer left and right (or upper and lower) border: where at least two
 * crossing lines reach the same place beyond the last line, a border belongs there.
 */
function withOpenSides(lines: number[], crossing: readonly Edge[]): number[] {
  const before = commonEnd(crossing.map(({ start }) => lines[0]! - start));
  const after = commonEnd(crossing.map(({ end }) => end - lines.at(-1)!));
  const sides = [...lines];
  if (before !== null) sides.unshift(lines[0]! - before);
  if (after !== null) sides.push(lines.at(-1)! + after);
  return sides;
}

/** The longest overhang, where two lines at least have it and most lines reach as far. */
function commonEnd(overhangs: readonly number[]): number | null {
  const longest = Math.max(...overhangs);
  if (longest < OVERHANG) return null;
  const reaching = overhangs.filter((overhang) => overhang >= longest - SNAP).length;
  return reaching >= 2 ? longest : null;
}

/** Calls `mark` for each stretch between two lines that the edge covers for the most part. */
function markCovered(edge: Edge, lines: readonly number[], mark: (index: number) => void): void {
  for (let index = 0; index + 1 < lines.length; index++) {
    const from = Math.max(edge.start, lines[index]!);
    const to = Math.min(edge.end, lines[index + 1]!);
    if (to - from >= (lines[index + 1]! - lines[index]!) * 0.6) mark(index);
  }
}
