import type { Passage } from '../../model/passage.js';
import { decide } from '../../model/rule.js';
import type { TimeExpression } from '../../values/times/index.js';
import type { DeadlineContext } from './context.js';
import { inIssueYear } from './issue-year.js';
import type { DeadlineValue } from './rule.js';
import { DEADLINE_RULES } from './rules/index.js';
import { saidBefore } from './rules/said-before.js';
import { yearUnknown } from './rules/year-unknown.js';
import { SaidDeadlines } from './said-deadlines.js';
import { situationsIn } from './situation.js';

/** A time of a passage, the rule that decided of it, and the deadline that it gives; null where it gives none. */
export interface ExplainedTime {
  readonly time: TimeExpression;
  readonly rule: string;
  readonly value: DeadlineValue | null;
}

/** Every time of a passage in its order, with what the rules make of it; what is said again says so. */
export function explainDeadlines(passage: Passage, context: DeadlineContext): ExplainedTime[] {
  const said = new SaidDeadlines();
  return situationsIn(passage, context).map((situation) => {
    const { time } = situation;
    // The last rule has an opinion of every time.
    const { rule, value: read } = decide(DEADLINE_RULES, situation)!;
    if (read === null) return { time, rule, value: read };
    const value = inIssueYear(situation, read);
    const { kind } = value;
    if (kind !== 'ongoing' && kind !== 'recurring' && yearUnknown.read(situation) === 'none') {
      return { time, rule: yearUnknown.id, value: null };
    }
    if (!said.add({ ...value, raw: time.raw })) return { time, rule: saidBefore.id, value: null };
    return { time, rule, value };
  });
}
