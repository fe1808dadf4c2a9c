import { z } from 'zod';

/** An input, or a record, that did not make it into the dataset. */
export const Reject = z.strictObject({
  uri: z.string(),
  sha256: z.string().nullable(),
  stage: z.enum(['find', 'read', 'clean', 'outline', 'extract', 'refine', 'validate', 'emit']),
  code: z.string().regex(/^[a-z][a-z0-9_]*$/),
  message: z.string().min(1).describe('What is wrong and what to do about it.'),
  document_id: z.string().nullable(),
});
export type Reject = z.infer<typeof Reject>;
