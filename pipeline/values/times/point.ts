import { readNumeral } from '../numeral.js';
import { addMonths, type Day } from './calendar.js';
import type { TimeContext } from './expression.js';
import { monthParts } from './month-part.js';
import { NUMERIC_ANCHOR, readNumericDate } from './numeric-date.js';
import { NO_DIGIT_BEFORE, SMALL_NUMBER } from './patterns.js';
import { dayOfMonth, isImpossible, months, type Point, WHOLE_YEAR } from './point-value.js';
import { readYear, YEAR_ANCHOR } from './year.js';
import { readYearPart, YEAR_PART_ANCHOR } from './year-part.js';

/** Words that name a month by its distance from the reference. */
const MONTH_WORD = /(本|当|这个|今个|上上个?|上个?|下下个?|下个?|次)月(?!度|均|季|球|亮|台)份?/y;
const MONTH_WORD_SHIFTS: Readonly<Record<string, number>> = {
  本: 0,
  当: 0,
  这个: 0,
  今个: 0,
  上: -1,
  上个: -1,
  上上: -2,
  上上个: -2,
  下: 1,
  下个: 1,
  下下: 2,
  下下个: 2,
  次: 1,
};
/** 月底 alone is the end of the month in which it is said. */
const BARE_MONTH_END = /(?<![\d一二三四五六七八九十个\s每本上下当次])(?=月[底末](?![线层]))/y;

/** Words that name a quarter or half-year by its distance from the reference. */
const SPAN_WORD = /(本|当|这个?|上个?|上一个?|下个?|下一个?)(季度?(?!节)|半年)[末底]?/y;
const BARE_DAY = new RegExp(
  `${NO_DIGIT_BEFORE}(?<!月\\s{0,3})(${SMALL_NUMBER})\\s{0,3}(?:日(?!之计|[常均益]|三餐)|号(?![文令楼线院门店机件公]))(?!之?[内后]|以[内后上下])`,
  'y',
);

const AFTER_YEAR = /(?<!每)年\s?$/;

/** What may begin a calendar point. */
export const POINT_ANCHOR = [
  YEAR_ANCHOR,
  YEAR_PART_ANCHOR,
  NUMERIC_ANCHOR,
  '(?:本|当|这个|今个|上个?|下个?|次)月',
  '(?:本|当|这个?|上个?|上一个?|下个?|下一个?)(?:季|半年)',
  '月[底末]',
  `${SMALL_NUMBER}\\s{0,3}[日号]`,
].join('|');

/**
 * The calendar point that begins at `position`: 2023年8月底, 6月30日, 第三季度, 去年九月, 2023-06-13.
 * Null where none begins there, or where it names a day that does not exist.
 */
export function readPoint(text: string, position: number, context: TimeContext): Point | null {
  const numeric = readNumericDate(text, position, context);
  if (numeric) return numeric;
  const point =
    readFromYear(text, position, context) ??
    readSpanWord(text, position, context) ??
    readFromMonthWord(text, position, context) ??
    readFromPart(text, position) ??
    readBareDay(text, position, context);
  if (!point) return null;
  // 6月31日 is a day that somebody wrote down; 6月31 may be anything.
  return isImpossible(point) && !/[日号]$/.test(text.slice(position, point.end)) ? null : point;
}

/** The bare day that ends a range: 8月11日至22日. */
export function readDayOfSameMonth(text: string, position: number, month: number): Point | null {
  BARE_DAY.lastIndex = position;
  const match = BARE_DAY.exec(text);
  if (!match) return null;
  const day = readNumeral(match[1]!)!;
  const part = dayOfMonth(month, day);
  if (day < 1 || isImpossible(part)) return null;
  return { ...part, end: BARE_DAY.lastIndex, year: null, basis: null, floating: true };
}

