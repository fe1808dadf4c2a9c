import type { Unit } from '../../../schemas/task.js';
import type { Passage } from '../../model/passage.js';
import { type Clause, unitOf } from '../units/index.js';

/** What a notice says once and means from there on. */
export interface Conventions {
  /** `列第一位者为牵头单位，下同` */
  firstLeads: boolean;
  /** `以下任务均需各县、市、区政府及功能区管委落实，不再一一列出` */
  readonly forLater: Unit[];
}

export const noConventions = (): Conventions => ({ firstLeads: false, forLater: [] });

/** Units of a task after the conventions that hold for it. */
export function underConventions(
  units: readonly Unit[],
  etAl: boolean,
  conventions: Conventions,
): Unit[] {
  const several = units.length > 1 || etAl;
  const result = units.map((unit, index): Unit => {
    const first =
      index === 0 && conventions.firstLeads && !units.some((other) => other.role === 'lead');
    return first && several ? { ...unit, role: 'lead', basis: 'verb' } : unit;
  });
  for (const later of conventions.forLater) {
    if (!result.some((unit) => unit.name === later.name)) result.push(later);
  }
  return result;
}

/** Takes up what the clauses of a passage say once for all that follows. */
export function noteClauses(
  conventions: Conventions,
  clauses: readonly Clause[],
  passage: Passage,
): void {
  for (const clause of clauses) {
    if (clause.firstLeads) conventions.firstLeads = true;
    for (const mention of clause.forLater) {
      conventions.forLater.push(unitOf(passage, mention, true));
    }
  }
}
