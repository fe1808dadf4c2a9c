import { BLOCK_RULES } from './extract/tasks/rules/blocks/index.js';
import { SECTION_RULES } from './extract/tasks/rules/sections/index.js';
import type { Rule } from './model/rule.js';

/** What people are told of a rule. */
export type RuleFacts = Pick<Rule<never, unknown>, 'id' | 'summary' | 'example' | 'source'>;

/** Rules that are asked in their order, one list a question. */
export interface RuleList {
  /** First word of the ids of its rules. */
  readonly kind: 'head' | 'task' | 'unit' | 'deadline' | 'quantity';
  /** What the list decides. */
  readonly question: string;
  readonly rules: readonly RuleFacts[];
}

/** Every rule there is, in the order in which they are asked. */
export const RULE_LISTS: readonly RuleList[] = [
  { kind: 'task', question: 'What a section of the outline is', rules: SECTION_RULES },
  { kind: 'task', question: 'How a block becomes tasks', rules: BLOCK_RULES },
];

const BY_ID: ReadonlyMap<string, RuleFacts> = new Map(
  RULE_LISTS.flatMap(({ rules }) => rules).map((rule) => [rule.id, rule]),
);

/** The rule of an id; null where there is none. */
export const ruleOf = (id: string): RuleFacts | null => BY_ID.get(id) ?? null;
