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

/** Bodies that the sentences of a task without a clause make responsible: by a verb, else as subjects. */
export function readRunningUnits(passage: Passage): Unit[] {
  const verbs = readVerbUnits(passage.reading);
  const named = new Set<string>();
  const units: Unit[] = [];
  for (const mention of verbs) {
    const unit = unitOf(passage, mention);
    if (named.has(unit.name)) continue;
    named.add(unit.name);
    units.push(unit);
  }
  for (const mention of readSubjects(passage.reading)) {
    const unit = unitOf(passage, mention);
    if (!named.has(unit.name)) units.push(unit);
  }
  return units;
}
