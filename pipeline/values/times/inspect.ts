import { readTimes, type TimeKind } from './index.js';

/** A time as `gongwen inspect times` prints it. */
export interface InspectedTime {
  readonly raw: string;
  /** First day, ISO, inclusive; null where it is open or not known. */
  readonly start: string | null;
  /** Last day, ISO, inclusive; of a `date` the same as `start`. */
  readonly end: string | null;
  readonly kind: TimeKind;
  readonly every: string | null;
}

/** Every time that the text writes, counted from the reference date (ISO) where it needs one. */
export function inspectTimes(text: string, referenceDate: string | null): InspectedTime[] {
  return readTimes(text, { date: referenceDate })
    .filter(({ fault }) => fault === null)
    .map(({ raw, from, to, kind, every }) => ({ raw, start: from, end: to, kind, every }));
}
