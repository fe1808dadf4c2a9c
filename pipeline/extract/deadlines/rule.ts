import type { Deadline } from '../../../schemas/task.js';
import type { Rule } from '../../model/rule.js';
import type { TimeExpression } from '../../values/times/index.js';
import type { Situation } from './situation.js';

/** What a rule makes of a time: a deadline's kind and days. */
export type DeadlineValue = Pick<Deadline, 'kind' | 'start' | 'start_basis' | 'end' | 'every'>;

/** One way in which a time is a deadline, or is none. */
export type DeadlineRule = Rule<Situation, DeadlineValue>;

/** Something is finished at a day. */
export const by = (end: string | null): DeadlineValue => ({
  kind: 'by',
  start: null,
  start_basis: null,
  end,
  every: null,
});

/** Something holds or goes on until a day. */
export const period = (
  start: string | null,
  end: string | null,
  basis: 'written' | 'document' = 'written',
): DeadlineValue => ({
  kind: 'period',
  start,
  start_basis: start === null ? null : basis,
  end,
  every: null,
});

/** Something is done again and again. */
export const recurring = (every: string | null): DeadlineValue => ({
  kind: 'recurring',
  start: null,
  start_basis: null,
  end: null,
  every,
});

/** Something goes on without an end. */
export const ONGOING: DeadlineValue = {
  kind: 'ongoing',
  start: null,
  start_basis: null,
  end: null,
  every: null,
};

/** A time that has no end, whatever year it may be said in. */
export function isUndated(time: TimeExpression): boolean {
  return time.to === null && !time.lacksYear;
}
