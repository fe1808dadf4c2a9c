import { z } from 'zod';
import { RejectCode } from './codes.js';

/** An input, or a record, that did not make it into the dataset. */
export const Reject = z.strictObject({
  uri: z.string().describe('Path of the input as given or found.'),
  sha256: z.string().nullable().describe('Of the bytes, where they could be read.'),
  stage: z
    .enum(['find', 'read', 'clean', 'outline', 'extract', 'refine', 'validate', 'emit'])
    .describe('How far it came.'),
  code: RejectCode.describe('What is wrong, for programs: docs/codes.md.'),
  message: z.string().min(1).describe('What is wrong and what to do about it.'),
  document_id: z.string().nullable().describe('The document of a record that was rejected.'),
});
export type Reject = z.infer<typeof Reject>;
