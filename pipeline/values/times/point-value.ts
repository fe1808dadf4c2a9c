import { type Day, daysInMonth } from './calendar.js';
import type { TimeContext, TimeUnit, TimeYearBasis } from './expression.js';

/** A month and a day in it; day 0 is the month's last. */
export interface MonthDay {
  readonly month: number;
  readonly day: number;
}

/** The days of a year that a point covers. */
export interface YearPart {
  readonly from: MonthDay;
  readonly to: MonthDay;
  readonly unit: TimeUnit;
}

/** A calendar point as written: its year may be open, its part of the year never is. */
export interface Point extends YearPart {
  /** Offset after its last character. */
  readonly end: number;
  /** Null where the year is not written, or needs a reference that is not given. */
  readonly year: number | null;
  readonly basis: TimeYearBasis | null;
  /** True where no word says the year, so that it is taken from what surrounds the point. */
  readonly floating: boolean;
  /** True for a bare 15日, whose month is not written either. */
  readonly bareDay?: boolean;
}

/** First and last day of a point. */
export interface Days {
  readonly from: Day;
  readonly to: Day;
}

export const WHOLE_YEAR: YearPart = {
  from: { month: 1, day: 1 },
  to: { month: 12, day: 0 },
  unit: 'year',
};

/** Months `first` to `last` of a year. */
export function months(first: number, last: number, unit: TimeUnit): YearPart {
  return { from: { month: first, day: 1 }, to: { month: last, day: 0 }, unit };
}

export function dayOfMonth(month: number, day: number): YearPart {
  return { from: { month, day }, to: { month, day }, unit: 'day' };
}

/** The point with its year taken from what surrounds it, where it is open. */
export function settleYear(point: Point, context: TimeContext): Point {
  if (!point.floating || point.year !== null) return point;
  if (context.itemYear !== null) return { ...point, year: context.itemYear, basis: 'item' };
  if (context.year !== null) return { ...point, year: context.year, basis: 'reference' };
  return point;
}

/** First and last day of a point in its year; null where the year has no such day. */
export function pointDays(part: YearPart, year: number): Days | null {
  const from = dayOf(part.from, year);
  const to = dayOf(part.to, year);
  return from && to ? { from, to } : null;
}

/** True where no year has such a day: 2月30日, 13月. */
export function isImpossible(part: YearPart): boolean {
  return pointDays(part, 2000) === null;
}

function dayOf({ month, day }: MonthDay, year: number): Day | null {
  if (month < 1 || month > 12) return null;
  const last = daysInMonth(year, month);
  if (day > last) return null;
  return { year, month, day: day || last };
}
