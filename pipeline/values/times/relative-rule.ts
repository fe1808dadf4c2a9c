import { type Duration, readDurationAt } from '../duration.js';
import { addDays, addMonths, type Day, daysInMonth, isoDay, readIsoDay } from './calendar.js';
import type { SettledDays, TimeDraft, TimeRule } from './expression.js';

const COUNT = '[\\d一二两三四五六七八九十廿]';
const AHEAD = /(?:未来|今后|接下来|往后)的?\s{0,3}/y;
const BACK = /(?:最近|近|过去|此前)的?\s{0,3}/y;
/** Behind these 前 and 后 count from an event (采购开始前30日, 受理后7个工作日, 提前3个月). */
const UNITS_BEFORE =
  /(?<![年月日底末目以之份则提期始布发施行请函成工复动止束完实效签])(?:前|上(?=[^\d一]|\d个))\s{0,3}/y;
const UNITS_AFTER = /(?<=^|[，。；：、\s在于我])(?:后|下(?!一))\s{0,3}/y;
const NUMERAL = new RegExp(COUNT, 'y');
const BEHIND =
  /\s{0,3}(?:(以内|之内|内(?![容部陆外控需环]))|(以后|之后|后(?![续期勤台者备端]))|(以前|之前|前(?![提景沿端期后]))|(以来|来(?![自源源历])))/y;

const DAY_WORDS: ReadonlyMap<string, number> = new Map([
  ['大前天', -3],
  ['前天', -2],
  ['昨天', -1],
  ['昨日', -1],
  ['今天', 0],
  ['今日', 0],
  ['明天', 1],
  ['明日', 1],
  ['后天', 2],
  ['大后天', 3],
]);
const DAY_WORD =
  /大前天|(?<![以目提之])前天|昨[天日]|今[天日]|明[天日]|大后天|(?<![今以之先])后天/y;

/** Lengths of time counted from the reference: 未来三年, 近30天, 前两个月, 30天后, 5日之内, 明天. */
export const relativeRule: TimeRule = {
  name: 'relative',
  anchor: `(?:未来|今后|接下来|往后|近|过去|此前|[前上后下])的?\\s{0,3}${COUNT}|(?:[前昨今明后])[天日]|大[前后]天`,
  read(text, position, context) {
    return (
      dayWord(text, position, context.date) ??
      fromNow(AHEAD, text, position, (duration) => ahead(duration, context.date)) ??
      fromNow(BACK, text, position, (duration) => back(duration, context.date)) ??
      fromNow(UNITS_BEFORE, text, position, (duration) => wholeUnits(duration, context.date, -1)) ??
      fromNow(UNITS_AFTER, text, position, (duration) => wholeUnits(duration, context.date, 1))
    );
  },
};

/** Behind these a numeral belongs to a larger one, an order (第三年), a date or an estimate. */
const NO_LENGTH_AFTER =
  /[半\d〇一二两三四五六七八九十百千万亿廿卅第数几上下每前后近个月点.·/A-Za-z]\s?$/;

/** 印发后一个月内, 收到后3日内: counted from an event; 最后3日 and 今后三年 are not. */
const AFTER_EVENT = /[一-龥](?<![最今以之其此然往前先])后\s?$/;

/** A length of time, and what 内, 后, 前 behind it make of it: 30天后, 1个月之内; 四年六个月. */
export const durationRule: TimeRule = {
  name: 'duration',
  anchor:
    '(?<![\\d〇一二两三四五六七八九十百廿])[\\d〇一二两三四五六七八九十百廿.]{1,8}\\s{0,3}(?:个|年|天|日|季度|周|星期|礼拜|工作日|交易日|自然日)|半(?:年|个月)',
  read(text, position, context) {
    const before = text.slice(Math.max(0, position - 3), position);
    const afterEvent = AFTER_EVENT.test(before);
    if (NO_LENGTH_AFTER.test(before) && !afterEvent) return null;
    const match = readDurationAt(text, position);
    if (!match) return null;
    BEHIND.lastIndex = match.end;
    const behind = BEHIND.exec(text);
    if (afterEvent && !behind?.[1]) return null;
    if (!behind) return plainDuration(text, position, match.end, match.duration);
    const end = BEHIND.lastIndex;
    const { duration } = match;
    if (behind[1]) return { ...limit(duration, context.date), end, duration };
    if (behind[2]) return { ...pointAway(duration, context.date, 1), end, duration };
    if (behind[3]) return { ...pointAway(duration, context.date, -1), end, duration };
    return { kind: 'period', ...days(back(duration, context.date)), end, duration };
  },
};

type Days = readonly [Day, Day] | null;

function days(pair: Days): { days: SettledDays } {
  return {
    days: {
      from: pair?.[0] ?? null,
      to: pair?.[1] ?? null,
      year_basis: pair ? 'reference' : null,
    },
  };
}

