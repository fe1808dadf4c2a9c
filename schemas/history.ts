import { z } from 'zod';

/** A task as it stood from one snapshot to another. A line of history.jsonl. */
export const TaskVersion = z.strictObject({
  task_id: z.string().min(1).describe('The task.'),
  document_id: z.string().min(1).describe('The document that it stands in.'),
  title: z.string().describe('Its title in this version.'),
  version: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .describe('Hash of what it says: equal hashes, equal content.'),
  valid_from: z.iso.datetime().describe('Time of the snapshot that first had this version.'),
  valid_to: z.iso
    .datetime()
    .nullable()
    .describe('Time of the first snapshot that had it no more; null while it stands.'),
});
export type TaskVersion = z.infer<typeof TaskVersion>;
