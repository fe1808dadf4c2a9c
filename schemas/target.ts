import { z } from 'zod';
import { At, IsoDate } from './at.js';

export const TargetOperator = z.enum(['>=', '<=', '=', 'increase', 'decrease']);
export type TargetOperator = z.infer<typeof TargetOperator>;

/** A number that is to be reached. */
export const Target = z.strictObject({
  id: z.string().min(1).describe('Begins with the id of its document.'),
  document_id: z.string().min(1).describe('The document that it stands in.'),
  task_ids: z.array(z.string()).describe("Tasks it applies to; none: it is the document's."),
  indicator: z.string().describe('Noun phrase that is measured, as written.'),
  op: TargetOperator.describe('At least, at most, exactly, or a change: up or down by the value.'),
  value: z.number().describe('In `unit` as written: 2800亿元 is 2800 with unit 亿元.'),
  unit: z.string().nullable().describe('Unit of measure as written, with 万 and 亿.'),
  by: IsoDate.nullable().describe('Last day by which it is to be reached, where the text says.'),
  units: z.array(z.string()).describe('Bodies that an indicator table names.'),
  raw: z.string().min(1).describe('The words as they stand in the text.'),
  rule: z.string().min(1).describe('Id of the rule that made it a target.'),
  at: At,
});
export type Target = z.infer<typeof Target>;
