import { RULE_LISTS } from '../pipeline/rules.js';

/** A rule that makes values, or passes them over: what `rule` of a record names. */
export interface Rule {
  readonly id: string;
  readonly kind: 'head' | 'task' | 'unit' | 'deadline' | 'quantity' | 'canonical';
  /** What the list that it stands in decides. */
  readonly question: string;
  /** What it reads. */
  readonly summary: string;
  /** A real sentence that it decides. */
  readonly example: string;
}

/** Every rule, in the order in which they are asked. */
export const RULES: readonly Rule[] = RULE_LISTS.flatMap(({ kind, question, rules }) =>
  rules.map(({ id, summary, example }) => ({ id, kind, question, summary, example })),
);
