import { type FieldLabelReading, fieldLabelAtEnd, OTHER_LABEL } from '../lexicon/field-labels.js';
import { NAMED_LABEL } from '../lexicon/responsibility.js';
import { looksLikeUnit } from '../lexicon/units.js';
import { firstIndex } from '../model/first-index.js';
import { matchesIn } from '../model/matches.js';
import type { Passage } from '../model/passage.js';
import type { Span } from '../model/source-text.js';
import { spansAnnotator } from './spans.js';

/** A label and its colon: `牵头单位：`, `完成时限：`, `【责任单位】`, `责任单位为`, or `责任单位 ` before a name; offsets in the passage. */
export interface FieldLabel extends Span, Pick<FieldLabelReading, 'kind' | 'role'> {
  /** Whether no word stands right before it: behind a mark, or at the beginning of a paragraph. */
  readonly opens: boolean;
}

const BODIES_IN_BRACKETS =
  '[】〕］\\]）](?<=[【〔［[（][^】〕］\\]）：]{2,8}(?:单位|部门|处室|科室).)';
const OTHERS_IN_BRACKETS = `[】〕］\\]](?<=[【〔［[]${OTHER_LABEL}.)`;
const BEFORE_NAME = `(?:单位|部门|处室|科室)(?<=${NAMED_LABEL})(?=\\s*[一-龥]{3})`;
/**
 * A label ends with its colon, with its brackets, with the 为 of `责任单位为县发改局`, or where a name follows it. Each
 * way begins with the mark or noun and looks back from it, so that nothing is tried where no such mark is.
 */
const LABEL_END = new RegExp(
  `：|(?:${BODIES_IN_BRACKETS}|${OTHERS_IN_BRACKETS})(?=[^。，；、）]{2})|[为是](?<=${NAMED_LABEL}.)：?(?=[一-龥]{2})|${BEFORE_NAME}`,
  'g',
);
const COPULA = /^[为是]/;
/** The last word of a label that has no mark behind it. */
const NOUN = /^[一-龥]{2}$/;
/** The name that a label without a mark stands before. */
const NAME = /^\s*([^、，；。：（）\s]{2,40})/;
const LONGEST_LABEL = 20;
const LONGEST_NAME = 44;

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

function readFieldLabels(passage: Passage): FieldLabel[] {
  const { reading, breaks } = passage;
  const labels: FieldLabel[] = [];
  const paragraphs = new Set(breaks);
  let done = 0;
  let opening = 0;
  for (const { index, 0: mark } of matchesIn(LABEL_END, reading)) {
    while (opening < breaks.length && breaks[opening]! <= index) opening++;
    const isUnmarked = NOUN.test(mark);
    const words = isUnmarked ? index + mark.length : index;
    const from = Math.max(done, breaks[opening - 1] ?? 0, words - LONGEST_LABEL);
    const found = fieldLabelAtEnd(reading.slice(from, words).trimEnd());
    if (isUnmarked) {
      const start = from + (found?.start ?? 0);
      if (found?.kind === 'bodies' && standsBeforeName(passage, start, words, paragraphs))
        labels.push({ kind: found.kind, role: found.role, opens: true, start, end: words });
      continue;
    }
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

/** `责任单位 市水利局 市财政局`: a label without a mark opens its line or sentence, and a whole name follows. */
function standsBeforeName(
  passage: Passage,
  start: number,
  end: number,
  paragraphs: ReadonlySet<number>,
): boolean {
  const { reading } = passage;
  const gaps = passage.gaps();
  const opens =
    start === 0 ||
    paragraphs.has(start) ||
    /[。；！\s]/.test(reading[start - 1]!) ||
    gaps[firstIndex(gaps, ({ offset }) => offset >= start)]?.offset === start;
  if (!opens) return false;
  const gap = gaps[firstIndex(gaps, ({ offset }) => offset > end)]?.offset ?? reading.length;
  const name = NAME.exec(reading.slice(end, Math.min(gap, end + LONGEST_NAME)))?.[1] ?? '';
  return looksLikeUnit(name);
}
