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

/** A bracket of whom to call behind a name, up to a label in it: `县城管局（联系人：张三，电话：`. */
const CONTACT = /[一-龥]（[^（）：]{0,6}(?:人|电话|方式|手机)：[^（）]{0,40}$/;
const LONGEST_CONTACT = 60;

/** Whether a label stands in a bracket that says whom to call, behind a name of the same words. */
function isOfContact(reading: string, start: number, label: FieldLabel): boolean {
  if (label.kind === 'bodies' || label.kind === 'division') return false;
  return CONTACT.test(reading.slice(Math.max(start, label.end - LONGEST_CONTACT), label.end));
}

/** The fields of the words from `start` to `end`, each with its label. */
export function fieldsOf(passage: Passage, start: number, end: number): Field[] {
  const labels = spansWithin(passage.annotation(fieldLabels), start, end).filter(
    (label) => !isOfContact(passage.reading, start, label),
  );
  const fields: Field[] = [];
  const first = labels[0]?.start ?? end;
  if (first > start) fields.push({ start, end: first, label: null });
  labels.forEach((label, index) => {
    fields.push({ start: label.end, end: labels[index + 1]?.start ?? end, label });
  });
  return fields;
}
