import { z } from 'zod';
import { DocumentRecord } from './document.js';
import { Target } from './target.js';
import { Task, Unit } from './task.js';

/** A body that a person writes down needs no rule: it is the person's. */
const CorrectedUnit = Unit.extend({
  rule: z
    .string()
    .min(1)
    .default('correction')
    .describe('`correction`, or the rule of a body that is kept.'),
});

/** What a person can change of each kind of record; ids, places and what is derived stay. */
export const CORRECTABLE = {
  document: DocumentRecord.pick({
    title: true,
    doc_number: true,
    issuers: true,
    issued_on: true,
    stage: true,
    genre: true,
    region: true,
    index_number: true,
    subject: true,
    published_on: true,
    nature: true,
    effective_on: true,
    expires_on: true,
    valid_for: true,
  }),
  task: Task.pick({
    number: true,
    title: true,
    text: true,
    units: true,
    et_al: true,
    deadlines: true,
    contacts: true,
    keywords: true,
  }).extend({ units: z.array(CorrectedUnit) }),
  target: Target.pick({
    indicator: true,
    op: true,
    value: true,
    unit: true,
    by: true,
    units: true,
  }),
} as const;

export const RecordKind = z.enum(['document', 'task', 'target']);
export type RecordKind = z.infer<typeof RecordKind>;

const SHARED = {
  id: z.string().min(1).describe('Of the record.'),
  document_id: z.string().min(1),
  digest: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .describe(
      'First 16 hexadecimal digits of the SHA-256 of the words that the record stands on, white space left out: they tell whether the source has changed since.',
    ),
  start: z.int().min(0).describe('Where those words began; places in `set` count with it.'),
  note: z.string().nullable(),
  made_by: z.string().nullable(),
  made_at: z.iso.datetime().nullable(),
};

/** Fields that can be emptied: lists, and what may be null. */
const EMPTIABLE = {
  document: z.enum([
    'doc_number',
    'issuers',
    'issued_on',
    'genre',
    'region',
    'index_number',
    'subject',
    'published_on',
    'effective_on',
    'expires_on',
    'valid_for',
  ]),
  task: z.enum(['number', 'units', 'deadlines', 'contacts', 'keywords']),
  target: z.enum(['unit', 'by', 'units']),
} as const;

/** A value as it is compared. */
const Accepted = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);

function actionsOn<Kind extends RecordKind>(kind: Kind) {
  const record = z.literal(kind);
  const names = Object.keys(CORRECTABLE[kind].shape) as [string, ...string[]];
  return z.discriminatedUnion('action', [
    z.strictObject({
      record,
      action: z.literal('accept'),
      ...SHARED,
      fields: z.array(z.enum(names)).describe('Fields that are right; none: the whole record.'),
      values: z
        .record(z.string(), Accepted)
        .optional()
        .describe(
          'What the accepted fields held, without places: units as `name role`, deadlines as `kind start end every`.',
        ),
    }),
    z.strictObject({
      record,
      action: z.literal('reject'),
      ...SHARED,
      fields: z
        .array(EMPTIABLE[kind])
        .describe('Fields that are made empty; none: the record is taken out.'),
    }),
    z.strictObject({
      record,
      action: z.literal('set'),
      ...SHARED,
      set: CORRECTABLE[kind].partial().strict().describe('What the fields are to hold, whole.'),
    }),
  ]);
}

/** What a person decided on one record: right, wrong, or to be changed. A line of corrections.jsonl. */
export const Correction = z.discriminatedUnion('record', [
  actionsOn('document'),
  actionsOn('task'),
  actionsOn('target'),
]);
export type Correction = z.infer<typeof Correction>;
