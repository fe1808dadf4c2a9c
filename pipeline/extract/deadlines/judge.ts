import type { Deadline } from '../../../schemas/task.js';
import type { Passage } from '../../model/passage.js';
import { readTimes, type TimeExpression } from '../../values/times/index.js';
import type { DeadlineContext, DeadlineRule, Verdict } from './rule.js';
import { labelled } from './rules/labelled.js';
import { limit } from './rules/limit.js';
import { notADeadline } from './rules/not-a-deadline.js';
import { ongoing } from './rules/ongoing.js';
import { point } from './rules/point.js';
import { repeated } from './rules/repeated.js';
import { stretch } from './rules/stretch.js';
import { namesIn, type Surroundings, surroundingsOf } from './surroundings.js';

/** In this order; the first that says something of a time is heard. */
const RULES: readonly DeadlineRule[] = [
  labelled,
  ongoing,
  notADeadline,
  repeated,
  stretch,
  limit,
  point,
];

/** Every time of a text with what the rules say of it. */
export function judgedTimes(
  text: string,
  context: DeadlineContext,
): { surroundings: Surroundings; verdict: Verdict | null }[] {
  const times = readTimes(text, { year: context.documentYear });
  if (times.length === 0) return [];
  const names = namesIn(text);
  let next = 0;
  return times.map((time, index) => {
    while (next < names.length && names[next]!.end < time.end) next++;
    const name = names[next];
    const inName = name !== undefined && name.start < time.start;
    const previous = times[index - 1] ?? null;
    const surroundings = surroundingsOf(text, time, previous, inName, context.documentYear);
    return { surroundings, verdict: judge(surroundings) };
  });
}

/** A time as a record gives it. */
export function draft(passage: Passage, time: TimeExpression, verdict: Verdict): Deadline {
  return {
    ...verdict,
    year_basis: verdict.end === null ? null : yearBasis(time),
    ...passage.grounding(time.start, time.end),
  };
}

function judge(surroundings: Surroundings): Verdict | null {
  for (const rule of RULES) {
    const verdict = rule.read(surroundings);
    if (verdict === 'none') return null;
    if (verdict !== null) return verdict;
  }
  return null;
}

function yearBasis(time: TimeExpression): Deadline['year_basis'] {
  return time.year_basis === 'reference' ? 'document' : time.year_basis;
}
