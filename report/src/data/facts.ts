import type { Deadline, Unit } from '../../../schemas/index.js';
import type { Body, Row, TaskRow } from './model.js';

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
  if (row.kind === 'deadline') {
    const { year_basis: basis } = row.record;
    if (how === 'document_year') return basis === 'document';
    if (how === 'item_year') return basis === 'item';
    return isInferred(row.task, how);
  }
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

/**
 * What a unit does in its task. `first_listed` is a lead that nobody wrote down: the task names no
 * lead, and the unit is the first of its list; it is none of the other parts.
 */
export const PARTS = ['lead', 'first_listed', 'responsible', 'support'] as const;
export type Part = (typeof PARTS)[number];

export function partOf({ record }: TaskRow, unit: Unit): Part {
  if (unit.role === 'lead') return 'lead';
  const first = record.lead_basis === 'first-listed' && record.lead_units.includes(unit.name);
  return first ? 'first_listed' : unit.role;
}

/** The parts that a body has in a task: mostly one; none where it is not named. */
export function partsOf(row: TaskRow, body: Body): Set<Part> {
  const parts = new Set<Part>();
  for (const [index, unit] of row.record.units.entries()) {
    if (row.bodies[index] === body) parts.add(partOf(row, unit));
  }
  return parts;
}

/** The last days that a record names: ISO dates. */
export function datesOf(row: Row): string[] {
  if (row.kind === 'target') return row.record.by === null ? [] : [row.record.by];
  return deadlinesOf(row).flatMap(({ end }) => end ?? []);
}

/** The deadlines that a row stands for. */
export function deadlinesOf(row: Row): readonly Deadline[] {
  if (row.kind === 'task') return row.record.deadlines;
  return row.kind === 'deadline' ? [row.record] : [];
}

/** Whether a day falls into a stretch of days, both ends included; `''` is open. */
export const isWithin = (day: string, from: string, to: string): boolean =>
  (from === '' || day >= from) && (to === '' || day <= to);

/** Whether a deadline goes on during some day of a stretch; what has no end goes on. */
export function runsIn({ kind, start, end }: Deadline, from: string, to: string): boolean {
  if (kind === 'recurring' || kind === 'ongoing') return true;
  const first = kind === 'by' ? end : start;
  return (from === '' || end === null || end >= from) && (to === '' || (first ?? '') <= to);
}
