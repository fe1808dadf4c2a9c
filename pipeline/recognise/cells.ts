import type { PixelBox } from './raster.js';
import type { Segment } from './rulings.js';

/** Shares of an inch: how far a line may end before another that it meets; lines that are one. */
const REACH = 0.05;
const SAME = 0.035;
/** Share of an edge that a line must cover to part two cells. */
const COVERED = 0.7;
/** Shares of an inch: a narrower or lower place between lines is no cell. */
const LEAST_CELL = 0.08;

/** Shares of an inch: lines that meet in a smaller place are the strokes of large characters. */
const LEAST_TABLE = { width: 1.2, height: 0.22 };
/** A line that meets no other and is longer than this parts or underlines; else it is a stroke. */
const LEAST_ALONE = 1.2;

/** The cells that lines enclose, each with its table's number; merged cells are one. */
export interface Cell {
  readonly table: number;
  readonly box: PixelBox;
}

/** The lines of a page that are no strokes of its characters, and the cells that they enclose. */
export interface PrintedTables {
  readonly rulings: readonly Segment[];
  readonly cells: readonly Cell[];
}

/** Tables of a page from its straight lines; `inch` is one in pixels. */
export function tablesOf(segments: readonly Segment[], inch: number): PrintedTables {
  const rulings: Segment[] = [];
  const cells: Cell[] = [];
  for (const [table, group] of connected(segments, REACH * inch).entries()) {
    if (group.length >= 4 && isLarge(group, inch)) {
      rulings.push(...group);
      cells.push(...boxesOf(group, inch).map((box) => ({ table, box })));
    } else {
      rulings.push(...group.filter(({ from, to }) => to - from >= LEAST_ALONE * inch));
    }
  }
  return { rulings, cells };
}

function isLarge(group: readonly Segment[], inch: number): boolean {
  const longest = (direction: Segment['direction']): number =>
    Math.max(0, ...group.map((one) => (one.direction === direction ? one.to - one.from : 0)));
  return (
    longest('horizontal') >= LEAST_TABLE.width * inch &&
    longest('vertical') >= LEAST_TABLE.height * inch
  );
}

/** Groups of lines that meet. */
function connected(segments: readonly Segment[], reach: number): Segment[][] {
  const parents = segments.map((_, index) => index);
  const horizontal = segments.flatMap((one, index) =>
    one.direction === 'horizontal' ? [index] : [],
  );
  const vertical = segments.flatMap((one, index) => (one.direction === 'vertical' ? [index] : []));
  for (const h of horizontal) {
    for (const v of vertical) {
      if (meet(segments[h]!, segments[v]!, reach)) join(parents, h, v);
    }
  }
  const groups = new Map<number, Segment[]>();
  segments.forEach((segment, index) => {
    const root = rootOf(parents, index);
    const group = groups.get(root);
    if (group) group.push(segment);
    else groups.set(root, [segment]);
  });
  return [...groups.values()];
}

const meet = (horizontal: Segment, vertical: Segment, reach: number): boolean =>
  vertical.at >= horizontal.from - reach &&
  vertical.at <= horizontal.to + reach &&
  horizontal.at >= vertical.from - reach &&
  horizontal.at <= vertical.to + reach;

function rootOf(parents: number[], index: number): number {
  let root = index;
  while (parents[root] !== root) root = parents[root]!;
  for (let at = index; at !== root; ) {
    const next = parents[at]!;
    parents[at] = root;
    at = next;
  }
  return root;
}

function join(parents: number[], one: number, other: number): void {
  parents[rootOf(parents, other)] = rootOf(parents, one);
}

/** Elementary rectangles between all lines of a table, joined where no line parts them. */
function boxesOf(group: readonly Segment[], inch: number): PixelBox[] {
  const horizontal = group.filter(({ direction }) => direction === 'horizontal');
  const vertical = group.filter(({ direction }) => direction === 'vertical');
  const ys = places(horizontal, SAME * inch);
  const xs = places(vertical, SAME * inch);
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  if (columns < 1 || rows < 1) return [];
  const parts = (lines: readonly Segment[], at: number, from: number, to: number): boolean =>
    coverage(lines, at, from, to, SAME * inch) >= (to - from) * COVERED;
  const parents = Array.from({ length: columns * rows }, (_, index) => index);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const index = row * columns + column;
      const across = column + 1 < columns;
      if (across && !parts(vertical, xs[column + 1]!, ys[row]!, ys[row + 1]!)) {
        join(parents, index, index + 1);
      }
      const down = row + 1 < rows;
      if (down && !parts(horizontal, ys[row + 1]!, xs[column]!, xs[column + 1]!)) {
        join(parents, index, index + columns);
      }
    }
  }
  return unitedBoxes(parents, xs, ys).filter(
    ({ x0, x1, top, bottom }) => Math.min(x1 - x0, bottom - top) >= LEAST_CELL * inch,
  );
}

function unitedBoxes(parents: number[], xs: readonly number[], ys: readonly number[]): PixelBox[] {
  const columns = xs.length - 1;
  const boxes = new Map<number, { x0: number; top: number; x1: number; bottom: number }>();
  for (let index = 0; index < parents.length; index++) {
    const row = Math.floor(index / columns);
    const column = index % columns;
    const box = { x0: xs[column]!, top: ys[row]!, x1: xs[column + 1]!, bottom: ys[row + 1]! };
    const root = rootOf(parents, index);
    const known = boxes.get(root);
    if (!known) boxes.set(root, box);
    else {
      known.x0 = Math.min(known.x0, box.x0);
      known.x1 = Math.max(known.x1, box.x1);
      known.top = Math.min(known.top, box.top);
      known.bottom = Math.max(known.bottom, box.bottom);
    }
  }
  return [...boxes.values()];
}

/** Where lines stand across, those that nearly coincide as one. */
function places(lines: readonly Segment[], same: number): number[] {
  const sorted = lines.map(({ at }) => at).sort((a, b) => a - b);
  const places: number[] = [];
  let sum = 0;
  let count = 0;
  for (const [index, at] of sorted.entries()) {
    if (count > 0 && at - sorted[index - 1]! > same) {
      places.push(sum / count);
      [sum, count] = [0, 0];
    }
    sum += at;
    count++;
  }
  if (count > 0) places.push(sum / count);
  return places;
}

/** Length of an edge that lines cover. */
function coverage(
  lines: readonly Segment[],
  at: number,
  from: number,
  to: number,
  same: number,
): number {
  let covered = 0;
  let end = from;
  for (const line of lines) {
    if (Math.abs(line.at - at) > same) continue;
    const start = Math.max(line.from, end);
    const stop = Math.min(line.to, to);
    if (stop > start) {
      covered += stop - start;
      end = stop;
    }
  }
  return covered;
}
