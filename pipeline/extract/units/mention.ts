import type { Basis, Role } from '../../../schemas/task.js';
import type { NameSpan } from './names.js';
import type { UnitRule } from './role-readings.js';

/** A body in a passage, with the rule that made it one; offsets in the passage. */
export interface Mention extends NameSpan {
  readonly role: Role;
  readonly basis: Basis;
  readonly rule: UnitRule;
}

/** The bodies of a stretch of words, and whether it says that there are more (等). */
export interface RoleReading {
  readonly mentions: readonly Mention[];
  readonly etAl: boolean;
}
