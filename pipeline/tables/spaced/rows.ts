/** A line of a page by columns: its words, null where a column has none. */
export type CellLine = readonly (string | null)[];

/** Where the lines of a page part to rows: the first line of each row from the second on. */
export interface RowCuts {
  /** The first line of each row; lines before the first go on with the row of the page before. */
  readonly starts: readonly number[];
  readonly cost: number;
}

const LABEL_ONE = /^(?:1[.、．](?!\d)|（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、|①)/;
const SENTENCE_END = /[。；！]$/;
/** A cut where no cell has to begin anew, and lines before the first row. */
const MID_SENTENCE = 5;
const GOES_ON = 3;

/**
 * Parts the lines of a page to rows by their anchors (numbers, or names in the middle of their
 * cells): a row reaches as far above its anchor as below it, or, where cells begin at the top, from
 * its anchor to the next one. Where a sentence goes on no row begins.
 */
export function cutRows(lines: readonly CellLine[], anchors: readonly number[]): readonly number[] {
  if (anchors.length === 0) return [];
  const middle = cutAt(lines, anchors, (anchor, from, to) => Math.abs(from + to - 1 - 2 * anchor));
  const top = cutAt(lines, anchors, (anchor, from) => Math.abs(anchor - from) * 2);
  return (top.cost < middle.cost ? top : middle).starts;
}

type Fit = (anchor: number, from: number, to: number) => number;

/** The cheapest cuts, row by row; each row holds one anchor. */
function cutAt(lines: readonly CellLine[], anchors: readonly number[], fit: Fit): RowCuts {
  const begins = beginCosts(lines);
  const first = Math.ceil(anchors[0]!);
  let states = new Map<number, RowCuts>();
  for (let at = 0; at <= first; at++) {
    const cost = at === 0 ? 0 : GOES_ON + begins[at]!;
    states.set(at, { starts: [at], cost });
  }
  for (const [index, anchor] of anchors.entries()) {
    const after = anchors[index + 1];
    const next = new Map<number, RowCuts>();
    const last = after === undefined ? lines.length : Math.ceil(after);
    const from = after === undefined ? lines.length : Math.floor(anchor) + 1;
    for (let end = from; end <= last; end++) {
      for (const [start, { starts, cost }] of states) {
        const begin = end === lines.length ? 0 : begins[end]!;
        const total = cost + fit(anchor, start, end) + begin;
        if (total >= (next.get(end)?.cost ?? Number.POSITIVE_INFINITY)) continue;
        next.set(end, { starts: end === lines.length ? starts : [...starts, end], cost: total });
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

/** How unlikely it is that a row begins with each line: cells that go on in it from above. */
function beginCosts(lines: readonly CellLine[]): number[] {
  const costs = lines.map(() => 0);
  for (let column = 0; column < (lines[0]?.length ?? 0); column++) {
    let before = '';
    let from = 0;
    for (const [at, line] of lines.entries()) {
      const words = line[column] ?? null;
      if (words === null) continue;
      const open = before.length >= SENTENCE_LENGTH && !SENTENCE_END.test(before);
      const cost = LABEL_ONE.test(words) ? -1 : open ? MID_SENTENCE : 0;
      // Lines without words in the column stand in the midst of what goes on below them.
      for (let between = from; between <= at; between++) costs[between]! += cost;
      before = words;
      from = at + 1;
    }
  }
  return costs;
}

/** The middles of the runs of lines in which a column has words. */
export function runMiddles(lines: readonly CellLine[], column: number): number[] {
  const middles: number[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (lines[at]![column] === null) continue;
    let end = at;
    while (end + 1 < lines.length && lines[end + 1]![column] !== null) end++;
    middles.push((at + end) / 2);
    at = end;
  }
  return middles;
}
