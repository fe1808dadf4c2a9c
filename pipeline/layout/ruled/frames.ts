import { baselineOf } from '../lines/segments.js';
import type { FilledArea } from './cell-area.js';
import type { Grid } from './grid.js';

/** Share of a frame's area, and of its words, that stand in one stretch of it. */
const MOST = 0.5;
const NEARLY_ALL = 0.8;
/** The gap between characters of one word or sentence, as a share of their size. */
const NEXT = 0.5;

/**
 * Whether lines only frame a page or a text, though a box or a line touches the frame: then one stretch that no
 * line divides takes up most of it: the only one with words, one whose lines go on where the grid would cut, or
 * one with nearly all words that is no rectangle, as a box in a corner leaves it.
 */
export function isFrame(grid: Grid, areas: readonly FilledArea[]): boolean {
  const stretches = undividedStretches(grid, areas);
  const whole = areas.reduce((sum, area) => sum + sizeOf(grid, area), 0);
  const words = areas.reduce((sum, { characters }) => sum + characters.length, 0);
  const filled = stretches.filter((stretch) => stretch.some(({ characters }) => characters.length));
  return filled.some((stretch) => {
    const size = stretch.reduce((sum, area) => sum + sizeOf(grid, area), 0);
    const held = stretch.reduce((sum, { characters }) => sum + characters.length, 0);
    if (size <= whole * MOST || held <= words * MOST) return false;
    if (filled.length === 1) return areas.length > 1;
    return isCutThrough(stretch) || (stretch.length > 1 && held >= words * NEARLY_ALL);
  });
}

/** Whether a line of words goes on from one of the areas to the next. */
function isCutThrough(stretch: readonly FilledArea[]): boolean {
  const placed = stretch.flatMap(({ characters }, area) =>
    characters.map((character) => ({ character, area, row: Math.round(baselineOf(character)) })),
  );
  placed.sort((a, b) => a.row - b.row || a.character.box.x0 - b.character.box.x0);
  return placed.some(({ character, area, row }, index) => {
    const last = placed[index - 1];
    if (last === undefined || last.area === area || last.row !== row) return false;
    return character.box.x0 - last.character.box.x1 < character.size * NEXT;
  });
}

/** Areas that no line parts from each other, together. */
function undividedStretches(grid: Grid, areas: readonly FilledArea[]): FilledArea[][] {
  const columns = grid.xs.length - 1;
  const rows = grid.ys.length - 1;
  const owner = new Int32Array(columns * rows);
  for (const [index, { row, column, row_span, column_span }] of areas.entries()) {
    for (let at = row; at < row + row_span; at++) {
      owner.fill(index, at * columns + column, at * columns + column + column_span);
    }
  }
  const roots = areas.map((_, index) => index);
  const rootOf = (index: number): number => {
    while (roots[index] !== index) index = roots[index] = roots[roots[index]!]!;
    return index;
  };
  for (let square = 0; square < owner.length; square++) {
    if (square % columns > 0 && !grid.left[square]) {
      roots[rootOf(owner[square]!)] = rootOf(owner[square - 1]!);
    }
    if (square >= columns && !grid.above[square]) {
      roots[rootOf(owner[square]!)] = rootOf(owner[square - columns]!);
    }
  }
  const stretches = new Map<number, FilledArea[]>();
  for (const [index, area] of areas.entries()) {
    const root = rootOf(index);
    const stretch = stretches.get(root);
    if (stretch) stretch.push(area);
    else stretches.set(root, [area]);
  }
  return [...stretches.values()];
}

function sizeOf({ xs, ys }: Grid, { row, column, row_span, column_span }: FilledArea): number {
  return (xs[column + column_span]! - xs[column]!) * (ys[row + row_span]! - ys[row]!);
}
