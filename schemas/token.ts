import { z } from 'zod';
import { At } from './at.js';

/** One word of a task, for search and topic tools. */
export const TokenLine = z.strictObject({
  document_id: z.string(),
  task_id: z.string(),
  words: z.array(
    z.strictObject({
      word: z.string(),
      pos: z.string().describe('Part of speech, ICTCLAS tag.'),
      at: At,
    }),
  ),
});
export type TokenLine = z.infer<typeof TokenLine>;
