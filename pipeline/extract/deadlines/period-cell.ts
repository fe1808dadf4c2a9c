import type { Deadline } from '../../../schemas/task.js';
import { timesIn } from '../../annotate/times.js';
import type { Passage } from '../../model/passage.js';
import type { RuleFacts } from '../../model/rule.js';
import type { TimeExpression } from '../../values/times/index.js';
import type { DeadlineContext } from './context.js';
import { draftOf } from './draft.js';
import { by, type DeadlineValue, ONGOING, period, recurring } from './rule.js';
import { impossibleDay } from './rules/impossible-day.js';
import { yearUnknown } from './rules/year-unknown.js';
import { windowOf } from './window.js';

/** The reading of a time column's cells. */
export const COLUMN_READING: RuleFacts = {
  id: 'deadline.column',
  summary:
    'A cell of a time column says when: a year is all of it, 长期 and 持续 go on without end.',
  example: '| 完成时限 | … | 【2023—2027年】 |',
};
export const COLUMN_RULE = COLUMN_READING.id;

/** What a time column says that is no time. */
export const COLUMN_UNREAD: RuleFacts = {
  id: 'deadline.column-unread',
  summary:
    'A cell of a time column gives no deadline where it says a length of time, or nothing that is read as one.',
  example: '| 完成时限 | … | 【46203】 |',
};

/** Words of a time column without a number: 长期, 持续. */
const ONGOING_CELL = /^(?:长期|持续|常年|全程|常态化)[^\d]{0,6}$/;

/** What a time column's cell does not say: `—`, 无. */
const NO_TIME = /^(?:[-—–－―/\\]*|无)$/;

/** A time of a time column's cell, or the whole cell, with the rule that decided and what it gives; null: nothing. */
export interface ExplainedCell extends Pick<Deadline, 'raw' | 'at'> {
  readonly rule: string;
  readonly deadline: Deadline | null;
}

/**
 * What the time column of a table says: `2023-2027年`, `长期实施`, `2023年` (that whole year),
 * `2023年底前`, `每季度`. Empty cells and cells without a time give nothing.
 *
 * @param finish whether the column's head says when the work is to be finished (完成时限): a month is then
 * the time by which it is.
 */
export const readPeriodCell = (
  passage: Passage,
  context: DeadlineContext,
  finish = false,
): Deadline[] =>
  explainPeriodCell(passage, context, finish).flatMap(({ deadline }) => deadline ?? []);

/** The same with what gives nothing. */
export function explainPeriodCell(
  passage: Passage,
  context: DeadlineContext,
  finish = false,
): ExplainedCell[] {
  const cell = passage.trim();
  const { documentYear: year, issuedOn: issued = null } = context;
  const times = timesIn(cell, { year, issued });
  if (times.length === 0) {
    if (NO_TIME.test(cell.reading)) return [];
    const place = cell.grounding();
    if (!ONGOING_CELL.test(cell.reading))
      return [{ ...place, rule: COLUMN_UNREAD.id, deadline: null }];
    const deadline = { ...ONGOING, year_basis: null, rule: COLUMN_RULE, ...place };
    return [{ ...place, rule: COLUMN_RULE, deadline }];
  }
  return times.map((time) => {
    const place = cell.grounding(time.start, time.end);
    const value = cellValue(time, context, finish);
    if (value === null) return { ...place, rule: passedOverBy(time), deadline: null };
    return { ...place, rule: COLUMN_RULE, deadline: draftOf(cell, time, COLUMN_RULE, value) };
  });
}

function passedOverBy({ fault, lacksYear, to }: TimeExpression): string {
  if (fault === 'no_such_day') return impossibleDay.id;
  return lacksYear && to === null ? yearUnknown.id : COLUMN_UNREAD.id;
}

function cellValue(
  time: TimeExpression,
  context: DeadlineContext,
  finish: boolean,
): DeadlineValue | null {
  switch (time.kind) {
    case 'ongoing':
      return ONGOING;
    case 'recurring':
      return recurring(time.every);
    case 'duration':
      return null;
    case 'by':
    case 'date':
      return time.to === null ? null : by(time.to);
    default:
      if (time.to === null) return null;
      if (time.opening !== null) return windowOf(time, context);
      // 6月底 is a day to be done by, 第三季度 and 2023年 are the time in which it is done
      if (finish && isMonth(time)) return by(time.to);
      return time.unit === 'part' && time.bound === null ? by(time.to) : period(time.from, time.to);
  }
}

/** 2026年12月; no stretch of several months. */
function isMonth({ unit, bound, from, to }: TimeExpression): boolean {
  return unit === 'month' && bound === null && from?.slice(0, 7) === to?.slice(0, 7);
}
