import { readNumeral } from '../numeral.js';
import { daysInMonth } from './calendar.js';
import { RANGE_MARK, SMALL_NUMBER } from './patterns.js';
import { dayOfMonth, months, type YearPart } from './point-value.js';

interface MonthPartMatch {
  readonly end: number;
  readonly part: YearPart;
}

/** 号 and 日 that do not name a day: 36号文, 3号楼, 6月1日常 (a slip of joined lines). */
const DAY_SIGN = '(?:日(?!常[^规])|号(?![文令楼线院门店机件]))';

/** 12-19日, 3日至5日: the second day has the sign, the first may leave it out. */
const DAY_RANGE = new RegExp(
  `\\s{0,3}(${SMALL_NUMBER})\\s{0,3}${RANGE_MARK}\\s{0,3}(${SMALL_NUMBER})\\s{0,3}${DAY_SIGN}`,
  'y',
);
const DAY = new RegExp(`\\s{0,3}的?\\s{0,3}(${SMALL_NUMBER})\\s{0,3}${DAY_SIGN}`, 'y');
/** 8月15, 12月31前: a day that leaves its sign out stands before no measure word. */
const DAY_WITHOUT_SIGN = new RegExp(
  `\\s{0,3}(${SMALL_NUMBER})(?!\\s{0,3}(?:[\\d.:%‰一二三四五六七八九十百千万亿个家项所名人元座台户次种处件批条场套期辆亩级类门只位份天周年月点时分米公平多余几余%]|[-~—]\\s{0,3}\\d|[/、]\\s{0,3}\\d))`,
  'y',
);
/** 上旬, 中下旬. */
const TEN_DAYS_STARTS: Readonly<Record<string, number>> = { 上: 1, 中: 11, 下: 21 };
const TEN_DAYS = /\s{0,3}([上中下])([上中下])?旬/y;
const VAGUE =
  /\s{0,3}(?:月\s{0,3})?(底(?![线层色盘薪蕴册部])|末(?![端])|初(?![步级中创始次期衷审心])|(?<=月\s{0,3}月)中(?![国央小期外医旬])|中(?=[，。；、）)前之]|$))/y;
const EDGE_DAYS = new RegExp(
  `\\s{0,3}的?\\s{0,3}(前|最后)\\s{0,3}(${SMALL_NUMBER}|两)\\s{0,3}[天日]`,
  'y',
);

/**
 * The month alone, or the part of it that the words at `position` name: 15日, 12-19日, 上旬, 底,
 * 最后一天. Null where they name a day that no such month has.
 */
export function monthParts(
  text: string,
  position: number,
  month: number,
  year: number | null,
): MonthPartMatch | null {
  const days = readDays(text, position, month);
  if (days) return days;
  TEN_DAYS.lastIndex = position;
  const tenDays = TEN_DAYS.exec(text);
  if (tenDays) {
    const starts = [tenDays[1]!, tenDays[2] ?? tenDays[1]!].map((word) => TEN_DAYS_STARTS[word]!);
    const first = Math.min(...starts);
    const lastStart = Math.max(...starts);
    const last = lastStart === 21 ? 0 : lastStart + 9;
    return { end: TEN_DAYS.lastIndex, part: stretch(month, first, last) };
  }
  VAGUE.lastIndex = position;
  const vague = VAGUE.exec(text);
  if (vague) {
    const end = VAGUE.lastIndex;
    if (vague[1] === '初') return { end, part: stretch(month, 1, 5) };
    if (vague[1] === '中') return { end, part: stretch(month, 11, 20) };
    return { end, part: stretch(month, 25, 0) };
  }
  EDGE_DAYS.lastIndex = position;
  const edge = EDGE_DAYS.exec(text);
  if (edge) {
    const part = edgeDays(edge[1] === '前', readNumeral(edge[2]!)!, month, year);
    if (part) return { end: EDGE_DAYS.lastIndex, part };
  }
  return { end: position, part: months(month, month, 'month') };
}

/** The day or days of a month that are written at `position`. */
export function readDays(text: string, position: number, month: number): MonthPartMatch | null {
  DAY_RANGE.lastIndex = position;
  const range = DAY_RANGE.exec(text);
  if (range) {
    const [first, last] = [readNumeral(range[1]!)!, readNumeral(range[2]!)!];
    if (first < last) {
      return { end: DAY_RANGE.lastIndex, part: { ...stretch(month, first, last), unit: 'part' } };
    }
  }
  for (const pattern of [DAY, DAY_WITHOUT_SIGN]) {
    pattern.lastIndex = position;
    const match = pattern.exec(text);
    if (match) return { end: pattern.lastIndex, part: dayOfMonth(month, readNumeral(match[1]!)!) };
  }
  return null;
}

function stretch(month: number, first: number, last: number): YearPart {
  return { from: { month, day: first }, to: { month, day: last }, unit: 'part' };
}

function edgeDays(
  first: boolean,
  count: number,
  month: number,
  year: number | null,
): YearPart | null {
  const last = daysInMonth(year ?? 2001, month);
  if (count < 1 || count > last) return null;
  const unit = count === 1 ? 'day' : 'part';
  return first
    ? { from: { month, day: 1 }, to: { month, day: count }, unit }
    : { from: { month, day: last - count + 1 }, to: { month, day: 0 }, unit };
}
