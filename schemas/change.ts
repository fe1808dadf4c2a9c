import { z } from 'zod';

export const ChangeKind = z.enum(['document', 'task', 'target']);
export type ChangeKind = z.infer<typeof ChangeKind>;

export const FieldChange = z.strictObject({
  field: z.string().min(1).describe("The record's own name of the field."),
  from: z.unknown().describe('What it held, without words and places in the text.'),
  to: z.unknown().describe('What it holds now.'),
  summary: z
    .string()
    .min(1)
    .describe('The change in words: deadline moved 2025-06-30 → 2025-09-30.'),
});
export type FieldChange = z.infer<typeof FieldChange>;

/** What became of one record between two emissions. A line of changes.jsonl. */
export const Change = z.strictObject({
  kind: ChangeKind.describe('What the record is.'),
  change: z.enum(['added', 'changed', 'withdrawn']).describe('What became of it.'),
  id: z.string().min(1).describe('Of the record; the same before and after.'),
  document_id: z.string().min(1).describe('The document that it stands in.'),
  title: z.string().describe("The record's title; of a target, its indicator."),
  fields: z.array(FieldChange).describe('Of a changed record, the fields that differ.'),
  summary: z.string().min(1).describe('All of it in words.'),
});
export type Change = z.infer<typeof Change>;
