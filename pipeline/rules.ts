import type { HeadRules } from '../schemas/index.js';
import { CANONICAL_RULES } from './canonical/rules/index.js';
import { COLUMN_READING, COLUMN_UNREAD } from './extract/deadlines/period-cell.js';
import { ALL_DEADLINE_RULES } from './extract/deadlines/rules/index.js';
import { TABLE_READING } from './extract/quantities/from-table.js';
import { QUANTITY_RULES } from './extract/quantities/rules/index.js';
import { GOAL_READING } from './extract/tasks/row-goals.js';
import { ROW_READINGS } from './extract/tasks/row-readings.js';
import { BLOCK_RULES } from './extract/tasks/rules/blocks/index.js';
import { SECTION_RULES } from './extract/tasks/rules/sections/index.js';
import { LINE_READINGS, ROLE_READINGS } from './extract/units/role-readings.js';
import { BRACKET_RULES } from './extract/units/rules/brackets.js';
import type { RuleFacts } from './model/rule.js';
import { HEAD_RULES } from './outline/head/rules/index.js';

/** Rules of one question, in the order in which they are asked; of readings the one that fits is taken. */
export interface RuleList {
  /** First word of the ids. */
  readonly kind: 'head' | 'task' | 'unit' | 'canonical' | 'deadline' | 'quantity';
  /** What the list decides. */
  readonly question: string;
  readonly rules: readonly RuleFacts[];
}

/** What the rules of each field of a head decide. */
const HEAD_FIELDS: Readonly<Record<keyof HeadRules, string>> = {
  title: 'Where the title stands',
  doc_number: 'Where the 发文字号 stands',
  issuers: 'Who issues the document',
  issued_on: 'When it was issued',
  region: 'Which place it binds',
  nature: 'What it does',
  effective_on: 'Since when it holds',
  expires_on: 'Until when it holds',
  valid_for: 'How long it holds',
  supersedes: 'What it abolishes',
};

/** Every rule there is. */
export const RULE_LISTS: readonly RuleList[] = [
  ...Object.entries(HEAD_FIELDS).map(
    ([field, question]): RuleList => ({
      kind: 'head',
      question,
      rules: HEAD_RULES[field as keyof HeadRules],
    }),
  ),
  { kind: 'task', question: 'What a section of the outline is', rules: SECTION_RULES },
  { kind: 'task', question: 'How a block becomes tasks', rules: BLOCK_RULES },
  { kind: 'task', question: 'Which tasks a table gives', rules: ROW_READINGS },
  { kind: 'unit', question: 'Whether a bracket names who is responsible', rules: BRACKET_RULES },
  { kind: 'unit', question: 'Which lines name who is responsible', rules: LINE_READINGS },
  { kind: 'unit', question: 'How a body and its role are told', rules: ROLE_READINGS },
  {
    kind: 'canonical',
    question: 'What the full official name of a body is',
    rules: CANONICAL_RULES,
  },
  { kind: 'deadline', question: 'Whether a time is a deadline', rules: ALL_DEADLINE_RULES },
  { kind: 'deadline', question: 'What a time column says', rules: [COLUMN_READING, COLUMN_UNREAD] },
  { kind: 'quantity', question: 'What a number with a measure is', rules: QUANTITY_RULES },
  {
    kind: 'quantity',
    question: 'What a table of indicators or goals sets',
    rules: [TABLE_READING, GOAL_READING],
  },
];

const BY_ID: ReadonlyMap<string, RuleFacts> = new Map(
  RULE_LISTS.flatMap(({ rules }) => rules).map((rule) => [rule.id, rule]),
);

/** The rule of an id; null where there is none. */
export const ruleOf = (id: string): RuleFacts | null => BY_ID.get(id) ?? null;
