import type { TimeExpression } from '../../values/times/index.js';
import type { DeadlineContext } from './context.js';
import { type DeadlineValue, period } from './rule.js';

/** A stretch of days; one that opens with its document begins on that day, where it is known. */
export function windowOf(time: TimeExpression, context: DeadlineContext): DeadlineValue {
  if (time.opening === null) return period(time.from, time.to);
  const { issuedOn = null, effectiveOn = null } = context;
  const opens = time.opening === 'effect' ? effectiveOn : issuedOn;
  // A day of issue behind the end is that of another paper.
  const start = opens !== null && time.to !== null && opens > time.to ? null : opens;
  return period(start, time.to, 'document');
}
