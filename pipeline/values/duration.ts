import { readNumeral } from './numeral.js';

/** Units of a length of time; a quarter is 3 months, working days are no calendar days. */
export type DurationUnit = 'year' | 'month' | 'week' | 'day' | 'workday';

/** A length of time: 四年六个月 is `{ year: 4, month: 6 }`, 三年半 `{ year: 3.5 }`. */
export type Duration = Readonly<Partial<Record<DurationUnit, number>>>;

export interface DurationMatch {
  readonly duration: Duration;
  /** Offset in the text, exclusive. */
  readonly end: number;
}

const COUNT = '(?:\\d+(?:\\.\\d{1,2})?|[〇零一二三四五六七八九十百千两兩廿卅]+)';
const WORD = '工作日|交易日|自然日|星期|礼拜|月|季度|周年|周(?!岁)|週|年|天|日(?![常均益])';
const PART = new RegExp(
  `\\s{0,3}(${COUNT})\\s{0,3}(?:([个個])\\s{0,3}(半)?\\s{0,3})?(${WORD})(半(?![数径岛年导封]))?`,
  'y',
);
const JOINER = /\s{0,3}[又零〇]?\s{0,3}/y;

/** 半年, 半个月. */
const HALF = /半\s{0,3}(?:(年)|[个個]月)/y;

/**
 * The length of time that begins at `position`: 3年, 两年半, 四年六个月, 15个工作日, 五个季度, 90日.
 * Months need 个 (3月 is March). Null where none begins there.
 */
export function readDurationAt(text: string, position: number): DurationMatch | null {
  HALF.lastIndex = position;
  const half = HALF.exec(text);
  if (half) return { duration: half[1] ? { month: 6 } : { day: 15 }, end: HALF.lastIndex };
  const sums: Partial<Record<DurationUnit, number>> = {};
  let end = position;
  let from = position;
  for (let parts = 0; parts < 4; parts++) {
    PART.lastIndex = from;
    const match = PART.exec(text);
    const part = match && readPart(match);
    if (!part || sums[part.unit] !== undefined) break;
    sums[part.unit] = part.value;
    end = PART.lastIndex;
    JOINER.lastIndex = end;
    JOINER.exec(text);
    from = JOINER.lastIndex;
  }
  return end > position ? { duration: sums, end } : null;
}

/** The length of time that the whole text writes; null where it writes something else. */
export function readDuration(text: string): Duration | null {
  const trimmed = text.trim();
  const match = readDurationAt(trimmed, 0);
  return match && match.end === trimmed.length ? match.duration : null;
}

/** The duration in ISO 8601: `P4Y6M`; working days have no ISO form and count as days. */
export function isoDuration(duration: Duration): string {
  const days = (duration.day ?? 0) + (duration.workday ?? 0) + (duration.week ?? 0) * 7;
  const years = Math.trunc(duration.year ?? 0);
  const months = (duration.month ?? 0) + ((duration.year ?? 0) - years) * 12;
  const body = [years ? `${years}Y` : '', months ? `${months}M` : '', days ? `${days}D` : ''].join(
    '',
  );
  return `P${body || '0D'}`;
}

function readPart(match: RegExpExecArray): { unit: DurationUnit; value: number } | null {
  const [, count, measure, innerHalf, word, outerHalf] = match;
  const number = readNumeral(count!);
  if (number === null) return null;
  const value = number + (innerHalf || outerHalf ? 0.5 : 0);
  switch (word) {
    case '月':
      return measure ? { unit: 'month', value } : null;
    case '季度':
      return measure ? { unit: 'month', value: value * 3 } : null;
    case '年':
    case '周年':
      return measure ? null : { unit: 'year', value };
    case '天':
    case '日':
      return measure ? null : { unit: 'day', value };
    case '自然日':
      return { unit: 'day', value };
    case '工作日':
    case '交易日':
      return { unit: 'workday', value };
    default:
      return { unit: 'week', value };
  }
}
