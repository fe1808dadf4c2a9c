import { doubtOf } from '../data/doubts.js';
import { datesOf } from '../data/facts.js';
import { labelOf, nameOf, type Row, tasksOf } from '../data/model.js';

/** The orders of the list; `''` is that of the texts. */
export const SORTS = ['issued', 'due', 'document', 'body', 'doubt'] as const;
export type Sort = (typeof SORTS)[number];

/** After every word and date. */
const LAST = '\uffff';

/** The rows in an order; equal ones stay in that of the texts. */
export function sorted(rows: readonly Row[], sort: string): readonly Row[] {
  const keyOf = KEYS[sort as Sort];
  if (keyOf === undefined) return rows;
  const keyed = rows.map((row) => ({ row, key: keyOf(row) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return keyed.map(({ row }) => row);
}

const KEYS: Record<Sort, (row: Row) => string | number> = {
  /** The newest first. */
  issued: ({ doc }) => -Number((doc.record.issued_on ?? '0').replaceAll('-', '')),
  due: (row) => datesOf(row).reduce((first, date) => (date < first ? date : first), LAST),
  document: ({ doc }) => nameOf(doc),
  body: (row) => bodyOf(row) ?? LAST,
  /** What gains most from a look first. */
  doubt: (row) => -doubtOf(row),
};

function bodyOf(row: Row): string | undefined {
  for (const task of tasksOf(row)) {
    const lead = task.record.units.findIndex(({ name }) => task.record.lead_units.includes(name));
    const body = task.bodies[Math.max(0, lead)];
    if (body) return labelOf(body);
  }
  return undefined;
}
