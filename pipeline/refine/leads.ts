import type { Task, Unit } from '../../schemas/task.js';

/**
 * Who leads a task: the bodies with the role `lead`; where there are none, the first-listed one,
 * and that it is only first-listed is said.
 */
export function leadsOf(units: readonly Unit[]): Pick<Task, 'lead_units' | 'lead_basis'> {
  const leads = units.filter((unit) => unit.role === 'lead').map((unit) => unit.name);
  if (leads.length > 0) return { lead_units: leads, lead_basis: 'explicit' };
  const first = units[0];
  return first
    ? { lead_units: [first.name], lead_basis: 'first-listed' }
    : { lead_units: [], lead_basis: null };
}
