import type { Deadline } from '../../../schemas/task.js';
import type { Passage } from '../../model/passage.js';
import type { DeadlineContext } from './context.js';
import { draftOf } from './draft.js';
import { explainDeadlines } from './explain.js';

export type { DeadlineContext } from './context.js';
export { type ExplainedTime, explainDeadlines } from './explain.js';
export { dateGoverning, governingDates, leadingDate, paragraphDate } from './governing.js';
export { explainPeriodCell, readPeriodCell } from './period-cell.js';
export { SaidDeadlines } from './said-deadlines.js';
export { deadlineWarnings, timeCellWarnings } from './warnings.js';

/** A deadline of a task, grounded, before it is filed with its task. */
export type DeadlineDraft = Deadline;

/**
 * The deadlines that a task's running text sets, its responsibility clause included, in the order of
 * the text; what an item says twice stands once.
 */
export function readDeadlines(passage: Passage, context: DeadlineContext): DeadlineDraft[] {
  return explainDeadlines(passage, context).flatMap(({ time, rule, value }) =>
    value ? [draftOf(passage, time, rule, value)] : [],
  );
}
