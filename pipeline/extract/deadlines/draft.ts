import type { Deadline } from '../../../schemas/task.js';
import type { Passage } from '../../model/passage.js';
import type { TimeExpression } from '../../values/times/index.js';
import type { DeadlineValue } from './rule.js';

/** A time as a record gives it. */
export function draftOf(
  passage: Passage,
  time: TimeExpression,
  rule: string,
  value: DeadlineValue,
): Deadline {
  return {
    ...value,
    year_basis: value.end === null ? null : yearBasis(time),
    rule,
    ...passage.grounding(time.start, time.end),
  };
}

/** A day that is counted from the day of issue has the document's year. */
function yearBasis(time: TimeExpression): Deadline['year_basis'] {
  if (time.duration !== null) return 'document';
  return time.year_basis === 'reference' ? 'document' : time.year_basis;
}
