import { z } from 'zod';
import { At } from './at.js';

/** One word of a task, for search and topic tools. */
export const TokenLine = z.strictObject({
  document_id: z.string().describe('The document of the task.'),
  task_id: z.string().describe('The task.'),
  words: z
    .array(
      z.strictObject({
        word: z.string().describe('The word.'),
        pos: z.string().describe('Part of speech, ICTCLAS tag.'),
        at: At,
      }),
    )
    .describe('Its words in order, marks included.'),
});
export type TokenLine = z.infer<typeof TokenLine>;
