import type { FlowCell } from './flow-block.js';
import type { Line } from './line.js';

/** A cell that the cut went through: what stands above it, and what below. */
interface Cut {
  readonly above: FlowCell;
  readonly below: FlowCell;
}

/**
 * The cells of both pieces of a table, the lower one's moved below the upper one's, with those
 * made whole that the cut went through: empty ones below a merged cell, groups that are named once
 * more, and in a row that goes on, words that do.
 * @param row the first row of the lower piece
 */
export function acrossSeam(
  upper: readonly FlowCell[],
  lower: readonly FlowCell[],
  row: number,
): FlowCell[] {
  const whole = new Map<FlowCell, FlowCell>();
  const dropped = new Set<FlowCell>();
  const join = ({ above, below }: Cut, lines: readonly Line[]): void => {
    const row_span = above.row_span + below.row_span;
    const text = lines.map((line) => line.text).join('\n');
    whole.set(above, { ...above, row_span, lines, text });
    dropped.add(below);
  };
  const cuts = cutsAt(upper, lower, row);
  let isSameRow = true;
  const open: Cut[] = [];
  for (const cut of cuts) {
    const { above, below } = cut;
    const merged = below.row_span > 1 || (isSameRow && above.row_span > 1);
    const repeats = isSameRow && wordsOf(above) === wordsOf(below);
    if (below.text === '' ? merged : repeats) join(cut, above.lines);
    else {
      isSameRow = false;
      open.push(cut);
    }
  }
  const namedAgain = dropped.size > 0 && dropped.has(cuts[0]!.below);
  if (namedAgain && open.some(countsOn)) {
    for (const cut of open) {
      if (countsOn(cut)) join(cut, [...cut.above.lines, ...cut.below.lines]);
      else if (isOpenList(cut.above)) join(cut, runOn(cut.above.lines, cut.below.lines));
    }
  }
  return [...upper, ...lower]
    .filter((cell) => !dropped.has(cell))
    .map((cell) => whole.get(cell) ?? cell);
}

/** Cells that end at the cut with those of the same columns that begin there, left to right. */
function cutsAt(upper: readonly FlowCell[], lower: readonly FlowCell[], row: number): Cut[] {
  const ending = new Map<number, FlowCell>();
  for (const cell of upper) if (cell.row + cell.row_span === row) ending.set(cell.column, cell);
  const cuts: Cut[] = [];
  for (const below of lower) {
    if (below.row > row) break;
    const above = ending.get(below.column);
    if (above && above.text !== '' && above.column_span === below.column_span) {
      cuts.push({ above, below });
    }
  }
  return cuts.sort((a, b) => a.above.column - b.above.column);
}

const wordsOf = (cell: FlowCell): string => cell.text.replace(/\s+/g, '');

const NUMBER = /(?:^|[\s。；])(\d{1,2})[.．、](?=\D)/g;

/** Whether the lower cell's numbers go on from the several of the upper one: 5.… 6.… above 7.…. */
function countsOn({ above, below }: Cut): boolean {
  const first = /^(\d{1,2})[.．、](?=\D)/.exec(below.text);
  if (!first) return false;
  const numbers = [...above.text.matchAll(NUMBER)];
  return numbers.length > 1 && Number(first[1]) === Number(numbers.at(-1)![1]) + 1;
}

const LONG_LIST = 12;

/** A list of names that has not come to its end. */
const isOpenList = ({ text }: FlowCell): boolean =>
  text.length >= LONG_LIST && text.includes('、') && !/(?:等|[。；）])$/.test(text);

/** The lines with the words of the cut line joined. */
function runOn(above: readonly Line[], below: readonly Line[]): Line[] {
  const last = above.at(-1);
  const first = below[0];
  if (!last || !first) return [...above, ...below];
  const shift = last.text.length;
  const moved = <T extends { start: number; end: number }>(span: T): T => ({
    ...span,
    start: span.start + shift,
    end: span.end + shift,
  });
  const joined: Line = {
    text: last.text + first.text,
    marks: [...last.marks, ...first.marks.map(moved)],
    links: [...last.links, ...first.links.map(moved)],
    indented: last.indented,
  };
  return [...above.slice(0, -1), joined, ...below.slice(1)];
}
