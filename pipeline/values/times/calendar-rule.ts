import { type BoundMatch, boundBefore, boundBehind } from './bounds.js';
import { addDays } from './calendar.js';
import type { TimeContext, TimeDraft, TimeRule } from './expression.js';
import { POINT_ANCHOR, readPoint } from './point.js';
import { type Days, type Point, pointDays, settleYear } from './point-value.js';
import { RANGE_ANCHOR, type RangeMatch, readRangeFrom, readYearRange } from './range.js';

const TO_THIS_DAY = /\s{0,3}[至到]今/y;
const APPROXIMATELY = /\s{0,3}左右/y;

/** Days, months, quarters, years, and what 前, 内, 至, 起 and 至…止 make of them. */
export const calendarRule: TimeRule = {
  name: 'calendar',
  anchor: `${RANGE_ANCHOR}|${POINT_ANCHOR}`,
  read(text, position, context) {
    const years = readYearRange(text, position, context);
    if (years) return rangeDraft(text, position, years, context);
    const point = readPoint(text, position, context);
    if (!point) return null;
    const range = readRangeFrom(text, point, context);
    if (range) return rangeDraft(text, position, range, context);
    return pointDraft(text, position, settleYear(point, context));
  },
};

function rangeDraft(
  text: string,
  position: number,
  range: RangeMatch,
  context: TimeContext,
): TimeDraft {
  const first = settleYear(range.first, context);
  const last = range.last;
  const from = first.year === null ? null : (pointDays(first, first.year)?.from ?? null);
  const to = last.year === null ? null : (pointDays(last, last.year)?.to ?? null);
  const before = boundBefore(text, position);
  return {
    start: before?.bound === 'since' ? before.position : position,
    end: range.end,
    kind: 'period',
    from,
    to,
    unit: last.unit,
    bound: 'range',
    year_basis: to ? (last.basis ?? first.basis) : null,
    year: last.year,
  };
}

function pointDraft(text: string, position: number, point: Point): TimeDraft {
  const days = point.year === null ? null : pointDays(point, point.year);
  const before = boundBefore(text, position);
  const behind = boundBehind(text, point.end);
  const base = {
    unit: point.unit,
    year_basis: days ? point.basis : null,
    year: point.year,
  };
  if (behind) {
    const start = before && agrees(before, behind) ? before.position : position;
    return { ...base, ...limited(point, days, behind.bound), start, end: behind.position };
  }
  TO_THIS_DAY.lastIndex = point.end;
  if (TO_THIS_DAY.test(text)) {
    const start = before?.bound === 'since' ? before.position : position;
    return { ...base, ...limited(point, days, 'since'), start, end: TO_THIS_DAY.lastIndex };
  }
  if (before) {
    return {
      ...base,
      ...limited(point, days, before.bound),
      start: before.position,
      end: point.end,
    };
  }
  APPROXIMATELY.lastIndex = point.end;
  return {
    ...base,
    kind: point.unit === 'day' ? 'date' : 'period',
    from: days?.from ?? null,
    to: days?.to ?? null,
    end: APPROXIMATELY.test(text) ? APPROXIMATELY.lastIndex : point.end,
    bound: null,
  };
}

/** 自…起 and 至…前 belong together; 自…前 does not. */
function agrees(before: BoundMatch, behind: BoundMatch): boolean {
  const opens = behind.bound !== 'before' && behind.bound !== 'within';
  return (before.bound === 'since') === opens;
}

function limited(
  point: Point,
  days: Days | null,
  bound: BoundMatch['bound'],
): Pick<TimeDraft, 'kind' | 'from' | 'to' | 'bound'> {
  switch (bound) {
    case 'before':
    case 'within':
    case 'until':
      return { kind: 'by', from: null, to: days?.to ?? null, bound };
    case 'continued-until':
      return { kind: 'period', from: null, to: days?.to ?? null, bound: 'until' };
    case 'after':
      // After a day that day counts (2015-01-01以后); after a year it is over (2019年以后).
      if (point.unit !== 'day' && days) {
        return { kind: 'period', from: addDays(days.to, 1), to: null, bound };
      }
      return { kind: 'period', from: days?.from ?? null, to: null, bound };
    default:
      return { kind: 'period', from: days?.from ?? null, to: null, bound: 'since' };
  }
}
