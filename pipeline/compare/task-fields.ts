import type { Deadline, Task, Unit } from '../../schemas/task.js';
import { type ComparedField, changed, listChange, shown } from './field-changes.js';

/** Fields whose change says nothing but that words are others. */
export const WORDING: ReadonlySet<string> = new Set(['title', 'text', 'indicator']);

const unitsOf = ({ units }: Task): { name: string; role: Unit['role'] }[] =>
  units.map(({ name, role }) => ({ name, role }));

const deadlinesOf = ({ deadlines }: Task): Pick<Deadline, 'kind' | 'start' | 'end' | 'every'>[] =>
  deadlines.map(({ kind, start, end, every }) => ({ kind, start, end, every }));

const contactsOf = ({ contacts }: Task): { name: string | null; phone: string | null }[] =>
  contacts.map(({ name, phone }) => ({ name, phone }));

/** A deadline as a reader names it: 2025-06-30, 2024-01-01 – 2025-12-31, every P3M, ongoing. */
function deadlineWords({ kind, start, end, every }: Deadline): string {
  if (kind === 'ongoing') return 'ongoing';
  const days = start && end ? `${start} – ${end}` : (end ?? (start ? `from ${start}` : ''));
  return (
    [kind === 'recurring' ? `every ${every ?? 'time'}` : '', days].filter(Boolean).join(', ') ||
    kind
  );
}

function leadSummary({ lead_units: from }: Task, { lead_units: to }: Task): string {
  if (from.length === 0) return `lead unit added ${shown(to)}`;
  if (to.length === 0) return `lead unit removed ${shown(from)}`;
  return changed('lead unit', from, to);
}

/** Units that came, went or have another role; `lead_units` tells of those that lead. */
function unitsSummary(from: Task, to: Task): string {
  const before = new Map(from.units.map((unit) => [unit.name, unit]));
  const after = new Map(to.units.map((unit) => [unit.name, unit]));
  const says: string[] = [];
  for (const [name, { role }] of before) {
    const now = after.get(name);
    if (!now) says.push(`unit removed ${name}`);
    else if (now.role !== role) says.push(`${name} now ${now.role}, was ${role}`);
  }
  for (const name of after.keys()) if (!before.has(name)) says.push(`unit added ${name}`);
  return says.join('; ') || 'order of units changed';
}

/** What counts of a task; words in fields of values do not, nor what follows from its text. */
export const TASK_FIELDS: readonly ComparedField<Task>[] = [
  {
    field: 'deadlines',
    content: deadlinesOf,
    summary: (from, to) =>
      listChange(
        'deadline',
        'moved',
        from.deadlines.map(deadlineWords),
        to.deadlines.map(deadlineWords),
      ),
  },
  { field: 'lead_units', content: ({ lead_units }) => lead_units, summary: leadSummary },
  {
    field: 'lead_basis',
    content: ({ lead_basis }) => lead_basis,
    summary: (from, to) => changed('basis of the lead', from.lead_basis, to.lead_basis),
  },
  { field: 'units', content: unitsOf, summary: unitsSummary },
  {
    field: 'et_al',
    content: ({ et_al }) => et_al,
    summary: (_, { et_al }) =>
      et_al ? 'list of units now ends in 等' : 'list of units ends in 等 no more',
  },
  {
    field: 'contacts',
    content: contactsOf,
    summary: () => 'contacts changed',
  },
  {
    field: 'number',
    content: ({ number }) => number,
    summary: (from, to) => `renumbered ${shown(from.number)} → ${shown(to.number)}`,
  },
  {
    field: 'part',
    content: ({ part }) => part,
    summary: (from, to) => `renumbered clause ${shown(from.part)} → ${shown(to.part)}`,
  },
  {
    field: 'path',
    content: ({ path }) => path,
    summary: (_, { path }) => `moved to section ${path.join(' / ') || 'none'}`,
  },
  { field: 'title', content: ({ title }) => title, summary: () => 'title reworded' },
  { field: 'text', content: ({ text }) => text, summary: () => 'text reworded' },
];
