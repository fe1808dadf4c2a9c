import { z } from 'zod';
import { At } from './at.js';
import { TargetOperator } from './target.js';

export const QuantityRole = z.enum([
  'target',
  'parameter',
  'condition',
  'description',
  'reference',
]);
export type QuantityRole = z.infer<typeof QuantityRole>;

/** A number with a measure, and what the text makes of it: a line of the ledger of quantities. */
export const Quantity = z.strictObject({
  id: z.string().min(1).describe('Begins with the id of its document.'),
  document_id: z.string().min(1).describe('The document that it stands in.'),
  task_id: z
    .string()
    .nullable()
    .describe("The task whose text holds it; null: it stands in the document's goals."),
  target_id: z.string().nullable().describe('The target that it sets; null for every other role.'),
  role: QuantityRole.describe(
    'What the number is: to be reached, got or paid under the policy, asked of who is covered, told of what is, or part of a name.',
  ),
  indicator: z
    .string()
    .nullable()
    .describe('Noun phrase that is measured, as far as the words tell.'),
  op: TargetOperator.nullable().describe('As of a target, as far as the words tell.'),
  value: z.number().describe('In `unit` as written: 2800亿元 is 2800 with unit 亿元.'),
  unit: z.string().nullable().describe('Unit of measure as written, with 万 and 亿.'),
  raw: z.string().min(1).describe('The words as they stand in the text.'),
  rule: z.string().min(1).describe('Id of the rule that gave it its role.'),
  at: At,
});
export type Quantity = z.infer<typeof Quantity>;
