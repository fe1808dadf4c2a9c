import type { PackedPage } from '../../payload.js';

/** A stretch of the text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A rectangle on a page, in tenths of a point from the top left corner. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Characters that stand one behind the other on a page. */
export interface PlacedRun extends Stretch {
  readonly box: Rectangle;
  readonly runsDown: boolean;
}

/** Numbers that a run takes in the data. */
const NUMBERS = 6;

/** The runs of a page, in the order of the text. */
export function runsOf({ runs }: PackedPage): PlacedRun[] {
  const placed: PlacedRun[] = [];
  for (let at = 0; at + NUMBERS <= runs.length; at += NUMBERS) {
    const [start, count, x0, top, x1, bottom] = runs.slice(at, at + NUMBERS) as [
      ...[number, number, number],
      ...[number, number, number],
    ];
    const box = { x: x0, y: top, width: x1 - x0, height: bottom - top };
    placed.push({ start, end: start + Math.abs(count), box, runsDown: count < 0 });
  }
  return placed;
}

/** Where a stretch of the text is drawn: one rectangle a line of it. */
export function rectanglesOf(runs: readonly PlacedRun[], { start, end }: Stretch): Rectangle[] {
  const found: Rectangle[] = [];
  for (const run of runs) {
    const from = Math.max(start, run.start);
    const to = Math.min(end, run.end);
    if (from >= to) continue;
    const box = partOf(run, from, to);
    const last = found.at(-1);
    if (last && isNext(last, box)) found[found.length - 1] = around(last, box);
    else found.push(box);
  }
  return found;
}

/** The character at a point of a page, as its offset in the text; null where there is none. */
export function offsetAt(runs: readonly PlacedRun[], x: number, y: number): number | null {
  for (const { start, end, box, runsDown } of runs) {
    const across = (x - box.x) / box.width;
    const down = (y - box.y) / box.height;
    if (across < 0 || across >= 1 || down < 0 || down >= 1) continue;
    return start + Math.floor((runsDown ? down : across) * (end - start));
  }
  return null;
}

function partOf({ start, end, box, runsDown }: PlacedRun, from: number, to: number): Rectangle {
  const first = (from - start) / (end - start);
  const share = (to - from) / (end - start);
  return runsDown
    ? { ...box, y: box.y + box.height * first, height: box.height * share }
    : { ...box, x: box.x + box.width * first, width: box.width * share };
}

/** Whether two rectangles stand beside each other on one line, with at most a character between them. */
const isNext = (one: Rectangle, other: Rectangle): boolean => {
  const gap = other.x - (one.x + one.width);
  const height = Math.max(one.height, other.height);
  const level =
    Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y) > height / 2;
  return level && gap > -height / 2 && gap < height;
};

function around(one: Rectangle, other: Rectangle): Rectangle {
  const x = Math.min(one.x, other.x);
  const y = Math.min(one.y, other.y);
  const right = Math.max(one.x + one.width, other.x + other.width);
  const bottom = Math.max(one.y + one.height, other.y + other.height);
  return { x, y, width: right - x, height: bottom - y };
}
