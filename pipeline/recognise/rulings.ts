import type { Ink } from './ink.js';

/** A straight line that is printed on the page, in pixels. */
export interface Segment {
  readonly direction: 'horizontal' | 'vertical';
  /** Its middle across: y of a horizontal line, x of a vertical one. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly thickness: number;
}

/** Shares of an inch: a shorter run of ink may be a stroke, a thicker one a bar or a picture. */
const SHORTEST = 0.3;
const THICKEST = 0.07;
/** Lines that stand nearer, end to end or side by side, are one that was printed with breaks. */
const NEAR = 0.035;
/** Pixels without ink that a line may have within. */
const LARGEST_GAP = 1;

/** The lines printed on a page, from its runs of ink; `inch` is one in pixels. */
export function rulingsOf(ink: Ink, inch: number): Segment[] {
  const horizontal = runsOf(ink.width, ink.height, 1, ink.width, ink.data, inch);
  const vertical = runsOf(ink.height, ink.width, ink.width, 1, ink.data, inch);
  return [
    ...joinedSegments(horizontal, inch).map((line) => ({
      ...line,
      direction: 'horizontal' as const,
    })),
    ...joinedSegments(vertical, inch).map((line) => ({ ...line, direction: 'vertical' as const })),
  ];
}

type Line = Omit<Segment, 'direction'>;

interface Group {
  from: number;
  to: number;
  /** The run that the next line of pixels may carry on. */
  lastFrom: number;
  lastTo: number;
  readonly first: number;
  last: number;
  /** Pixels of ink, and their sum of places, for the middle. */
  ink: number;
  weighted: number;
}

/**
 * Runs along each line of pixels, joined to those beside them.
 * @param step distance in the data from one pixel of a run to the next
 * @param stride distance from one line of pixels to the next
 */
function runsOf(
  length: number,
  lines: number,
  step: number,
  stride: number,
  data: Uint8Array,
  inch: number,
): Line[] {
  const shortest = Math.max(8, SHORTEST * inch);
  const thickest = Math.max(4, THICKEST * inch);
  const ended: Line[] = [];
  let open: Group[] = [];
  const close = (group: Group): void => {
    const run = group.to - group.from;
    // A slant of the whole makes its bounds thick; what counts is its ink by length.
    const thickness = group.ink / run;
    if (thickness > thickest || group.last - group.first > thickest * 3) return;
    ended.push({ from: group.from, to: group.to, at: group.weighted / group.ink, thickness });
  };
  for (let line = 0; line < lines; line++) {
    const next: Group[] = [];
    for (const [from, to] of runsIn(data, line * stride, step, length, shortest)) {
      const group = open.find((one) => from <= one.lastTo + 2 && to >= one.lastFrom - 2);
      if (!group) {
        const ink = to - from;
        next.push({
          ...{ from, to, lastFrom: from, lastTo: to, first: line, last: line },
          ...{ ink, weighted: ink * (line + 0.5) },
        });
        continue;
      }
      if (group.last !== line) {
        group.lastFrom = from;
        group.lastTo = to;
        next.push(group);
      } else {
        group.lastFrom = Math.min(group.lastFrom, from);
        group.lastTo = Math.max(group.lastTo, to);
      }
      group.from = Math.min(group.from, from);
      group.to = Math.max(group.to, to);
      group.last = line;
      group.ink += to - from;
      group.weighted += (to - from) * (line + 0.5);
    }
    for (const group of open) if (group.last !== line) close(group);
    open = next;
  }
  open.forEach(close);
  return ended;
}

function* runsIn(
  data: Uint8Array,
  start: number,
  step: number,
  length: number,
  shortest: number,
): Generator<readonly [from: number, to: number]> {
  let from = -1;
  let lastInk = -1;
  for (let at = 0, place = start; at < length; at++, place += step) {
    if (data[place] === 1) {
      if (from < 0) from = at;
      lastInk = at;
    } else if (from >= 0 && at - lastInk > LARGEST_GAP) {
      if (lastInk + 1 - from >= shortest) yield [from, lastInk + 1];
      from = -1;
    }
  }
  if (from >= 0 && lastInk + 1 - from >= shortest) yield [from, lastInk + 1];
}

/** Lines of which one carries on another, or runs beside it, made one. */
function joinedSegments(lines: readonly Line[], inch: number): Line[] {
  const near = Math.max(3, NEAR * inch);
  const sorted = [...lines].sort((a, b) => a.at - b.at || a.from - b.from);
  const joined: Line[] = [];
  for (const line of sorted) {
    const index = joined.findLastIndex(
      (other) =>
        line.at - other.at <= near && line.from <= other.to + near && line.to >= other.from - near,
    );
    if (index < 0) {
      joined.push(line);
      continue;
    }
    const other = joined[index]!;
    const [a, b] = [line.to - line.from, other.to - other.from];
    joined[index] = {
      from: Math.min(line.from, other.from),
      to: Math.max(line.to, other.to),
      at: (line.at * a + other.at * b) / (a + b),
      thickness: Math.max(line.thickness, other.thickness),
    };
  }
  return joined;
}
