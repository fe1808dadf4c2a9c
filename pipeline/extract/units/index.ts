import type { Unit } from '../../../schemas/task.js';
import type { Passage } from '../../model/passage.js';
import { type Mention, readRoles } from './roles.js';
import { readVerbUnits } from './running-text.js';
import { readSubjects } from './subjects.js';

export { type Clause, findClauses } from './clauses.js';
export type { Mention } from './roles.js';

/** The record of a body that a text names; `canonical` is told later, when the region is known. */
export function unitOf(passage: Passage, mention: Mention, inherited = false): Unit {
  const { start, end, role, basis } = mention;
  return {
    name: passage.text.slice(start, end),
    canonical: null,
    role,
    basis,
    inherited,
    ...passage.grounding(start, end),
  };
}

/**
 * The bodies of a table cell.
 * @param columnRole what the column's header says: 牵头单位 → lead, 配合单位 → support, else null
 */
export function readUnitCell(
  passage: Passage,
  columnRole: 'lead' | 'support' | null,
): { units: Unit[]; etAl: boolean } {
  const { mentions, etAl } = readRoles(passage.reading);
  const units = mentions.map((mention) => {
    const plain = mention.basis === 'list' || mention.basis === 'label';
    const role = plain ? (columnRole ?? 'responsible') : mention.role;
    return unitOf(passage, { ...mention, role, basis: plain ? 'column' : mention.basis });
  });
  return { units, etAl };
}

/**
 * Bodies that the sentences of a task without a clause make responsible: by a verb; where there is
 * none, as subjects of an obligation.
 */
export function readRunningUnits(passage: Passage): Unit[] {
  const verbs = readVerbUnits(passage.reading);
  const mentions = verbs.length > 0 ? verbs : readSubjects(passage.reading);
  const units = new Map<string, Unit>();
  for (const mention of mentions) {
    const unit = unitOf(passage, mention);
    if (!units.has(unit.name)) units.set(unit.name, unit);
  }
  return [...units.values()];
}
