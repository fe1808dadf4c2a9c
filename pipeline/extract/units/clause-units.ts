import type { Unit } from '../../../schemas/task.js';
import type { Passage } from '../../model/passage.js';
import { closingOf, isOpening } from './brackets.js';
import type { Clause, LeadConvention } from './clause.js';
import { unitOf } from './unit-of.js';

/**
 * The bodies of a task's own clauses, each once.
 * @param leads what the notice has said of who leads a list
 */
export function clauseUnits(
  passage: Passage,
  clauses: readonly Clause[],
  leads: LeadConvention | null,
  inherited = false,
): Unit[] {
  const units = new Map<string, Unit>();
  for (const clause of clauses) {
    const said = clause.leads ?? leads;
    const comma = said === 'before_comma' ? firstComma(passage.reading, clause) : -1;
    const stated = clause.mentions.some(({ role }) => role === 'lead');
    for (const mention of clause.mentions) {
      const leading = !stated && comma >= 0 && mention.start < comma;
      const unit = unitOf(
        passage,
        leading ? { ...mention, role: 'lead', basis: 'verb', rule: 'unit.before-comma' } : mention,
        inherited,
      );
      if (unit.name.length > 0 && !units.has(unit.name)) units.set(unit.name, unit);
    }
  }
  return [...units.values()];
}

/** Offset of the first comma between a clause's names; -1 where none parts two of them. */
function firstComma(reading: string, { innerStart, mentions }: Clause): number {
  const last = mentions.at(-1)?.start ?? 0;
  for (let position = innerStart; position < last; position++) {
    if (isOpening(reading[position]!)) {
      const close = closingOf(reading, position, last);
      if (close > 0) position = close;
    } else if (/[，,]/.test(reading[position]!)) return position;
  }
  return -1;
}
