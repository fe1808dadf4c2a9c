import { type BoundMatch, boundBefore, boundBehind } from './bounds.js';
import { addDays } from './calendar.js';
import type { SettledDays, TimeDraft, TimeRule, Years } from './expression.js';
import { POINT_ANCHOR, readPoint } from './point.js';
import { type Point, settledDays, settleYear } from './point-value.js';
import { RANGE_ANCHOR, type RangeMatch, rangeDays, readRangeFrom, readYearRange } from './range.js';

const TO_THIS_DAY = /\s{0,3}[至到]今/y;
/** 至2024年6月30日止. */
const UNTIL_END = /\s{0,3}(?:为止|止(?!于)|期间)/y;
const APPROXIMATELY = /\s{0,3}左右/y;

/** Days, months, quarters, years, and what 前, 内, 至, 起 and 至…止 make of them. */
export const calendarRule: TimeRule = {
  name: 'calendar',
  anchor: `${RANGE_ANCHOR}|${POINT_ANCHOR}`,
  read(text, position, context) {
    const years = readYearRange(text, position, context);
    if (years) return rangeDraft(text, position, years);
    const point = readPoint(text, position, context);
    if (!point) return null;
    const range = readRangeFrom(text, point, context);
    return range ? rangeDraft(text, position, range) : pointDraft(text, position, point);
  },
};

function rangeDraft(text: string, position: number, range: RangeMatch): TimeDraft {
  const before = boundBefore(text, position);
  return {
    start: before?.bound === 'since' ? before.position : position,
    end: range.end,
    kind: 'period',
    days: (years) => rangeDays(range, years),
    unit: range.last.unit,
    bound: 'range',
  };
}

function pointDraft(text: string, position: number, point: Point): TimeDraft {
  const before = boundBefore(text, position);
  const behind = boundBehind(text, point.end);
  const { unit } = point;
  if (before?.opening) {
    const end = untilEnd(text, behind?.bound === 'before' ? behind.position : point.end);
    const days = (years: Years): SettledDays => ({ ...pointDays(point, years), from: null });
    const { opening, position: start } = before;
    return { unit, kind: 'period', bound: 'range', days, opening, start, end };
  }
  if (behind) {
    const start = before && agrees(before, behind) ? before.position : position;
    return { unit, ...limited(point, behind.bound), start, end: behind.position };
  }
  TO_THIS_DAY.lastIndex = point.end;
  if (TO_THIS_DAY.test(text)) {
    const start = before?.bound === 'since' ? before.position : position;
    return { unit, ...limited(point, 'since'), start, end: TO_THIS_DAY.lastIndex };
  }
  if (before) {
    const end = before.bound === 'since' ? point.end : untilEnd(text, point.end);
    return { unit, ...limited(point, before.bound), start: before.position, end };
  }
  APPROXIMATELY.lastIndex = point.end;
  return {
    unit,
    kind: point.unit === 'day' ? 'date' : 'period',
    days: (years) => pointDays(point, years),
    end: APPROXIMATELY.test(text) ? APPROXIMATELY.lastIndex : point.end,
    bound: null,
  };
}

function pointDays(point: Point, years: Years): SettledDays {
  return settledDays(settleYear(point, years));
}

function untilEnd(text: string, position: number): number {
  UNTIL_END.lastIndex = position;
  return UNTIL_END.test(text) ? UNTIL_END.lastIndex : position;
}

/** 自…起 and 至…前 belong together; 自…前 does not. */
function agrees(before: BoundMatch, behind: BoundMatch): boolean {
  const opens = behind.bound !== 'before' && behind.bound !== 'within';
  return (before.bound === 'since') === opens;
}

function limited(
  point: Point,
  bound: BoundMatch['bound'],
): Pick<TimeDraft, 'kind' | 'days' | 'bound'> {
  switch (bound) {
    case 'before':
    case 'within':
    case 'until':
      return { kind: 'by', days: (years) => ({ ...pointDays(point, years), from: null }), bound };
    case 'continued-until':
      return {
        kind: 'period',
        days: (years) => ({ ...pointDays(point, years), from: null }),
        bound: 'until',
      };
    case 'after':
      return { kind: 'period', days: (years) => after(point, pointDays(point, years)), bound };
    default:
      return {
        kind: 'period',
        days: (years) => ({ ...pointDays(point, years), to: null }),
        bound: 'since',
      };
  }
}

/** After a day that day counts (2015-01-01以后); after a year it is over (2019年以后). */
function after(point: Point, days: SettledDays): SettledDays {
  const { from, to } = days;
  return { ...days, from: point.unit === 'day' || !to ? from : addDays(to, 1), to: null };
}
