import Table from 'cli-table3';
import { comparable, comparableRecord } from '../../pipeline/corrections/comparable.js';
import type { Correction } from '../../schemas/index.js';
import type { Exact } from './counts.js';
import type { PredictedDocument } from './predictions.js';

/** No colours, and no rules between the rows. */
const PLAIN = {
  style: { head: [], border: [] },
  chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
};

/** What people decided in the review page, compared with what is extracted now. */
export interface CorrectionScore {
  /** By record and field (`task units`); `task` alone: whether it should be there at all. */
  readonly fields: ReadonlyMap<string, Exact>;
  readonly misses: readonly string[];
}

/**
 * Counts decisions as gold: a value that was accepted or set is right where it is extracted so, a
 * record that was rejected where it is not extracted. `predicted` must not have been corrected.
 */
export function scoreCorrections(
  predicted: readonly PredictedDocument[],
  corrections: readonly Correction[],
): CorrectionScore {
  const records = recordsOf(predicted);
  const known = new Set(predicted.map(({ document }) => document.id));
  const fields = new Map<string, Exact>();
  const misses: string[] = [];
  for (const correction of lastOnes(corrections)) {
    if (!known.has(correction.document_id)) continue;
    const { record: kind, id } = correction;
    const record = records.get(`${kind} ${id}`);
    for (const [field, right, says] of judgements(correction, record)) {
      const name = field === '' ? kind : `${kind} ${field}`;
      const counts = fields.get(name) ?? { right: 0, of: 0 };
      counts.of++;
      if (right) counts.right++;
      else misses.push(`${name} ${id}: ${says}`);
      fields.set(name, counts);
    }
  }
  return { fields, misses };
}

type Judgement = [field: string, right: boolean, says: string];

function judgements(correction: Correction, record: object | undefined): Judgement[] {
  const { action, record: kind } = correction;
  if (action === 'reject' && correction.fields.length === 0) {
    return [['', record === undefined, 'should not be there']];
  }
  const wanted = Object.entries(wantedBy(correction));
  const there: Judgement = ['', record !== undefined, 'is missing'];
  if (record === undefined) return [there];
  const now = { ...comparableRecord(kind, record), ...textOf(record) };
  return [
    there,
    ...wanted.map(([field, value]): Judgement => {
      const found = now[field];
      const right = same(found, value);
      return [field, right, `${JSON.stringify(found)}, should be ${JSON.stringify(value)}`];
    }),
  ];
}

/** The values that a decision says are right. */
function wantedBy(correction: Correction): Record<string, unknown> {
  if (correction.action === 'accept') return correction.values ?? {};
  const values =
    correction.action === 'set'
      ? Object.entries(correction.set)
      : correction.fields.map((field): [string, unknown] => [field, null]);
  return Object.fromEntries(values.map(([field, value]) => [field, comparable(value)]));
}

const textOf = (record: object): Record<string, unknown> =>
  'text' in record ? { text: record.text } : {};

/** An empty list and null both say that there is nothing. */
function same(found: unknown, wanted: unknown): boolean {
  const bare = (value: unknown): unknown =>
    Array.isArray(value) && value.length === 0 ? null : (value ?? null);
  return JSON.stringify(bare(found)) === JSON.stringify(bare(wanted));
}

/** Of several decisions on one record of one kind, the last. */
function lastOnes(corrections: readonly Correction[]): Correction[] {
  const last = new Map<string, Correction>();
  for (const correction of corrections) {
    last.set(`${correction.record} ${correction.id} ${correction.action}`, correction);
  }
  return [...last.values()];
}

function recordsOf(predicted: readonly PredictedDocument[]): Map<string, object> {
  const records = new Map<string, object>();
  for (const { document, tasks, targets } of predicted) {
    records.set(`document ${document.id}`, document);
    for (const task of tasks) records.set(`task ${task.id}`, task);
    for (const target of targets) records.set(`target ${target.id}`, target);
  }
  return records;
}

/** The score as a table for people, and the first misses below it. */
export function reportCorrections({ fields, misses }: CorrectionScore, most: number): string {
  const table = new Table({ head: ['decided by people', 'right', 'of', '%'], ...PLAIN });
  for (const [name, { right, of }] of [...fields].sort(([a], [b]) => (a < b ? -1 : 1))) {
    table.push([name, right, of, ((100 * right) / of).toFixed(1)]);
  }
  return [table.toString(), ...misses.slice(0, most)].join('\n');
}
