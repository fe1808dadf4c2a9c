import { z } from 'zod';
import { At, IsoDate } from './at.js';

export const TargetOperator = z.enum(['>=', '<=', '=', 'increase', 'decrease']);
export type TargetOperator = z.infer<typeof TargetOperator>;

/** A number that is to be reached. */
export const Target = z.strictObject({
  id: z.string().min(1),
  document_id: z.string().min(1),
  task_ids: z.array(z.string()).describe("Tasks it applies to; none: it is the document's."),
  indicator: z.string().describe('Noun phrase that is measured, as written.'),
  op: TargetOperator,
  value: z.number().describe('In `unit` as written: 2800亿元 is 2800 with unit 亿元.'),
  unit: z.string().nullable(),
  by: IsoDate.nullable(),
  units: z.array(z.string()).describe('Bodies that an indicator table names.'),
  raw: z.string().min(1),
  at: At,
});
export type Target = z.infer<typeof Target>;
