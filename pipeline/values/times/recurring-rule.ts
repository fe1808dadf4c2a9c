import { readNumeral } from '../numeral.js';
import { boundBehind } from './bounds.js';
import type { TimeRule } from './expression.js';
import { readPoint } from './point.js';
import { settledDays, settleYear } from './point-value.js';
import { rangeDays, readRangeFrom } from './range.js';

/** ISO 8601 unit and the count of it that each word stands for. */
const UNITS: Readonly<Record<string, readonly [number, string]>> = {
  年: [1, 'Y'],
  年度: [1, 'Y'],
  半年: [6, 'M'],
  季: [3, 'M'],
  季度: [3, 'M'],
  月: [1, 'M'],
  月份: [1, 'M'],
  旬: [10, 'D'],
  周: [1, 'W'],
  星期: [1, 'W'],
  日: [1, 'D'],
  天: [1, 'D'],
  工作日: [1, 'D'],
};
const UNIT = '年度?(?!龄)|半年度?|季度?(?!节)|月份?(?!次)|旬|周(?!期|边)|星期|日(?!常)|天|工作日';

const EVERY = new RegExp(
  `每\\s{0,3}(?:(\\d{1,2}|[一二两三四五六七八九十]+)?\\s{0,3}个?\\s{0,3}(${UNIT})|隔?([一二两三四五六七八九十\\d]+)\\s{0,3}个?\\s{0,3}(${UNIT}))`,
  'y',
);
const BY_TERM = /(?:按|逐)(月|季度?|年度?|半年度?|周)(?![龄节租均边期限利薪息])/y;
/** Where in its month or quarter a duty falls: 每月10日前, 每季度末, 每季度首月15日前. */
const PLACE =
  /(?:\s{0,3}的?\s{0,3}(?:(?:第?[一二三首]个?月|首月|末月|[底末](?=\s{0,3}\d))?\s{0,3}\d{1,2}\s{0,3}[日号]|(?:最后|第)[一二三两\d]个?(?:周|工作日|天)|[底末初]|上旬|中旬|下旬))?(?:之?前)?/y;

/** On which day of the week: 每周五下班前, 每周一17:00前. */
const WEEKDAY =
  /(?:[一二三四五六日天](?![个次项场名])(?:[上下]午|下班|\s{0,3}\d{1,2}[:：时点](?:\d{2}分?)?)?)?(?:之?前)?/y;

/** 每年, 每半年, 每季度, 每月, 每两年, 按月, 按季度, 每年9月到11月, 每月10日前. */
export const recurringRule: TimeRule = {
  name: 'recurring',
  anchor:
    '每\\s{0,3}(?:隔|[\\d一二两三四五六七八九十]|个|年|半年|季|月|旬|周|星期|日|天|工作日)|[按逐](?:月|季|年|半年|周)',
  read(text, position, context) {
    EVERY.lastIndex = position;
    const match = EVERY.exec(text);
    if (!match) return termDraft(text, position);
    const count = readNumeral(match[1] ?? match[3] ?? '一') ?? 1;
    const unit = match[2] ?? match[4]!;
    const every = period(unit, count);
    const end = EVERY.lastIndex;
    const point = unit === '年' || unit === '年度' ? readPoint(text, end, context) : null;
    if (!point?.floating) {
      const place = /^(?:周|星期)$/.test(unit) ? WEEKDAY : PLACE;
      place.lastIndex = end;
      place.exec(text);
      return { end: place.lastIndex, kind: 'recurring', every };
    }
    const range = readRangeFrom(text, point, context);
    const behind = range ? null : boundBehind(text, point.end);
    return {
      end: behind?.bound === 'before' ? behind.position : (range?.end ?? point.end),
      kind: 'recurring',
      days: (years) => (range ? rangeDays(range, years) : settledDays(settleYear(point, years))),
      every,
    };
  },
};

function termDraft(text: string, position: number): ReturnType<TimeRule['read']> {
  BY_TERM.lastIndex = position;
  const match = BY_TERM.exec(text);
  // 逐年 and 逐月 say that something grows, not when it is due.
  if (!match || match[0].startsWith('逐')) return null;
  return { end: BY_TERM.lastIndex, kind: 'recurring', every: period(match[1]!, 1) };
}

function period(unit: string, count: number): string {
  const [each, letter] = UNITS[unit.replace(/^(半年)度$/, '$1')]!;
  return `P${each * count}${letter}`;
}

/** The days of 每月 that stand before another: 每月5日、20日. */
const DAYS_BEFORE =
  /每\s{0,3}个?\s{0,3}月\s{0,3}(?:\d{1,2}\s{0,3}[日号](?:之?前)?\s{0,3}[、和及]\s{0,3})+$/;
const DAY = /\d{1,2}\s{0,3}[日号](?:之?前)?/y;
const LONGEST_DAYS = 40;

/** 20日前 of 每月5日、20日前: another day of the same month. */
export const monthlyDayRule: TimeRule = {
  name: 'monthly_day',
  anchor: '(?<=[日号前]\\s{0,3}[、和及]\\s{0,3})\\d{1,2}\\s{0,3}[日号]',
  read(text, position) {
    DAY.lastIndex = position;
    if (!DAY.test(text)) return null;
    const end = DAY.lastIndex;
    const before = text.slice(Math.max(0, position - LONGEST_DAYS), position);
    return DAYS_BEFORE.test(before) ? { end, kind: 'recurring', every: 'P1M' } : null;
  },
};
