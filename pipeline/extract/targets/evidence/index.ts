import type { TargetOperator } from '../../../../schemas/target.js';
import type { Mention } from '../mention.js';
import { byAchievement } from './achievement.js';
import { byAtLeast } from './at-least.js';
import { byChangeTo } from './change-to.js';
import { byComparison } from './comparison.js';
import { byMeasuredNoun } from './measured-noun.js';
import { byProcessLimit } from './process-limit.js';
import { byReduction } from './reduction.js';
import { byShareOfThings } from './share-of-things.js';
import { byWholeShare } from './whole-share.js';

/** Says that a number is to be reached, and how it is compared; null where it has nothing to say. */
export type Evidence = (mention: Mention) => TargetOperator | null;

/** In this order; the first that speaks decides. */
export const EVIDENCE: readonly Evidence[] = [
  byWholeShare,
  byReduction,
  byComparison,
  byChangeTo,
  byProcessLimit,
  byShareOfThings,
  byMeasuredNoun,
  byAtLeast,
  byAchievement,
];
