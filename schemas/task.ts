import { z } from 'zod';
import { At, IsoDate } from './at.js';

export const Role = z.enum(['lead', 'support', 'responsible']);
export type Role = z.infer<typeof Role>;
export const Basis = z.enum(['label', 'verb', 'asterisk', 'column', 'list', 'subject']);
export type Basis = z.infer<typeof Basis>;

/** A body that the text makes responsible for a task. */
export const Unit = z.strictObject({
  name: z.string().min(1).describe('As written, line breaks and inner spaces removed.'),
  canonical: z.string().nullable().describe('Full official name where it can be told.'),
  role: Role,
  basis: Basis.describe('How the role is known.'),
  inherited: z
    .boolean()
    .describe('True where the unit stands on a heading or in a clause that covers later tasks.'),
  raw: z.string().min(1).describe('The words as they stand in the text.'),
  at: At,
});
export type Unit = z.infer<typeof Unit>;

export const DeadlineKind = z.enum(['by', 'period', 'recurring', 'ongoing']);

/** When a task must be done. */
export const Deadline = z.strictObject({
  kind: DeadlineKind,
  start: IsoDate.nullable(),
  end: IsoDate.nullable(),
  every: z.string().nullable().describe('ISO 8601 duration of a recurring duty: P1M, P3M, P1Y.'),
  year_basis: z
    .enum(['explicit', 'item', 'document'])
    .nullable()
    .describe('Where the year is known from: written, an earlier year in the item, the document.'),
  raw: z.string().min(1),
  at: At,
});
export type Deadline = z.infer<typeof Deadline>;

export const Contact = z.strictObject({
  name: z.string().nullable(),
  phone: z.string().nullable(),
  raw: z.string().min(1),
  at: At,
});
export type Contact = z.infer<typeof Contact>;

/** The smallest block of text that tells somebody to do something. */
export const Task = z.strictObject({
  id: z.string().min(1),
  document_id: z.string().min(1),
  number: z.string().nullable().describe("The task's own label as printed, without delimiter."),
  part: z
    .int()
    .min(1)
    .nullable()
    .describe('Which of several clauses of one item closes this task.'),
  path: z.array(z.string()).describe('Headings above it, outermost first, as printed.'),
  title: z.string(),
  text: z.string().describe('The block without its responsibility clause, line breaks removed.'),
  units: z.array(Unit),
  lead_units: z.array(z.string()),
  lead_basis: z.enum(['explicit', 'first-listed']).nullable(),
  et_al: z.boolean().describe('True where the list of units ends in 等.'),
  deadlines: z.array(Deadline),
  target_ids: z.array(z.string()),
  contacts: z.array(Contact),
  keywords: z.array(z.string()),
  at: At,
});
export type Task = z.infer<typeof Task>;
