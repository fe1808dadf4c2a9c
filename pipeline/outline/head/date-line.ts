import { readIsoDay } from '../../values/times/calendar.js';

const DIGITS: Readonly<Record<string, string>> = {
  ...{ 〇: '0', '○': '0', Ｏ: '0', O: '0', o: '0', 零: '0', 一: '1', 二: '2', 三: '3', 四: '4' },
  ...{ 五: '5', 六: '6', 七: '7', 八: '8', 九: '9' },
};
const DAY =
  /((?:19|20)\d{2}|[一二][〇○Ｏ零Oo0一二三四五六七八九]{3})年([\d一二三四五六七八九十]{1,3})月([\d一二三四五六七八九十]{1,3})日/;
const WHOLE_DAY = new RegExp(`^${DAY.source}$`);
/** （2023年6月13日）, （2023-06-13）, （2023.6.13）, （2023年6月） at the end of a heading. */
const BRACKET_AT_END = /[（(]([^（()）]{6,18})[）)]$/;
const NUMERIC_DAY = /^((?:19|20)\d{2})[-./](\d{1,2})[-./](\d{1,2})$/;
const MONTH = /^(?:19|20)\d{2}年\d{1,2}月$/;

/** ISO date of a line that is a date and nothing else, as it is printed (see `isCalendarDay`): 2023 年6 月13 日, 二〇二三年六月十三日. */
export function dateOfLine(line: string): string | null {
  if (line.length > 40) return null;
  return isoOf(WHOLE_DAY.exec(line.replace(/\s+/g, '')));
}

const VALUE_DAY =
  /^((?:19|20)\d{2})(?:[-./](\d{1,2})[-./](\d{1,2})|年\s*(\d{1,2})\s*月\s*(\d{1,2})日?)(?![\d年月])/;

/** ISO date that a value of a web page's head begins with: 2018年12月21日, 2018-12-21 10:00:00. */
export function dateOfValue(value: string): string | null {
  const match = VALUE_DAY.exec(value.trim());
  if (match) return isoFrom(match[1]!, match[2] ?? match[4]!, match[3] ?? match[5]!);
  return dateOfLine(value);
}

/**
 * `…的通知（2023年6月13日）` cut into title and date, the date null where it names a month only; null
 * where no such bracket ends the text.
 */
export function datedTitle(squeezedText: string): { title: string; date: string | null } | null {
  const bracket = BRACKET_AT_END.exec(squeezedText);
  if (!bracket) return null;
  const inner = bracket[1]!;
  const date = isoOf(WHOLE_DAY.exec(inner) ?? NUMERIC_DAY.exec(inner));
  if (date === null && !MONTH.test(inner)) return null;
  return { title: squeezedText.slice(0, bracket.index), date };
}

const PRINTED_DAY =
  /((?:19|20)\d{2}|[一二][〇○Ｏ零Oo0一二三四五六七八九]{3})\s?(?:年\s?([\d一二三四五六七八九十]{1,3})\s?月\s?([\d一二三四五六七八九十]{1,3})\s?日|[-./](\d{1,2})[-./](\d{1,2})(?!\d))/g;

/** False for a date as printed that no calendar has: 2025-02-30. */
export const isCalendarDay = (date: string): boolean => readIsoDay(date) !== null;

/** Where a text first prints a date, in whatever form; null where it does not. */
export function placeOfDate(text: string, date: string): { start: number; end: number } | null {
  for (const match of text.matchAll(PRINTED_DAY)) {
    const [printed, year, month, day, numericMonth, numericDay] = match;
    if (isoFrom(year!, month ?? numericMonth!, day ?? numericDay!) === date) {
      return { start: match.index, end: match.index + printed.length };
    }
  }
  return null;
}

function isoOf(match: RegExpExecArray | null): string | null {
  return match && isoFrom(match[1]!, match[2]!, match[3]!);
}

function isoFrom(printedYear: string, printedMonth: string, printedDay: string): string | null {
  const year = [...printedYear].map((digit) => DIGITS[digit] ?? digit).join('');
  const month = smallNumber(printedMonth);
  const day = smallNumber(printedDay);
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** 13, 十三, 二十三 and 三十 as numbers. */
function smallNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const digit = (part: string | undefined): number => Number(DIGITS[part ?? ''] ?? 0);
  return text.includes('十') ? (digit(tens) || 1) * 10 + digit(ones) : digit(ones);
}

/** `1999年7月13日,国家海洋局`, `（2023年6月13日）`: a day below a title, with who issued on it. */
const DAY_AND_BODY = /^[（(]?((?:19|20)\d{2}年\d{1,2}月\d{1,2}日)[,，\s]*(.{0,40}?)[）)]?$/;
/** `——2024年1月22日在某市第十七届人民代表大会第四次会议上`, below the title of what was spoken. */
const SPOKEN = /^[—–-]{1,2}((?:19|20)\d{2}年\d{1,2}月\d{1,2}日)在/;

/** The day that a line of the head is, with the body that stands beside it; null where it is none. */
export function readDayAndBody(line: string): { date: string; body: string | null } | null {
  const [, day, body = ''] = DAY_AND_BODY.exec(line) ?? [];
  const date =
    dateOfLine(line) ?? dateOfLine(day ?? '') ?? dateOfLine(SPOKEN.exec(line)?.[1] ?? '');
  if (date === null || (body !== '' && !readsAsBody(body))) return null;
  return { date, body: body === '' ? null : body };
}

const readsAsBody = (words: string): boolean =>
  !/(?:通过|公布|发布|施行|批准|修正|修订)/.test(words) &&
  /[\u4e00-\u9fff]{3,}$/.test(words) &&
  !/[。：]/.test(words);
