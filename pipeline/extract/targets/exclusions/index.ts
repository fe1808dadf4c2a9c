import type { Mention } from '../mention.js';
import { isBase } from './base.js';
import { isConsideration } from './consideration.js';
import { isDescription } from './description.js';
import { isDuration } from './duration.js';
import { isPermission } from './permission.js';
import { isQuoted } from './quoted.js';
import { isRule } from './rule.js';
import { isThreshold } from './threshold.js';

/** Says that a number is not to be reached, whatever else speaks for it. */
export type Exclusion = (mention: Mention) => boolean;

/** In this order; the first that holds leaves the number out. */
export const EXCLUSIONS: readonly (readonly [string, Exclusion])[] = [
  ['quoted', isQuoted],
  ['base', isBase],
  ['duration', isDuration],
  ['threshold', isThreshold],
  ['permission', isPermission],
  ['consideration', isConsideration],
  ['rule', isRule],
  ['description', isDescription],
];
