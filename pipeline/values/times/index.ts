import { type Day, isoDay, readIsoDay } from './calendar.js';
import { calendarRule } from './calendar-rule.js';
import type {
  OpenTime,
  SettledDays,
  TimeContext,
  TimeDraft,
  TimeExpression,
  TimeReference,
  TimeRule,
} from './expression.js';
import { feastRule } from './feast-rule.js';
import { plainTimeForms } from './forms.js';
import { ongoingRule } from './ongoing-rule.js';
import { planRule } from './plan-rule.js';
import { monthlyDayRule, recurringRule } from './recurring-rule.js';
import { durationRule, relativeRule } from './relative-rule.js';

export type * from './expression.js';
export { FIVE_YEAR_PLANS } from './plan-rule.js';
export { durationAfter } from './relative-rule.js';

/** In this order; where several begin at one place the first that reads something is taken. */
const RULES: readonly TimeRule[] = [
  recurringRule,
  monthlyDayRule,
  feastRule,
  planRule,
  ongoingRule,
  relativeRule,
  calendarRule,
  durationRule,
];

const ANCHOR = new RegExp(RULES.map((rule) => rule.anchor).join('|'), 'g');

/** No time is written in more characters than this; a longer text holds other things as well. */
const LONGEST_TIME = 40;

/**
 * Every time that a text writes, in order and not overlapping: dates, months, quarters, years and
 * ranges of them, what 前, 内, 至, 起 make of them, recurring ones, 长期实施, lengths of time, feasts and
 * seasons with 前. Reads Arabic and Chinese numerals in full and half width, with spaces around them.
 *
 * A bare month takes its year from the nearest earlier year of the text, else from the reference;
 * without one its days are null. Nothing is ever taken from the clock.
 *
 * Left out on purpose: times of day, weekdays and weeks by name, lunar and reign dates, 近日 and other
 * words without a number.
 */
export function readTimes(text: string, reference: TimeReference = {}): TimeExpression[] {
  return settleTimes(readOpenTimes(text, reference.date ?? null), reference);
}

/**
 * The same before anybody says what year it is: one pass over the text.
 * @param date ISO day from which 明年, 下个月, 5日内 count; null in a document, which counts from none
 */
export function readOpenTimes(text: string, date: string | null = null): OpenTime[] {
  const plain = plainTimeForms(text);
  const context: TimeContext = {
    date: date === null ? null : readIsoDay(date),
    wholeText: text.length <= LONGEST_TIME,
  };
  const found: OpenTime[] = [];
  let from = 0;
  for (;;) {
    ANCHOR.lastIndex = from;
    const anchor = ANCHOR.exec(plain);
    if (!anchor) return found;
    const draft = readAt(plain, anchor.index, context);
    if (!draft) {
      from = anchor.index + 1;
      continue;
    }
    const start = Math.max(draft.start ?? anchor.index, found.at(-1)?.end ?? 0);
    found.push(openTime(text, start, draft));
    from = Math.max(draft.end, anchor.index + 1);
  }
}

/** Times of one text, in its order, with their days: a bare month has the year of one before it. */
export function settleTimes(
  times: readonly OpenTime[],
  reference: TimeReference,
): TimeExpression[] {
  const date = reference.date ? readIsoDay(reference.date) : null;
  const year = reference.year ?? date?.year ?? null;
  const issued = (reference.issued ? readIsoDay(reference.issued) : null) ?? date;
  let itemYear: number | null = null;
  return times.map(({ settle, ...time }) => {
    const { from, to, year_basis, fault, lacksYear, ...days } = settle({ itemYear, year, issued });
    itemYear = days.year ?? itemYear;
    return {
      ...time,
      from: isoOrNull(from),
      to: isoOrNull(to),
      year_basis,
      fault: fault ?? null,
      lacksYear: lacksYear ?? false,
    };
  });
}

function readAt(text: string, position: number, context: TimeContext): TimeDraft | null {
  for (const rule of RULES) {
    const draft = rule.read(text, position, context);
    if (draft) return draft;
  }
  return null;
}

const NO_DAYS: SettledDays = { from: null, to: null, year_basis: null };

function openTime(text: string, start: number, draft: TimeDraft): OpenTime {
  const { days = NO_DAYS } = draft;
  return {
    start,
    end: draft.end,
    raw: text.slice(start, draft.end),
    kind: draft.kind,
    every: draft.every ?? null,
    duration: draft.duration ?? null,
    unit: draft.unit ?? null,
    bound: draft.bound ?? null,
    opening: draft.opening ?? null,
    settle: typeof days === 'function' ? days : () => days,
  };
}

function isoOrNull(day: Day | null): string | null {
  return day && day.year >= 1 && day.year <= 9999 ? isoDay(day) : null;
}
