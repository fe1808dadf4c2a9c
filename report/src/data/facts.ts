import type { Deadline, Unit } from '../../../schemas/index.js';
import type { Row, TaskRow } from './model.js';

/** What of a record was inferred, not read; the page names each and filters by it. */
export const INFERENCES = [
  'first_listed',
  'inherited',
  'document_year',
  'item_year',
  'part',
] as const;
export type Inference = (typeof INFERENCES)[number];

/** Whether something of the record was inferred in that way. */
export function isInferred(row: Row, how: Inference): boolean {
  if (row.kind !== 'task') return false;
  const { units, deadlines, lead_basis, part } = row.record;
  switch (how) {
    case 'first_listed':
      return lead_basis === 'first-listed';
    case 'inherited':
      return units.some(({ inherited }) => inherited);
    case 'document_year':
      return deadlines.some(({ year_basis }) => year_basis === 'document');
    case 'item_year':
      return deadlines.some(({ year_basis }) => year_basis === 'item');
    case 'part':
      return part !== null;
  }
}

/** What a unit does in its task; the first-listed unit of a task without a lead leads. */
export type Part = 'lead' | 'responsible' | 'support';

export function partOf({ record }: TaskRow, unit: Unit): Part {
  if (unit.role === 'lead') return 'lead';
  if (record.lead_basis === 'first-listed' && record.units[0] === unit) return 'lead';
  return unit.role;
}

/** The last days that a record names: ISO dates. */
export function datesOf(row: Row): string[] {
  if (row.kind === 'target') return row.record.by === null ? [] : [row.record.by];
  return row.record.deadlines.flatMap(({ end }) => end ?? []);
}

/** Whether a deadline falls into a stretch of days; `''` is open. */
export function fallsInto(
  { start, end }: Pick<Deadline, 'start' | 'end'>,
  from: string,
  to: string,
): boolean {
  if (start === null && end === null) return false;
  const first = start ?? end!;
  const last = end ?? start!;
  return (from === '' || last >= from) && (to === '' || first <= to);
}