function dayWord(text: string, position: number, date: Day | null): TimeDraft | null {
  DAY_WORD.lastIndex = position;
  const match = DAY_WORD.exec(text);
  if (!match) return null;
  const day = date && addDays(date, DAY_WORDS.get(match[0])!);
  return { end: DAY_WORD.lastIndex, kind: 'date', ...days(day && [day, day]), unit: 'day' };
}

function fromNow(
  pattern: RegExp,
  text: string,
  position: number,
  place: (duration: Duration) => Days,
): TimeDraft | null {
  pattern.lastIndex = position;
  if (!pattern.test(text)) return null;
  const from = pattern.lastIndex;
  NUMERAL.lastIndex = from;
  if (!NUMERAL.test(text)) return null;
  const match = readDurationAt(text, from) ?? monthsWithoutMeasure(text, from);
  if (!match) return null;
  return {
    end: match.end,
    kind: 'period',
    ...days(place(match.duration)),
    duration: match.duration,
  };
}

const MONTHS = /([一二两三四五六七八九十]|\d{1,2})\s{0,3}月/y;

/** 近三月, 前两月: after such words a month needs no 个 to be a length. */
function monthsWithoutMeasure(text: string, position: number): ReturnType<typeof readDurationAt> {
  MONTHS.lastIndex = position;
  const match = MONTHS.exec(text);
  const count = match && readDurationAt(`${match[1]}个月`, 0);
  return count && { duration: count.duration, end: MONTHS.lastIndex };
}

function shifted(date: Day, duration: Duration, sign: 1 | -1): Day {
  const months = Math.trunc((duration.year ?? 0) * 12 + (duration.month ?? 0));
  const halfMonth = ((duration.year ?? 0) * 12 + (duration.month ?? 0) - months) * 30;
  const rest = Math.round((duration.day ?? 0) + (duration.week ?? 0) * 7 + halfMonth);
  return addDays(addMonths(date, sign * months), sign * rest);
}

/** The ISO day so long after another one; null for working days, which no calendar here tells. */
export function durationAfter(iso: string, duration: Duration): string | null {
  const day = readIsoDay(iso);
  return day !== null && isCalendar(duration) ? isoDay(shifted(day, duration, 1)) : null;
}

function ahead(duration: Duration, date: Day | null): Days {
  return date && isCalendar(duration) ? [date, shifted(date, duration, 1)] : null;
}

function back(duration: Duration, date: Day | null): Days {
  return date && isCalendar(duration) ? [shifted(date, duration, -1), date] : null;
}

/** Whole months or years before or after the one in which the text speaks: 前两个月, 下三年. */
function wholeUnits(duration: Duration, date: Day | null, sign: 1 | -1): Days {
  if (!date || !isCalendar(duration)) return null;
  const { year, month } = duration;
  if (year !== undefined && Number.isInteger(year) && month === undefined) {
    const first = sign < 0 ? date.year - year : date.year + 1;
    return [
      { year: first, month: 1, day: 1 },
      { year: first + year - 1, month: 12, day: 31 },
    ];
  }
  if (month !== undefined && Number.isInteger(month) && year === undefined) {
    const first = addMonths({ ...date, day: 1 }, sign < 0 ? -month : 1);
    const last = addMonths(first, month - 1);
    return [first, { ...last, day: daysInMonth(last.year, last.month) }];
  }
  const edge = addDays(date, sign);
  const other = shifted(date, duration, sign);
  return sign < 0 ? [other, edge] : [edge, other];
}

/** Working days fall on no day that could be told without a calendar of holidays. */
function isCalendar(duration: Duration): boolean {
  return duration.workday === undefined;
}

function limit(duration: Duration, date: Day | null): Omit<TimeDraft, 'end'> {
  if (!isCalendar(duration)) return { kind: 'duration', bound: 'within' };
  const settled = days(ahead(duration, date)).days;
  return { kind: 'by', days: { ...settled, from: null }, bound: 'within' };
}

/** 30天后 is a day, 3年后 a year. */
function pointAway(duration: Duration, date: Day | null, sign: 1 | -1): Omit<TimeDraft, 'end'> {
  const bound = sign > 0 ? 'after' : 'before';
  if (!isCalendar(duration)) return { kind: 'duration', bound };
  const day = date && shifted(date, duration, sign);
  if (day && duration.year !== undefined && Number.isInteger(duration.year) && !duration.month) {
    return {
      kind: 'period',
      ...days([
        { year: day.year, month: 1, day: 1 },
        { year: day.year, month: 12, day: 31 },
      ]),
      bound,
    };
  }
  return { kind: 'date', ...days(day && [day, day]), bound };
}

/** 一年 and 一日 alone are ways of speaking: 一日之计, 一年到头. */
function plainDuration(
  text: string,
  position: number,
  end: number,
  duration: Duration,
): TimeDraft | null {
  if (/^一\s{0,3}[年天日周]$/.test(text.slice(position, end))) return null;
  if (/^(?:级|生[^产效活]|代)/.test(text.slice(end, end + 2))) return null;
  return { end, kind: 'duration', duration };
}
