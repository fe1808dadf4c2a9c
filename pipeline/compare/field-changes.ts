import type { FieldChange } from '../../schemas/change.js';
import { normalised } from './similarity.js';

/** One field: how it is held against its former self, and what is said where they differ. */
export interface ComparedField<Record> {
  readonly field: string;
  /** What counts of it: no words or places of the text where values say the same. */
  readonly content: (record: Record) => unknown;
  readonly summary: (from: Record, to: Record) => string;
}

/** The fields that differ; widths and white space make no difference. */
export function fieldChanges<Record>(
  fields: readonly ComparedField<Record>[],
  from: Record,
  to: Record,
): FieldChange[] {
  return fields.flatMap(({ field, content, summary }) => {
    const [before, after] = [content(from), content(to)];
    if (comparable(before) === comparable(after)) return [];
    return [{ field, from: before, to: after, summary: summary(from, to) }];
  });
}

/** What a record says, as one string: equal strings, equal content. */
export function contentOf<Record>(
  fields: readonly ComparedField<Record>[],
  record: Record,
): string {
  return comparable(fields.map(({ content }) => content(record)));
}

const comparable = (value: unknown): string =>
  JSON.stringify(value, (_, part) => (typeof part === 'string' ? normalised(part) : part));

/** `says added X`, `says removed X`, or `says moved X → Y` where as many went as came. */
export function listChange(
  says: string,
  moved: string,
  from: readonly string[],
  to: readonly string[],
): string {
  const gone = without(from, to);
  const come = without(to, from);
  if (gone.length === 0 && come.length === 0) return `${says}: order changed`;
  if (gone.length === come.length)
    return `${says} ${moved} ${gone.join('、')} → ${come.join('、')}`;
  return [
    ...gone.map((one) => `${says} removed ${one}`),
    ...come.map((one) => `${says} added ${one}`),
  ].join('; ');
}

const without = (all: readonly string[], others: readonly string[]): string[] => {
  const known = new Set(others.map(normalised));
  return all.filter((one) => !known.has(normalised(one)));
};

/** A value as it is printed. */
export const shown = (value: unknown): string =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0)
    ? 'none'
    : Array.isArray(value)
      ? value.join('、')
      : String(value);

/** `name changed A → B` */
export const changed = (name: string, from: unknown, to: unknown): string =>
  `${name} changed ${shown(from)} → ${shown(to)}`;
