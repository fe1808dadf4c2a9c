import { readNumeral } from '../numeral.js';
import type { TimeContext, TimeYearBasis } from './expression.js';
import { FULL_YEAR, NO_DIGIT_BEFORE, SHORT_YEAR } from './patterns.js';

/** A year at the beginning of a point. */
export interface YearMatch {
  readonly end: number;
  /** Null where it needs a reference that is not given. */
  readonly year: number | null;
  readonly basis: TimeYearBasis | null;
  /** Years from the reference's, where that is not given. */
  readonly shift?: number;
  /** 次年3月底前 behind a year of the same text counts from that one. */
  readonly follows?: boolean;
}

/** Words that name a year by its distance from the reference. */
const YEAR_WORDS: ReadonlyMap<string, number> = new Map([
  ['今年', 0],
  ['本年', 0],
  ['当年', 0],
  ['当前年', 0],
  ['去年', -1],
  ['上年', -1],
  ['上一年', -1],
  ['前年', -2],
  ['大前年', -3],
  ['明年', 1],
  ['下年', 1],
  ['下一年', 1],
  ['次年', 1],
  ['后年', 2],
]);

/** Two Han characters that only look like a year word: 提前年审, 以前年度, 证明年限, 公布后年度计划. */
const YEAR_WORD =
  '(?:今年|本年|(?<!相)当年|当前年(?=度)|(?<!失)去年|(?<![网线以际])上一?年|大前年|(?<![以目提之当空跟事])前年|(?<![证说表声申透文照])明年|下一?年|(?<!层|其)次年|(?<=^|[^一-鿿]|[到至在于和或])后年(?!度))(?![龄限审检费均薪产级纪代货])';

const FULL = new RegExp(
  `(?<![\\dA-Za-z〇一二三四五六七八九十百千两廿])(${FULL_YEAR})(?:\\s{0,3}年(?!龄|级|代|份?次)(?:度(?![假过])|份)?|(?=[上下]半年|[QH][1-4](?![\\dA-Za-z])))`,
  'y',
);
const SHORT = new RegExp(
  `${NO_DIGIT_BEFORE}(${SHORT_YEAR})\\s{0,3}年(?!龄|级|代|以上|以下)(?:度(?![假过])|份)?`,
  'y',
);
const WORD = new RegExp(`(${YEAR_WORD})(?:度(?![假过]))?`, 'y');

/** What may begin a year. */
export const YEAR_ANCHOR = `${FULL_YEAR}(?:\\s{0,3}年|[上下]半年|[QH][1-4])|${SHORT_YEAR}\\s{0,3}年|${YEAR_WORD}`;

/** A two-digit year lies at most so many years after the reference. */
const YEARS_AHEAD = 20;
const REFERENCE_OF_SHORT_YEARS = 2020;

/** 2023年, 二〇二三年度, 今年, 07年; null where no year begins at `position`. */
export function readYear(text: string, position: number, context: TimeContext): YearMatch | null {
  FULL.lastIndex = position;
  const full = FULL.exec(text);
  if (full) {
    const year = fullYear(full[1]!);
    return year === null ? null : { end: FULL.lastIndex, year, basis: 'explicit' };
  }
  WORD.lastIndex = position;
  const word = WORD.exec(text);
  if (word) {
    const shift = YEAR_WORDS.get(word[1]!)!;
    const end = WORD.lastIndex;
    if (context.date) return { end, year: context.date.year + shift, basis: 'reference', shift };
    if (isNextYear(text, position, end, word[1]!)) {
      return { end, year: null, basis: null, shift, follows: true };
    }
    // 当年, and 次年 elsewhere, are years of something else that the text speaks of.
    const spoken = !/^(?:当|次|下)/.test(word[1]!);
    return { end, year: null, basis: null, ...(spoken && { shift }) };
  }
  SHORT.lastIndex = position;
  const short = SHORT.exec(text);
  if (!short) return null;
  const year = shortYear(short[1]!, context);
  return isShortYear(text, SHORT.lastIndex, short[1]!, year, context)
    ? { end: SHORT.lastIndex, year, basis: 'explicit' }
    : null;
}

/** The number of a year written in full: 2023, 二〇二三, 两千〇五. */
export function fullYear(written: string): number | null {
  const year = readNumeral(written);
  return year !== null && year >= 1000 && year < 3000 ? year : null;
}

function shortYear(written: string, context: TimeContext): number {
  const digits = readNumeral(written)!;
  const reference = context.date?.year ?? REFERENCE_OF_SHORT_YEARS;
  const year = 2000 + digits;
  return year > reference + YEARS_AHEAD ? year - 100 : year;
}

const PART_OF_YEAR =
  /\s{0,3}的?\s{0,3}(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s{0,3}月|[上下]半年|第?[一二三四1-4]个?季度|[底末初]|首月|第|前[\d一-十])/y;

/** 于次年1月10日前, 次年3月底前: the year after that of the work; 投产次年, 次年起 are counted from an event. */
function isNextYear(text: string, position: number, end: number, word: string): boolean {
  if (word !== '次年' && word !== '下一年') return false;
  PART_OF_YEAR.lastIndex = end;
  return (
    PART_OF_YEAR.test(text) &&
    /(?:^|[，。；：、\s于在到至])$/.test(text.slice(0, position).slice(-1))
  );
}

/**
 * 10年 is as a rule a length of time. It is a year where it starts with a nought, where a part of
 * a year follows, or where somebody speaks on a known day of a year near to it.
 */
function isShortYear(
  text: string,
  end: number,
  written: string,
  year: number,
  context: TimeContext,
): boolean {
  if (/^[0〇]/.test(written)) return true;
  PART_OF_YEAR.lastIndex = end;
  if (PART_OF_YEAR.test(text)) return true;
  if (context.date === null || /^[内间来期后]/.test(text.slice(end, end + 1))) return false;
  return Math.abs(year - context.date.year) <= YEARS_AHEAD || /^\D/.test(written);
}
