import { type FieldLabel, fieldLabels } from '../../annotate/field-labels.js';
import { firstIndex } from '../../model/first-index.js';
import type { Passage } from '../../model/passage.js';
import type { Span } from '../../model/source-text.js';

/** A stretch of a clause behind one label, or before the first; offsets in the passage. */
export interface Field extends Span {
  /** null: no label stands before it. */
  readonly label: FieldLabel | null;
}

/** The spans of an ascending list that begin from `start` on and end by `end`. */
export function spansWithin<Found extends Span>(
  spans: readonly Found[],
  start: number,
  end: number,
): Found[] {
  const within: Found[] = [];
  for (
    let index = firstIndex(spans, (span) => span.start >= start);
    index < spans.length && spans[index]!.end <= end;
    index++
  ) {
    within.push(spans[index]!);
  }
  return within;
}

/** The fields of the words from `start` to `end`, each with its label. */
export function fieldsOf(passage: Passage, start: number, end: number): Field[] {
  const labels = spansWithin(passage.annotation(fieldLabels), start, end);
  const fields: Field[] = [];
  const first = labels[0]?.start ?? end;
  if (first > start) fields.push({ start, end: first, label: null });
  labels.forEach((label, index) => {
    fields.push({ start: label.end, end: labels[index + 1]?.start ?? end, label });
  });
  return fields;
}
