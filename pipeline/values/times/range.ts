import type { SettledDays, TimeContext, Years } from './expression.js';
import { FULL_YEAR, NO_DIGIT_AFTER, NO_DIGIT_BEFORE, RANGE_MARK } from './patterns.js';
import { readDayOfSameMonth, readPoint } from './point.js';
import {
  isImpossible,
  type Point,
  pointDays,
  settledDays,
  settleYear,
  WHOLE_YEAR,
} from './point-value.js';
import { fullYear } from './year.js';

/** Two points and all days between them. */
export interface RangeMatch {
  readonly first: Point;
  readonly last: Point;
  readonly end: number;
}

/** 2月11日上午9点至2月28日24时. */
const HOUR =
  '(?:\\s{0,3}(?:上午|下午|中午|晚上?|早上?|凌晨)?\\s{0,3}\\d{1,2}(?:[:：]\\d{2}|[时点](?:\\d{1,2}分|整|半)?))?';
const MARK = new RegExp(
  `(?:\\((?:不?含[^()]{0,4}|星期.|周.)\\))?${HOUR}\\s{0,3}(?:起|开始|以后)?\\s{0,3}[,，]?\\s{0,3}${RANGE_MARK}\\s{0,3}`,
  'y',
);
const AND = /\s{0,3}[和与]\s{0,3}/y;
const BETWEEN = /\s{0,3}之?间/y;
const CLOSING =
  /(?:\(不?含[^()]{0,4}\)(?=\s{0,3}(?:止|期间)))?\s{0,3}(?:为止|止(?!于)|期间|之?间(?!接))/y;

/** 2023-2025年, 2023—2025: the first year leaves its sign out. */
const YEARS = new RegExp(
  `${NO_DIGIT_BEFORE}(?<![-—/])(${FULL_YEAR})\\s{0,3}${RANGE_MARK}\\s{0,3}(?=${FULL_YEAR})`,
  'y',
);
const BARE_YEAR = new RegExp(
  `((?:19|20)\\d\\d)${NO_DIGIT_AFTER}(?![-—/%])(?!\\s{0,3}[个家项名户万亿元])`,
  'y',
);
const LONGEST_BARE_RANGE = 50;

export const RANGE_ANCHOR = `${FULL_YEAR}\\s{0,3}${RANGE_MARK}\\s{0,3}${FULL_YEAR}`;

/** 2023—2027年, 2023-2025; null where no range of such years begins at `position`. */
export function readYearRange(
  text: string,
  position: number,
  context: TimeContext,
): RangeMatch | null {
  YEARS.lastIndex = position;
  const match = YEARS.exec(text);
  if (!match) return null;
  const year = fullYear(match[1]!);
  if (year === null) return null;
  const second = YEARS.lastIndex;
  const first: Point = { ...WHOLE_YEAR, end: second, year, basis: 'explicit', floating: false };
  const last =
    readPoint(text, second, { ...context, wholeText: false }) ?? bareYear(text, second, year);
  if (!last || last.year === null || last.year < year) return null;
  return { first, last, end: closingEnd(text, last.end) };
}

/** The range that goes on from a point: 2017年8月至11月, 6月1日—15日, 从2015年到2018年. */
export function readRangeFrom(text: string, first: Point, context: TimeContext): RangeMatch | null {
  MARK.lastIndex = first.end;
  if (MARK.test(text)) {
    const last = secondPoint(text, MARK.lastIndex, first, context);
    return last && inOrder(first, last) ? { first, last, end: closingEnd(text, last.end) } : null;
  }
  AND.lastIndex = first.end;
  if (!AND.test(text)) return null;
  const last = secondPoint(text, AND.lastIndex, first, context);
  if (!last) return null;
  BETWEEN.lastIndex = last.end;
  if (!BETWEEN.test(text)) return null;
  return inOrder(first, last) ? { first, last, end: BETWEEN.lastIndex } : null;
}

function secondPoint(
  text: string,
  position: number,
  first: Point,
  context: TimeContext,
): Point | null {
  const sameMonth =
    first.unit === 'day' ? readDayOfSameMonth(text, position, first.to.month) : null;
  const point = sameMonth ?? readPoint(text, position, context);
  if (point && isImpossible(point)) return null;
  if (!point?.floating && !point?.bareDay) return point;
  return first.year === null ? { ...point, year: null, floating: true } : sameYear(first, point);
}

/** First and last day of a range, the year of either taken from what surrounds it or from the other. */
export function rangeDays(range: RangeMatch, years: Years): SettledDays {
  const first = settleYear(range.first, years);
  const last =
    range.last.year === null && range.last.floating && first.year !== null
      ? sameYear(first, range.last)
      : settleYear(range.last, years);
  const from = settledDays(first);
  const to = settledDays(last);
  const fault = from.fault ?? to.fault ?? null;
  if (fault) return { from: null, to: null, year_basis: null, fault };
  const { year_basis, lacksYear } = to;
  const year = to.year ?? null;
  return { from: from.from, to: to.to, year_basis, year, ...(lacksYear && { lacksYear }) };
}

/** A second point that says no year is in that of the first, or the next. */
function sameYear(first: Point, last: Point): Point {
  const { year, basis, shift } = first;
  return afterFirst(first, {
    ...last,
    year,
    basis,
    floating: false,
    ...(shift !== undefined && { shift }),
  });
}

/** A second point without a year of its own is the next one after the first: 10月和5月间. */
function afterFirst(first: Point, last: Point): Point {
  const earlier =
    last.to.month < first.from.month ||
    (last.to.month === first.from.month && last.to.day !== 0 && last.to.day < first.from.day);
  const year = last.year! + (earlier ? 1 : 0);
  return pointDays(last, year) ? { ...last, year } : last;
}

function inOrder(first: Point, last: Point): boolean {
  if (isImpossible(first) || first.year === null || last.year === null) return !isImpossible(first);
  if (first.year !== last.year) return first.year < last.year;
  const [from, to] = [pointDays(first, first.year), pointDays(last, last.year)];
  return (
    from !== null &&
    to !== null &&
    (from.from.month < to.to.month ||
      (from.from.month === to.to.month && from.from.day <= to.to.day))
  );
}

function bareYear(text: string, position: number, first: number): Point | null {
  BARE_YEAR.lastIndex = position;
  const match = BARE_YEAR.exec(text);
  if (!match || first < 1900) return null;
  const year = Number(match[1]);
  if (year <= first || year - first > LONGEST_BARE_RANGE) return null;
  return { ...WHOLE_YEAR, end: BARE_YEAR.lastIndex, year, basis: 'explicit', floating: false };
}

function closingEnd(text: string, position: number): number {
  CLOSING.lastIndex = position;
  return CLOSING.test(text) ? CLOSING.lastIndex : position;
}
