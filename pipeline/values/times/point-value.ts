import { type Day, daysInMonth } from './calendar.js';
import type { SettledDays, TimeUnit, TimeYearBasis, Years } from './expression.js';

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
  /** Years from the reference's: 0 of 今年, 1 of 明年. */
  readonly shift?: number;
  /** True of 次年: the shift counts from a year that the text has written before. */
  readonly follows?: boolean;
  /** The point of 本月底 once the day of issue is known. */
  readonly ofIssue?: (issued: Day) => Point;
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
export function settleYear(point: Point, years: Years): Point {
  if (point.year !== null) return point;
  if (point.ofIssue) return years.issued ? point.ofIssue(years.issued) : point;
  if (point.follows) {
    const { itemYear } = years;
    return itemYear === null ? point : { ...point, year: itemYear + point.shift!, basis: 'item' };
  }
  if (point.shift !== undefined) {
    if (years.year === null) return point;
    return { ...point, year: years.year + point.shift, basis: 'reference' };
  }
  if (!point.floating) return point;
  const { itemYear, year } = years;
  // 2022年已完成…，6月底前 in a text of 2025 speaks of its own year.
  if (itemYear !== null && (year === null || itemYear >= year)) {
    return { ...point, year: itemYear, basis: 'item' };
  }
  return year === null ? point : { ...point, year, basis: 'reference' };
}

/** First and last day of a settled point, whose year is known where `year_basis` is. */
export function settledDays(point: Point): SettledDays {
  if (isImpossible(point)) return { from: null, to: null, year_basis: null, fault: 'no_such_day' };
  if (point.year === null) {
    return { from: null, to: null, year_basis: null, lacksYear: point.floating };
  }
  const days = pointDays(point, point.year);
  if (!days) return { from: null, to: null, year_basis: null, fault: 'no_such_day' };
  const handsOn = point.basis === 'explicit' || point.shift !== undefined;
  return { ...days, year_basis: point.basis, year: handsOn ? point.year : null };
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
