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
  role: Role.describe('What the text makes of it; responsible where it says neither.'),
  basis: Basis.describe('How the role is known.'),
  inherited: z
    .boolean()
    .describe('True where the unit stands on a heading or in a clause that covers later tasks.'),
  rule: z.string().min(1).describe('The rule that made it, as docs/rules.md lists them.'),
  raw: z.string().min(1).describe('The words as they stand in the text.'),
  at: At,
});
export type Unit = z.infer<typeof Unit>;

export const DeadlineKind = z.enum(['by', 'period', 'recurring', 'ongoing']);

/** When a task must be done. */
export const Deadline = z.strictObject({
  kind: DeadlineKind.describe('By a day, over a period, again and again, or without end.'),
  start: IsoDate.nullable().describe('First day of a period.'),
  start_basis: z
    .enum(['written', 'document'])
    .nullable()
    .describe(
      "How the first day is known: the text says it, or it is the document's day of issue or effect (自印发之日起, 即日起).",
    ),
  end: IsoDate.nullable().describe('Last day; a month, quarter or year means its last day.'),
  every: z.string().nullable().describe('ISO 8601 duration of a recurring duty: P1M, P3M, P1Y.'),
  year_basis: z
    .enum(['explicit', 'item', 'document'])
    .nullable()
    .describe('Where the year is known from: written, an earlier year in the item, the document.'),
  rule: z.string().min(1).describe('Id of the rule that read it, as docs/rules.md lists them.'),
  raw: z.string().min(1).describe('The words as they stand in the text.'),
  at: At,
});
export type Deadline = z.infer<typeof Deadline>;

export const Contact = z.strictObject({
  name: z.string().nullable().describe('Name of the contact.'),
  phone: z.string().nullable().describe('Telephone number as printed.'),
  raw: z.string().min(1).describe('The words as they stand in the text.'),
  at: At,
});
export type Contact = z.infer<typeof Contact>;

/** The smallest block of text that tells somebody to do something. */
export const Task = z.strictObject({
  id: z
    .string()
    .min(1)
    .describe(
      'Begins with the id of its document. Made from number, part and path at first; a task that is found again in a later snapshot keeps its id, whatever has become of its words, number and path.',
    ),
  document_id: z.string().min(1).describe('The document that it stands in.'),
  number: z.string().nullable().describe("The task's own label as printed, without delimiter."),
  part: z
    .int()
    .min(1)
    .nullable()
    .describe('Which of several clauses of one item closes this task.'),
  path: z.array(z.string()).describe('Headings above it, outermost first, as printed.'),
  title: z.string().describe('Its headline, else its first clause.'),
  text: z.string().describe('The block without its responsibility clause, line breaks removed.'),
  units: z.array(Unit).describe('Bodies that are made responsible, in the order of the text.'),
  lead_units: z
    .array(z.string())
    .describe('Names of the units that lead; where none is said to, the first-listed.'),
  lead_basis: z
    .enum(['explicit', 'first-listed'])
    .nullable()
    .describe('Whether the text says who leads; null without units.'),
  et_al: z.boolean().describe('True where the list of units ends in 等.'),
  deadlines: z.array(Deadline).describe('When it must be done, where the text says.'),
  target_ids: z.array(z.string()).describe('Targets that apply to it.'),
  contacts: z.array(Contact).describe('Persons that a table names for it.'),
  keywords: z.array(z.string()).describe('Words that set its text apart, weightiest first.'),
  at: At,
});
export type Task = z.infer<typeof Task>;
