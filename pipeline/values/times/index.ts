import { type Day, isoDay, readIsoDay } from './calendar.js';
import { calendarRule } from './calendar-rule.js';
import type {
  TimeContext,
  TimeDraft,
  TimeExpression,
  TimeReference,
  TimeRule,
} from './expression.js';
import { plainTimeForms } from './forms.js';
import { ongoingRule } from './ongoing-rule.js';
import { planRule } from './plan-rule.js';
import { recurringRule } from './recurring-rule.js';
import { durationRule, relativeRule } from './relative-rule.js';

export type * from './expression.js';

/** In this order; where several begin at one place the first that reads something is taken. */
const RULES: readonly TimeRule[] = [
  recurringRule,
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
 * ranges of them, what 前, 内, 至, 起 make of them, recurring ones, 长期实施, lengths of time.
 * Reads Arabic and Chinese numerals in full and half width, with spaces around them.
 *
 * A bare month takes its year from the nearest earlier year of the text, else from the reference;
 * without one its days are null. Nothing is ever taken from the clock.
 *
 * Left out on purpose: times of day, weekdays and weeks by name, feasts, lunar and reign dates,
 * seasons, 近日 and other words without a number.
 */
export function readTimes(text: string, reference: TimeReference = {}): TimeExpression[] {
  const plain = plainTimeForms(text);
  const date = reference.date ? readIsoDay(reference.date) : null;
  const context: TimeContext = {
    date,
    year: reference.year ?? date?.year ?? null,
    itemYear: null,
    wholeText: text.length <= LONGEST_TIME,
  };
  const found: TimeExpression[] = [];
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
    found.push(expression(text, start, draft));
    if (draft.year_basis && draft.year) context.itemYear = draft.year;
    from = Math.max(draft.end, anchor.index + 1);
  }
}

function readAt(text: string, position: number, context: TimeContext): TimeDraft | null {
  for (const rule of RULES) {
    const draft = rule.read(text, position, context);
    if (draft) return draft;
  }
  return null;
}

function expression(text: string, start: number, draft: TimeDraft): TimeExpression {
  return {
    start,
    end: draft.end,
    raw: text.slice(start, draft.end),
    kind: draft.kind,
    from: isoOrNull(draft.from),
    to: isoOrNull(draft.to),
    every: draft.every ?? null,
    duration: draft.duration ?? null,
    year_basis: draft.year_basis ?? null,
    unit: draft.unit ?? null,
    bound: draft.bound ?? null,
  };
}

function isoOrNull(day: Day | null): string | null {
  return day && day.year >= 1 && day.year <= 9999 ? isoDay(day) : null;
}
