import type { TargetOperator } from '../../../schemas/target.js';

/** What a number with a measure is in a notice. */
export type QuantityRole = 'target' | 'parameter' | 'condition' | 'description' | 'reference';

/** What a rule makes of a quantity: its role and, of a target or parameter, how it is compared. */
export interface Reading {
  readonly role: QuantityRole;
  readonly op: TargetOperator | null;
}