function readFromYear(text: string, position: number, context: TimeContext): Point | null {
  const year = readYear(text, position, context);
  if (!year) return null;
  const { shift, follows } = year;
  const base = {
    year: year.year,
    basis: year.basis,
    floating: false,
    ...(shift !== undefined && { shift }),
    ...(follows && { follows }),
  };
  const sameMonth = readMonthWord(text, year.end);
  if (sameMonth?.shift === 0 && context.date) {
    const inMonth = monthParts(text, sameMonth.end, context.date.month, year.year);
    if (inMonth) return { ...inMonth.part, ...base, end: inMonth.end };
  }
  const inYear = readYearPart(text, year.end, year.year, false);
  if (inYear) return { ...inYear.part, ...base, end: inYear.end };
  return { ...WHOLE_YEAR, ...base, end: year.end };
}

function readFromPart(text: string, position: number): Point | null {
  // A month after a year that is none of ours (康熙二十年9月) is not a month of this one.
  if (AFTER_YEAR.test(text.slice(Math.max(0, position - 3), position))) return null;
  const match = readYearPart(text, position, null, true);
  return match && { ...match.part, end: match.end, year: null, basis: null, floating: true };
}

function readFromMonthWord(text: string, position: number, context: TimeContext): Point | null {
  const word = readMonthWord(text, position);
  if (!word) return null;
  const inMonth = monthParts(text, word.end, 1, null);
  if (!inMonth) return null;
  const { part, end } = inMonth;
  const inMonthOf = (date: Day): Point => {
    const { year, month } = addMonths({ ...date, day: 1 }, word.shift);
    const { from, to, unit } = monthParts(text, word.end, month, year)?.part ?? part;
    return { from, to, unit, end, year, basis: 'reference', floating: false };
  };
  if (context.date) return inMonthOf(context.date);
  const open: Point = { ...part, end, year: null, basis: null, floating: false };
  // 当月 and 次月 are months of something else that the text speaks of.
  return /^[本这今下月]/.test(text.slice(position, position + 1))
    ? { ...open, ofIssue: inMonthOf }
    : open;
}

function readMonthWord(text: string, position: number): { end: number; shift: number } | null {
  MONTH_WORD.lastIndex = position;
  const match = MONTH_WORD.exec(text);
  if (match) return { end: MONTH_WORD.lastIndex, shift: MONTH_WORD_SHIFTS[match[1]!]! };
  BARE_MONTH_END.lastIndex = position;
  return BARE_MONTH_END.test(text) ? { end: position, shift: 0 } : null;
}

function readSpanWord(text: string, position: number, context: TimeContext): Point | null {
  SPAN_WORD.lastIndex = position;
  const match = SPAN_WORD.exec(text);
  // 上半年 and 下半年 are parts of a year; 上个半年 is the half-year before this one.
  if (!match || /^[上下]半年/.test(match[0])) return null;
  const [, word, span] = match;
  const length = span === '半年' ? 6 : 3;
  const shift = word!.startsWith('上') ? -length : word!.startsWith('下') ? length : 0;
  const end = SPAN_WORD.lastIndex;
  const unit = length === 6 ? 'half' : 'quarter';
  const spanOf = (date: Day): Point => {
    const month = Math.floor((date.month - 1) / length) * length + 1;
    const first = addMonths({ ...date, month, day: 1 }, shift);
    const span = months(first.month, first.month + length - 1, unit);
    return { ...span, end, year: first.year, basis: 'reference', floating: false };
  };
  if (context.date) return spanOf(context.date);
  return { ...WHOLE_YEAR, unit, end, year: null, basis: null, floating: false, ofIssue: spanOf };
}

/** 12号 and 29日 are days of the month in which they are said. */
function readBareDay(text: string, position: number, context: TimeContext): Point | null {
  if (!context.date) return null;
  const point = readDayOfSameMonth(text, position, context.date.month);
  return (
    point && {
      ...point,
      year: context.date.year,
      basis: 'reference',
      floating: false,
      bareDay: true,
    }
  );
}
