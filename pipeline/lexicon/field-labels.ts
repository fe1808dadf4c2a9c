import { FIELD_LABELS, OTHER_BODY_LABELS, TIME_LABELS, TIME_WORDS } from './data/field-labels.js';
import {
  DUTIES,
  LABEL_MODIFIERS,
  LABEL_NOUNS,
  PERSON_NOUNS,
  RESPONSIBILITY,
} from './data/responsibility.js';
import { bodyLabelAtEnd, isDivisionLabel, type ResponsibilityRole } from './responsibility.js';
import { alternation } from './vocabulary.js';

/**
 * What the field behind a label holds: bodies (责任单位：), sentences that begin with bodies (任务分解：),
 * a time (完成时限：), persons (责任领导：), bodies by a label that no word is known of (`督战单位：`), or
 * nothing of these.
 */
export type FieldKind = 'bodies' | 'division' | 'time' | 'persons' | 'unknown_bodies' | 'other';

export interface FieldLabelReading {
  readonly kind: FieldKind;
  /** Of bodies, else null. */
  readonly role: ResponsibilityRole | null;
  /** Offset at which the label begins. */
  readonly start: number;
}

const FIELDS = new Set([...FIELD_LABELS, ...OTHER_BODY_LABELS].map(({ word }) => word));
/** Words that narrow a label of a time or of persons: 完成时限, 牵头负责领导, 分管市领导. */
const NARROWING = alternation([...RESPONSIBILITY, ...DUTIES, ...LABEL_MODIFIERS, ...TIME_WORDS]);
const LABELS_AT_END: readonly (readonly [FieldKind, RegExp])[] = [
  ['time', new RegExp(`(?:${NARROWING})*(?:${alternation(TIME_LABELS)})$`)],
  [
    'persons',
    new RegExp(
      `(?:${NARROWING})*(?:${alternation(PERSON_NOUNS)})(?:[及和、](?:联系)?(?:电话|方式))?$`,
    ),
  ],
];
/** Source of a pattern for a label of a time, of persons or of what else is no body: 完成时限, 责任人, 预期成果. */
export const OTHER_LABEL = `(?:(?:${NARROWING}){0,3}(?:${alternation([...TIME_LABELS, ...PERSON_NOUNS])})|${alternation(FIELD_LABELS)})`;
const BODY_NOUN = new RegExp(
  `^[一-龥]{1,8}(?:${alternation(LABEL_NOUNS.filter(({ word }) => word.length > 1 && /[单部科处]/.test(word)))})$`,
);
/** What makes words before a colon a sentence of their own and no label: `主要涉及以下部门：`. */
const SENTENCE = /以下|下列|包括|涉及|有关|相关|各|如下|[的是为将把向对请与]/;
const HAN_RUN = /[一-龥、/]+$/;
const IN_BRACKETS = /（[^（）]*）$/;

/**
 * Reads the label at the end of a text, what stands before its colon; null where the text ends in no
 * word. `推动改革。牵头单位` → bodies, lead.
 */
export function fieldLabelAtEnd(text: string): FieldLabelReading | null {
  const bare = text.replace(IN_BRACKETS, '');
  const run = HAN_RUN.exec(bare)?.[0] ?? '';
  if (run.length < 2) return null;
  const start = bare.length - run.length;
  const whole = (kind: FieldKind, role: ResponsibilityRole | null = null): FieldLabelReading => ({
    kind,
    role,
    start,
  });
  if (FIELDS.has(run)) return whole('other');
  if (isDivisionLabel(run)) return whole('division');
  for (const [kind, pattern] of LABELS_AT_END) {
    const label = pattern.exec(run);
    if (label) return { kind, role: null, start: start + label.index };
  }
  const label = bodyLabelAtEnd(bare);
  if (label) return { kind: 'bodies', ...label };
  if (BODY_NOUN.test(run) && !SENTENCE.test(run)) return whole('unknown_bodies', 'responsible');
  return whole('other');
}
