import type { DeadlineRule } from '../rule.js';
import { account } from './account.js';
import { afterIssue } from './after-issue.js';
import { appointedDay } from './appointed-day.js';
import { behindBodies } from './behind-bodies.js';
import { condition } from './condition.js';
import { duration } from './duration.js';
import { feastUnknown } from './feast-unknown.js';
import { idle } from './idle.js';
import { impossibleDay } from './impossible-day.js';
import { labelled } from './labelled.js';
import { lasting } from './lasting.js';
import { limit } from './limit.js';
import { mention } from './mention.js';
import { name } from './name.js';
import { ongoing } from './ongoing.js';
import { opening } from './opening.js';
import { pageField } from './page-field.js';
import { past } from './past.js';
import { phase } from './phase.js';
import { plainYear } from './plain-year.js';
import { relative } from './relative.js';
import { relief } from './relief.js';
import { repeated } from './repeated.js';
import { result } from './result.js';
import { rightRhythm } from './right-rhythm.js';
import { saidBefore } from './said-before.js';
import { season } from './season.js';
import { sharedLimit } from './shared-limit.js';
import { startOnly } from './start-only.js';
import { validity } from './validity.js';
import { window } from './window.js';
import { yearUnknown } from './year-unknown.js';
import { yearlyDay } from './yearly-day.js';

/** In this order; the first that has an opinion of a time decides. */
export const DEADLINE_RULES: readonly DeadlineRule[] = [
  impossibleDay,
  season,
  feastUnknown,
  afterIssue,
  duration,
  relative,
  pageField,
  validity,
  labelled,
  ongoing,
  behindBodies,
  name,
  past,
  startOnly,
  account,
  idle,
  condition,
  rightRhythm,
  repeated,
  yearlyDay,
  sharedLimit,
  window,
  phase,
  lasting,
  relief,
  limit,
  appointedDay,
  opening,
  result,
  plainYear,
  mention,
];

/** With those that are asked of what these have made a deadline of. */
export const ALL_DEADLINE_RULES: readonly DeadlineRule[] = [
  ...DEADLINE_RULES,
  yearUnknown,
  saidBefore,
];
