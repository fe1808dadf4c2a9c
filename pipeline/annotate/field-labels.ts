import { type FieldLabelReading, fieldLabelAtEnd, OTHER_LABEL } from '../lexicon/field-labels.js';
import { NAMED_LABEL } from '../lexicon/responsibility.js';
import type { Passage } from '../model/passage.js';
import type { Span } from '../model/source-text.js';
import { spansAnnotator } from './spans.js';

/** A label and its colon: `牵头单位：`, `完成时限：`, `【责任单位】`, `责任单位为`; offsets in the passage. */
export interface FieldLabel extends Span, Pick<FieldLabelReading, 'kind' | 'role'> {
  /** Whether no word stands right before it: behind a mark, or at the beginning of a paragraph. */
  readonly opens: boolean;
}

const BODIES_IN_BRACKETS =
  '[】〕］\\]）](?<=[【〔［[（][^】〕］\\]）：]{2,8}(?:单位|部门|处室|科室).)';
const OTHERS_IN_BRACKETS = `[】〕］\\]](?<=[【〔［[]${OTHER_LABEL}.)`;
/**
 * A label ends with its colon, with its brackets, or with the 为 of `责任单位为县发改局`. Each way begins with the
 * mark and looks back from it, so that nothing is tried where no such mark is.
 */
const LABEL_END = new RegExp(
  `：|(?:${BODIES_IN_BRACKETS}|${OTHERS_IN_BRACKETS})(?=[^。，；、）]{2})|[为是](?<=${NAMED_LABEL}.)：?(?=[一-龥]{2})`,
  'g',
);
const COPULA = /^[为是]/;
const LONGEST_LABEL = 20;

/** The labels of a passage's fields, in the order of the text. */
export const fieldLabels = spansAnnotator<FieldLabel>(
  'field_labels',
  readFieldLabels,
  (label, by) => ({
    ...label,
    start: label.start + by,
    end: label.end + by,
  }),
);

function readFieldLabels({ reading, breaks }: Passage): FieldLabel[] {
  const labels: FieldLabel[] = [];
  const paragraphs = new Set(breaks);
  let done = 0;
  let opening = 0;
  for (const { index, 0: mark } of reading.matchAll(LABEL_END)) {
    while (opening < breaks.length && breaks[opening]! <= index) opening++;
    const from = Math.max(done, breaks[opening - 1] ?? 0, index - LONGEST_LABEL);
    const found = fieldLabelAtEnd(reading.slice(from, index).trimEnd());
    done = index + 1;
    if (!found) continue;
    const named = COPULA.test(mark);
    const bracket = mark === '：' || named ? 0 : 1;
    const start = from + found.start - bracket;
    const opens =
      start === 0 || paragraphs.has(start) || bracket > 0 || !/[一-龥]/.test(reading[start - 1]!);
    if (named && (found.kind !== 'bodies' || !opens)) continue;
    labels.push({ kind: found.kind, role: found.role, opens, start, end: index + mark.length });
  }
  return labels;
}
