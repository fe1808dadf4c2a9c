import { bracketLabel } from './bracket-label.js';
import { bracketList } from './bracket-list.js';
import { bracketUnmarkedLabel } from './bracket-unmarked-label.js';
import { bracketVerb } from './bracket-verb.js';
import { inSentence } from './in-sentence.js';
import { noBodies } from './no-bodies.js';
import { otherName } from './other-name.js';
import { placeClass } from './place-class.js';
import { remark } from './remark.js';
import type { BracketRule } from './rule.js';
import { unknownLabel } from './unknown-label.js';

/** The rules that say which brackets are clauses of responsibility; the first with an opinion decides. */
export const BRACKET_RULES: readonly BracketRule[] = [
  placeClass,
  remark,
  bracketLabel,
  otherName,
  bracketUnmarkedLabel,
  unknownLabel,
  inSentence,
  bracketVerb,
  bracketList,
  noBodies,
];
