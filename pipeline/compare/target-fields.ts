import type { Target } from '../../schemas/target.js';
import { type ComparedField, changed, listChange, shown } from './field-changes.js';

const OPERATORS: Readonly<Record<Target['op'], string>> = {
  '>=': 'at least',
  '<=': 'at most',
  '=': 'exactly',
  increase: 'up by',
  decrease: 'down by',
};

const measured = (unit: string | null): string => (unit ? ` ${unit}` : '');

/** `target raised 80 → 95 %`; with both units where they differ, since then neither is said. */
function valueSummary(from: Target, to: Target): string {
  if (from.unit !== to.unit) {
    return `target changed ${from.value}${measured(from.unit)} → ${to.value}${measured(to.unit)}`;
  }
  const verb = to.value > from.value ? 'raised' : 'lowered';
  return `target ${verb} ${from.value} → ${to.value}${measured(to.unit)}`;
}

/** What counts of a target. */
export const TARGET_FIELDS: readonly ComparedField<Target>[] = [
  { field: 'value', content: ({ value }) => value, summary: valueSummary },
  {
    field: 'unit',
    content: ({ unit }) => unit,
    summary: (from, to) => changed('unit of measure', from.unit, to.unit),
  },
  {
    field: 'op',
    content: ({ op }) => op,
    summary: (from, to) => `now ${OPERATORS[to.op]}, was ${OPERATORS[from.op]}`,
  },
  {
    field: 'by',
    content: ({ by }) => by,
    summary: (from, to) => `deadline moved ${shown(from.by)} → ${shown(to.by)}`,
  },
  {
    field: 'units',
    content: ({ units }) => units,
    summary: (from, to) => listChange('unit', 'changed', from.units, to.units),
  },
  {
    field: 'task_ids',
    content: ({ task_ids }) => [...task_ids].sort(),
    summary: () => 'applies to other tasks',
  },
  {
    field: 'indicator',
    content: ({ indicator }) => indicator,
    summary: (from, to) => changed('indicator', from.indicator, to.indicator),
  },
];
