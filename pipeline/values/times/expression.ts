import type { Duration } from '../duration.js';
import type { Day } from './calendar.js';

/**
 * - `date`: a day; `period`: a stretch of days, open at an end that is null;
 * - `by`: until a day at the latest, `from` is null;
 * - `recurring`: again and again, `every` says how often; `ongoing`: without end (长期实施);
 * - `duration`: a length of time that is tied to no day.
 */
export type TimeKind = 'date' | 'period' | 'by' | 'recurring' | 'ongoing' | 'duration';

/** Where the year is known from: written, an earlier year in the text, the reference. */
export type TimeYearBasis = 'explicit' | 'item' | 'reference';

/** What a calendar point is precise to; `part` is a vague part of a month or year (年底, 上旬). */
export type TimeUnit = 'day' | 'part' | 'month' | 'quarter' | 'half' | 'year' | 'plan';

/** What the words around a point make of it: 前, 内, 至, 起, 以后, or a range of two points. */
export type TimeBound = 'before' | 'within' | 'until' | 'since' | 'after' | 'range';

/** With which day of its document a window opens: 自印发之日起至…, 自施行之日起至…. */
export type TimeOpening = 'issue' | 'effect';

/**
 * Why a time has no day:
 * - `no_such_day`: no calendar has it (6月31日);
 * - `season`: a season begins on no fixed day (汛期前);
 * - `feast_unknown`: a feast of a year that the table of feasts does not hold.
 */
export type TimeFault = 'no_such_day' | 'season' | 'feast_unknown';

/** A time that a text writes. */
export interface TimeExpression {
  /** Offsets in the given text in UTF-16 code units, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** `text.slice(start, end)`. */
  readonly raw: string;
  readonly kind: TimeKind;
  /** First day, ISO; null where the time is open or needs a reference that is not given. */
  readonly from: string | null;
  /** Last day, ISO; null as above. */
  readonly to: string | null;
  /** ISO 8601 duration from one time to the next: P1M, P3M, P1Y. */
  readonly every: string | null;
  readonly duration: Duration | null;
  readonly year_basis: TimeYearBasis | null;
  /** Null where the expression has no calendar point: durations, 每年, 长期实施. */
  readonly unit: TimeUnit | null;
  readonly bound: TimeBound | null;
  /** Of a window that opens with its document, whose `from` the text does not say: 即日起至2024年底. */
  readonly opening: TimeOpening | null;
  readonly fault: TimeFault | null;
  /** A bare 6月底 or 年底前 of which neither the text nor the reference says the year. */
  readonly lacksYear: boolean;
}

/** What a time is counted from where the text does not say. */
export interface TimeReference {
  /** ISO day; 明年, 下个月, 5日内 need it (years make do with `year`). */
  readonly date?: string | null;
  /** Year of a bare 6月底. */
  readonly year?: number | null;
  /** ISO day on which the text was issued, for 本月底 and for the next 春节前. */
  readonly issued?: string | null;
}

/** What the readers of one text share. */
export interface TimeContext {
  readonly date: Day | null;
  readonly wholeText: boolean;
}

/** What the days of an open time are settled by. */
export interface Years {
  /** The nearest year that the text has written before. */
  readonly itemYear: number | null;
  readonly year: number | null;
  readonly issued: Day | null;
}

/** Days of a time once its year is known. */
export interface SettledDays {
  readonly from: Day | null;
  readonly to: Day | null;
  readonly year_basis: TimeYearBasis | null;
  /** Year that a later bare month of the text takes. */
  readonly year?: number | null;
  readonly fault?: TimeFault | null;
  readonly lacksYear?: boolean;
}

/** A time whose year may still be open: what a text writes, whatever its document's year. */
export interface OpenTime
  extends Omit<TimeExpression, 'from' | 'to' | 'year_basis' | 'fault' | 'lacksYear'> {
  settle(years: Years): SettledDays;
}

/** A time found at a place of the text, before its words around it are looked at. */
export interface TimeDraft {
  readonly end: number;
  readonly kind: TimeKind;
  /** Its days, or how they are known once its year is; none without it. */
  readonly days?: SettledDays | ((years: Years) => SettledDays);
  readonly every?: string | null;
  readonly duration?: Duration | null;
  readonly unit?: TimeUnit | null;
  readonly bound?: TimeBound | null;
  readonly opening?: TimeOpening | null;
  /** Where the expression starts if words before the anchor belong to it. */
  readonly start?: number;
}

/** One family of time expressions. */
export interface TimeRule {
  readonly name: string;
  /** Source of a regular expression that matches wherever the rule may begin. */
  readonly anchor: string;
  /** The time that begins at `position`; null where none does. */
  read(text: string, position: number, context: TimeContext): TimeDraft | null;
}
