import { z } from 'zod';
import { DeadlineKind, type DocumentRecord, Role, type Task } from '../../schemas/index.js';
import type { DatasetIndex } from '../datasets/dataset-index.js';
import { clipped } from './bounded.js';

/** A task as an answer shows it: what it is, who does it, when; `show_source` has the rest. */
export const TaskLine = z.strictObject({
  id: z.string(),
  title: z.string(),
  text: z.string().describe('Cut at … where it is long.'),
  document: z.string().describe('Title of the document, with its number.'),
  document_id: z.string(),
  region: z.string().nullable(),
  lead_units: z.array(z.string()).describe('Who leads; the first-listed where lead_basis says so.'),
  lead_basis: z.enum(['explicit', 'first-listed']).nullable(),
  units: z.array(
    z.strictObject({ name: z.string().describe('Official name where known.'), role: Role }),
  ),
  deadlines: z.array(
    z.strictObject({
      kind: DeadlineKind,
      start: z.string().nullable(),
      end: z.string().nullable().describe('Last day, YYYY-MM-DD.'),
      every: z.string().nullable().describe('ISO 8601 duration of a recurring duty.'),
      raw: z.string().describe('As written.'),
    }),
  ),
});
export type TaskLine = z.infer<typeof TaskLine>;

/** Bodies of a task that one line names. */
const MOST_UNITS = 30;

/** The lines of some tasks. */
export async function taskLines(
  index: DatasetIndex,
  records: readonly Buffer[],
): Promise<TaskLine[]> {
  const tasks = records.map((record) => JSON.parse(record.toString()) as Task);
  const documents = await documentsOf(
    index,
    tasks.map(({ document_id }) => document_id),
  );
  return tasks.map((task) => lineOf(task, documents.get(task.document_id)));
}

function lineOf(task: Task, document: DocumentRecord | undefined): TaskLine {
  return {
    id: task.id,
    title: clipped(task.title, 200),
    text: clipped(task.text, 600),
    document: clipped([document?.title, document?.doc_number].filter(Boolean).join(' '), 200),
    document_id: task.document_id,
    region: document?.region ?? null,
    lead_units: task.lead_units.slice(0, MOST_UNITS),
    lead_basis: task.lead_basis,
    units: task.units.slice(0, MOST_UNITS).map(({ name, canonical, role }) => ({
      name: canonical ?? name,
      role,
    })),
    deadlines: task.deadlines.map(({ kind, start, end, every, raw }) => ({
      ...{ kind, start, end, every, raw: clipped(raw.replace(/\s+/g, ''), 200) },
    })),
  };
}

/** The documents of some ids. */
export async function documentsOf(
  index: DatasetIndex,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DocumentRecord>> {
  const records = await index.recordsOf('documents', [...new Set(ids)]);
  return new Map(
    records.map((record) => {
      const document = JSON.parse(record.toString()) as DocumentRecord;
      return [document.id, document];
    }),
  );
}
