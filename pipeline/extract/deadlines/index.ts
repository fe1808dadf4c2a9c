import type { Deadline } from '../../../schemas/task.js';
import type { Passage } from '../../model/passage.js';
import { draft, judgedTimes } from './judge.js';
import type { DeadlineContext } from './rule.js';

export { dateGoverning, governingDates, paragraphDate } from './governing.js';
export { readPeriodCell } from './period-cell.js';
export type { DeadlineContext } from './rule.js';

/** A deadline of a task, grounded, before it is filed with its task. */
export type DeadlineDraft = Deadline;

/** No deadline is written without one of these. */
const MAY_HOLD = /[年月季期周日天]|长期|持续/;

/**
 * The deadlines that a task's running text sets, its responsibility clause included, in the order of
 * the text; what an item says twice stands once.
 */
export function readDeadlines(passage: Passage, context: DeadlineContext): DeadlineDraft[] {
  const text = passage.reading;
  if (!MAY_HOLD.test(text)) return [];
  const deadlines: Deadline[] = [];
  const seen = new Set<string>();
  for (const { surroundings, verdict } of judgedTimes(text, context)) {
    if (verdict === null) continue;
    const key = `${verdict.kind}|${verdict.start}|${verdict.end}|${verdict.every}`;
    if (seen.has(key)) continue;
    seen.add(key);
    deadlines.push(draft(passage, surroundings.time, verdict));
  }
  return deadlines;
}
