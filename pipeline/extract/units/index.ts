import type { Unit } from '../../../schemas/task.js';
import type { Passage } from '../../model/passage.js';
import { readVerbUnits } from './running-text.js';
import { readSubjects } from './subjects.js';
import { unitOf } from './unit-of.js';

export { readUnitCell } from './cell.js';
export type { Clause, LeadConvention } from './clause.js';
export { clauseUnits } from './clause-units.js';
export { clausesOf } from './clauses.js';
export type { Mention } from './mention.js';
export { unitOf } from './unit-of.js';

/** Bodies that a verb in a passage makes responsible, each once. */
export function readVerbUnitsOf(passage: Passage, inherited: boolean): Unit[] {
  const units = readVerbUnits(passage).map((mention) => unitOf(passage, mention, inherited));
  return units.filter(({ name }, at) => units.findIndex((unit) => unit.name === name) === at);
}

/**
 * Bodies that the sentences of a task without a clause make responsible: by a verb; where there is
 * none, as subjects of an obligation.
 */
export function readRunningUnits(passage: Passage): Unit[] {
  const verbs = readVerbUnits(passage);
  const mentions = verbs.length > 0 ? verbs : readSubjects(passage.reading);
  const units = new Map<string, Unit>();
  for (const mention of mentions) {
    const unit = unitOf(passage, mention);
    if (!units.has(unit.name)) units.set(unit.name, unit);
  }
  return [...units.values()];
}
