import type { HeadKind } from '../../lexicon/column-heads.js';
import type { ColumnPlaces } from './columns.js';
import { type Cut, isWide, type Piece, printedWidths, widthIn, wordsOf } from './pieces.js';

/** A cut at a single space, less before a label. */
const SINGLE_GAP = 1.5;
const BEFORE_LABEL = 0.5;
/** A single space inside a cell between two characters that are printed wide: sentences have none. */
const WIDE_PAIR = 2.5;
/** A wide gap inside a cell, and each space more. */
const WIDE_GAP = 4;
const WIDER_GAP = 0.5;
const MOST_GAP = 9;
/** Words that begin or end outside their column, a character. */
const OUTSIDE = 0.3;
const BEYOND = 0.15;
const MOST_OUTSIDE = 6;
/** Words that begin where none of the column do. */
const ELSEWHERE = 1;
const DRAWN = 0.5;
/** Words that are wider than the column's full lines, a printed column. */
const TOO_WIDE = 0.8;
const MOST_TOO_WIDE = 14;
/** Words before a single gap that do not fill their column: only what fills it comes so near to the next. */
const NOT_FULL = 0.25;
const MOST_NOT_FULL = 5;

/** Words that a column does not hold by its head. */
const FOREIGN: Partial<Record<HeadKind, RegExp>> = {
  number: /[^\d（）()一二三四五六七八九十.、]/,
  units: /^\d/,
  lead_units: /^\d/,
  support_units: /^\d/,
  period: /^[*＊]|[局委办]$/,
};
const FOREIGN_WORD = 4;

/** Words that stand below the whole of another column's head. */
const OTHER_HEAD = 2;

const LABEL =
  /^(?:\d{1,2}[.、．](?!\d)|（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、|[①-⑳*＊])/;

/** The words of a line by columns: the cheapest way to give them to columns in order. */
export function cutLine(line: string, columns: readonly ColumnPlaces[]): Cut[] {
  const words = wordsOf(line);
  const count = words.length;
  const sums = printedWidths(line);
  const gap = (at: number): number =>
    at === 0 || at >= count ? 9 : words[at]!.start - words[at - 1]!.end;
  const foreign = columns.map(({ head }) => foreignCosts(head.kind, words));
  /** Costs of leaving the gap before each word inside a cell, added up. */
  const inside = new Float64Array(count + 1);
  for (let at = 1; at <= count; at++) {
    const spaces = gap(at);
    const cost =
      at === count
        ? 0
        : spaces < 2
          ? pairCost(words[at - 1]!.text, words[at]!.text)
          : Math.min(MOST_GAP, WIDE_GAP + (spaces - 2) * WIDER_GAP);
    inside[at] = inside[at - 1]! + cost;
  }
  const cutCost = (at: number): number => {
    if (gap(at) > 1) return 0;
    return LABEL.test(words[at]!.text) ? BEFORE_LABEL : SINGLE_GAP;
  };
  const cellCost = (index: number, from: number, to: number): number => {
    const column = columns[index]!;
    const { start } = words[from]!;
    const { end } = words[to - 1]!;
    const drawn = gap(from) === 1;
    let cost = inside[to - 1]! - inside[from]! + startCost(column, start, drawn);
    cost += foreign[index]![to]! - foreign[index]![from]!;
    for (const { head } of columns) {
      if (head !== column.head && head.start >= start && head.end <= end) cost += OTHER_HEAD;
    }
    if (column.area !== null && end > column.area.to)
      cost += Math.min(MOST_OUTSIDE, (end - column.area.to) * BEYOND);
    if (column.width !== null) {
      const width = widthIn(sums, line, { start, end });
      // Words without a space are of one cell, however wide.
      if (to - from > 1 && width > column.width + 1)
        cost += Math.min(MOST_TOO_WIDE, (width - column.width - 1) * TOO_WIDE);
      if (gap(to) === 1)
        cost += Math.min(MOST_NOT_FULL, Math.max(0, column.width - width - 2) * NOT_FULL);
    }
    return cost;
  };
  // best[column][word]: the least cost of giving the words before `word` to the columns before `column`.
  let best = new Float64Array(count + 1).fill(Number.POSITIVE_INFINITY);
  best[0] = 0;
  const from: Int16Array[] = [];
  for (const index of columns.keys()) {
    const next = Float64Array.from(best);
    const origin = Int16Array.from({ length: count + 1 }, (_, at) => at);
    for (let start = 0; start < count; start++) {
      if (best[start] === Number.POSITIVE_INFINITY) continue;
      const open = best[start]! + (start === 0 ? 0 : cutCost(start));
      for (let end = start + 1; end <= count; end++) {
        if (inside[end - 1]! - inside[start]! > MOST_GAP * 2) break;
        const cost = open + cellCost(index, start, end);
        if (cost < next[end]!) [next[end], origin[end]] = [cost, start];
      }
    }
    best = next;
    from.push(origin);
  }
  const cuts: Cut[] = columns.map(() => null);
  let end = count;
  for (let column = columns.length - 1; column >= 0; column--) {
    const start = from[column]![end]!;
    if (start < end) cuts[column] = { start: words[start]!.start, end: words[end - 1]!.end };
    end = start;
  }
  return cuts;
}

/** What it costs that a single space parts two words of one cell. */
const pairCost = (before: string, behind: string): number =>
  isWide(before.charCodeAt(before.length - 1)) && isWide(behind.charCodeAt(0)) ? WIDE_PAIR : 0;

/** Words that a column of their kind does not hold, added up. */
function foreignCosts(kind: HeadKind | null, words: readonly Piece[]): Float64Array {
  const costs = new Float64Array(words.length + 1);
  for (const [at, { text }] of words.entries()) {
    const cost = kind !== null && FOREIGN[kind]?.test(text) ? FOREIGN_WORD : 0;
    costs[at + 1] = costs[at]! + cost;
  }
  return costs;
}

/** What it costs that words of a column begin at an offset; those behind a single gap are drawn along. */
function startCost(column: ColumnPlaces, start: number, drawn: boolean): number {
  const { area } = column;
  let cost: number;
  if (area !== null) {
    const off = start < area.from ? area.from - start : Math.max(0, start - area.to + 1);
    cost = Math.min(MOST_OUTSIDE, off * OUTSIDE);
  } else {
    const near = [-1, 0, 1].reduce((sum, by) => sum + (column.starts.get(start + by) ?? 0), 0);
    if (near >= column.usual) return 0;
    const known = column.first >= 0;
    const [first, last] = known
      ? [column.first, column.last]
      : [column.head.start, column.head.end];
    const off = start < first ? first - start : Math.max(0, start - last);
    cost = Math.min(MOST_OUTSIDE, (known ? ELSEWHERE : 0) + off * OUTSIDE);
  }
  return drawn ? Math.min(cost, DRAWN) : cost;
}
