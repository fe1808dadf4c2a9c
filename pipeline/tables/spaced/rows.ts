import { type Anchor, endsName, endsPeriod } from './anchors.js';
import { cellsOfRows } from './cells-of-rows.js';
import type { SpacedHead } from './header.js';
import type { CellLine } from './pieces.js';

/** What is known of the lines of a page besides their words. */
export interface PageRows {
  readonly lines: readonly CellLine[];
  readonly heads: readonly SpacedHead[];
  /** Whether each line stands apart from the one before. */
  readonly apart: readonly boolean[];
  /** Characters of each column's full lines, 0 where that is unknown. */
  readonly full: readonly number[];
  /** Last words of each column on the page before. */
  readonly before: readonly string[];
  /** Columns of groups, whose cells go over several rows. */
  readonly groups: ReadonlySet<number>;
}

/** Where the lines of a page part to rows: the first line of each row from the second on. */
interface RowCuts {
  /** The first line of each row; lines before the first go on with the row of the page before. */
  readonly starts: readonly number[];
  readonly cost: number;
}

const GROUP_LABEL = /^(?:（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、)/;
const LABEL = /^(?:(\d{1,2})[.、．](?!\d)|([①-⑳]))/;
const SENTENCE_END = /[。；！]$/;
/** A cut where no cell has to begin anew, where a full line goes on, and lines before the first row. */
const MID_SENTENCE = 4;
const MID_LINE = 7;
/** Labels count on from row to row where a row goes on, and begin anew with the next. */
const NEXT_LABEL = 6;
const FIRST_LABEL = -1;
const LABELS_ANEW = -3;
const GOES_ON = 3;
const APART = -0.5;
/** An empty line above, and none, where empty lines part the rows of a page. */
const PARTED = -8;
const NOT_PARTED = 4;
/** Share of the stretches between empty lines that hold one row each, where they part rows. */
const PARTED_SHARE = 0.7;
const LEAST_PARTED = 3;
/** What a line costs that a row reaches further above its anchor than below it, and a cell's middle beside it. */
const UNEVEN = 0.5;
const CELL_OFF = 0.7;
const MOST_CELL_OFF = 5;

/**
 * Parts the lines of a page to rows by their anchors (numbers, or names in the middle of their
 * cells): a row and its cells reach as far above its anchor as below it, or, where cells begin at the
 * top, from its anchor to the next one. Where a sentence goes on no row begins.
 */
export function cutRows(page: PageRows, anchors: readonly Anchor[]): readonly number[] {
  if (anchors.length === 0) return [];
  const extents = page.lines[0]!.map((_, column) => nextFilled(page.lines, column));
  const cells = (
    from: number,
    to: number,
    off: (first: number, last: number) => number,
  ): number => {
    let cost = 0;
    for (const [column, { next, previous }] of extents.entries()) {
      if (page.groups.has(column)) continue;
      const first = next[from]!;
      if (first >= to) continue;
      cost += Math.min(MOST_CELL_OFF, off(first, previous[to - 1]!)) * CELL_OFF;
    }
    return cost;
  };
  const ofRow = cellsOfRows(page.heads, page.lines, anchors);
  const begins = beginCosts(page, partsRows(page.apart, anchors));
  const middle = cutAt(
    begins,
    anchors.map(({ middle }) => middle),
    (anchor, from, to) =>
      ofRow(from, to) +
      Math.abs(from + to - 1 - 2 * anchor) * UNEVEN +
      cells(from, to, (first, last) => Math.max(0, Math.abs((first + last) / 2 - anchor) - 0.5)),
  );
  const top = cutAt(
    begins,
    anchors.map(({ first }) => first),
    (anchor, from, to) =>
      ofRow(from, to) +
      Math.abs(anchor - from) * 2 * UNEVEN +
      cells(from, to, (first) => first - from),
  );
  return (top.cost < middle.cost ? top : middle).starts;
}

/** The next line with words in a column from each line on, and the last one up to each. */
function nextFilled(
  lines: readonly CellLine[],
  column: number,
): { next: Int32Array; previous: Int32Array } {
  const next = new Int32Array(lines.length + 1).fill(lines.length);
  const previous = new Int32Array(lines.length + 1).fill(-1);
  for (let at = lines.length - 1; at >= 0; at--)
    next[at] = lines[at]![column] === null ? next[at + 1]! : at;
  for (let at = 0; at < lines.length; at++)
    previous[at] = lines[at]![column] === null ? (at === 0 ? -1 : previous[at - 1]!) : at;
  return { next, previous };
}

