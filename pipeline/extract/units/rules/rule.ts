import type { Rule } from '../../../model/rule.js';
import type { Bracket } from '../bracket.js';
import type { Clause } from '../clause.js';

/** Says whether a bracket is a clause of responsibility, or that it is none. */
export type BracketRule = Rule<Bracket, Clause>;
