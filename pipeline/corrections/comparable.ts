import type { Correction, Deadline, Unit } from '../../schemas/index.js';

/** A field's value without places, so that two readings of it can be compared. */
export type Comparable = string | number | boolean | null | readonly string[];

/** Fields whose values are told; `text` is long, and `keywords` are nobody's decision. */
const COMPARED = {
  document: ['title', 'doc_number', 'issuers', 'issued_on', 'stage', 'genre', 'region'],
  task: ['number', 'title', 'units', 'et_al', 'deadlines'],
  target: ['indicator', 'op', 'value', 'unit', 'by', 'units'],
} as const;

/** The compared fields of a record. */
export function comparableRecord(
  kind: Correction['record'],
  record: object,
): Record<string, Comparable> {
  const values = record as Record<string, unknown>;
  return Object.fromEntries(COMPARED[kind].map((field) => [field, comparable(values[field])]));
}

/** A value as it is compared: units by name and role, deadlines by kind and dates. */
export function comparable(value: unknown): Comparable {
  return Array.isArray(value) ? value.map(item) : ((value ?? null) as Comparable);
}

function item(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if ('role' in value) {
    const { name, role } = value as Unit;
    return `${name} ${role}`;
  }
  if ('kind' in value) {
    const { kind, start, end, every } = value as Deadline;
    return [kind, start, end, every].map((part) => part ?? '-').join(' ');
  }
  return (value as { raw?: string }).raw ?? '';
}