type RowCost = (anchor: number, from: number, to: number) => number;

/** The cheapest cuts, row by row; each row holds one anchor. */
function cutAt(begins: readonly number[], anchors: readonly number[], costOf: RowCost): RowCuts {
  const count = begins.length;
  const first = Math.ceil(anchors[0]!);
  let states = new Map<number, RowCuts>();
  for (let at = 0; at <= first; at++) {
    const cost = at === 0 ? begins[0]! : GOES_ON + begins[at]!;
    states.set(at, { starts: [at], cost });
  }
  for (const [index, anchor] of anchors.entries()) {
    const after = anchors[index + 1];
    const next = new Map<number, RowCuts>();
    const last = after === undefined ? count : Math.ceil(after);
    const from = after === undefined ? count : Math.floor(anchor) + 1;
    for (let end = from; end <= last; end++) {
      for (const [start, { starts, cost }] of states) {
        const begin = end === count ? 0 : begins[end]!;
        const total = cost + costOf(anchor, start, end) + begin;
        if (total >= (next.get(end)?.cost ?? Number.POSITIVE_INFINITY)) continue;
        next.set(end, { starts: end === count ? starts : [...starts, end], cost: total });
      }
    }
    states = next;
  }
  return [...states.values()].reduce((best, cuts) => (cuts.cost < best.cost ? cuts : best), {
    starts: [0],
    cost: Number.POSITIVE_INFINITY,
  });
}

/** Shorter words may stand between two rows wherever they end. */
const SENTENCE_LENGTH = 8;

/** Whether empty lines part the rows: nearly each stretch between them has one anchor. */
function partsRows(apart: readonly boolean[], anchors: readonly Anchor[]): boolean {
  const counts: number[] = [];
  const middles = anchors.map(({ middle }) => Math.floor(middle));
  for (const [at, isApart] of apart.entries()) {
    if (isApart || at === 0) counts.push(0);
    counts[counts.length - 1]! += middles.filter((middle) => middle === at).length;
  }
  const single = counts.filter((count) => count === 1).length;
  return single >= LEAST_PARTED && single >= counts.length * PARTED_SHARE;
}

/** How unlikely it is that a row begins with each line: cells that go on in it from above. */
function beginCosts(page: PageRows, parted: boolean): number[] {
  const { lines, heads, apart, full, before: last } = page;
  const costs = lines.map((_, at) => {
    if (parted) return apart[at] ? PARTED : NOT_PARTED;
    return apart[at] ? APART : 0;
  });
  for (let column = 0; column < (lines[0]?.length ?? 0); column++) {
    let before = last[column] ?? '';
    let from = 0;
    let count = 0;
    for (const [at, line] of lines.entries()) {
      const words = line[column] ?? null;
      if (words === null) continue;
      const label = labelOf(words);
      const whole = label === null && isWhole(heads[column]!.kind, before, words);
      const cost =
        label === null
          ? whole
            ? 0
            : beginCost(before, words, full[column]!)
          : labelCost(label, count);
      count = label ?? count;
      // Lines without words in the column stand in the midst of what goes on below them.
      for (let between = from; between <= at; between++) costs[between]! += cost;
      before = words;
      from = at + 1;
    }
  }
  return costs;
}

/** Whether a cell is whole by what its column holds, so that the next row may begin below it. */
function isWhole(kind: SpacedHead['kind'], before: string, words: string): boolean {
  if (kind === 'period') return endsPeriod(before, words);
  const names = kind === 'units' || kind === 'lead_units' || kind === 'support_units';
  return names && endsName(before, words);
}

function beginCost(before: string, words: string, full: number): number {
  if (GROUP_LABEL.test(words)) return FIRST_LABEL;
  if (SENTENCE_END.test(before) || before === '') return 0;
  if (full >= SENTENCE_LENGTH && before.length >= full * 0.9) return MID_LINE;
  return before.length >= SENTENCE_LENGTH ? MID_SENTENCE : 0;
}

/** The number that words are labelled with: `3.`, `③`; null for none. */
function labelOf(words: string): number | null {
  const match = LABEL.exec(words);
  if (match === null) return null;
  return match[1] === undefined ? match[2]!.charCodeAt(0) - 0x245f : Number(match[1]);
}

function labelCost(label: number, last: number): number {
  if (label !== 1) return label === last + 1 || last === 0 ? NEXT_LABEL : MID_SENTENCE;
  return last > 1 ? LABELS_ANEW : FIRST_LABEL;
}
