/**
 * One way in which a passage says something: a small module of its own with an id, in the ordered list
 * of its kind (`extract/<kind>/rules/index.ts`). `docs/rules.md` is made from these.
 */
export interface Rule<In, Out> {
  /** Stable, kind first: `deadline.labelled`, `quantity.subsidy`. Records carry it. */
  readonly id: string;
  /** What it reads, or why it passes something over, in one sentence. */
  readonly summary: string;
  /** A real sentence, what is read (or passed over) in 【】. */
  readonly example: string;
  /** The standard or convention that it follows, where there is one. */
  readonly source?: string;
  /** What it makes of the input; `none`: it is nothing of the kind, and no later rule is asked; null: no opinion. */
  read(input: In): Out | 'none' | null;
}

/** What people are told of a rule. */
export type RuleFacts = Pick<Rule<never, unknown>, 'id' | 'summary' | 'example' | 'source'>;

/** What the rules made of an input, and which of them decided; `value` null: that rule passed it over. */
export interface Decision<Out> {
  readonly rule: string;
  readonly value: Out | null;
}

/** Asks the rules in their order; null where none has an opinion. */
export function decide<In, Out>(rules: readonly Rule<In, Out>[], input: In): Decision<Out> | null {
  for (const rule of rules) {
    const value = rule.read(input);
    if (value === 'none') return { rule: rule.id, value: null };
    if (value !== null) return { rule: rule.id, value };
  }
  return null;
}
