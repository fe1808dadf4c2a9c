import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { convert } from '../../pipeline/convert.js';
import type { DocumentRecord, Target, Task } from '../../schemas/index.js';

/** A task with its document, its targets and the text that its places count in. */
export interface ShownRecord {
  readonly document: DocumentRecord;
  readonly task: Task;
  readonly targets: readonly Target[];
  readonly text: string;
}

const SAMPLE = 'samples/002_3b0432dd4a7437f5.txt';
const DOCUMENT = '泰政办发〔2023〕2号';
const NUMBER = '5';

/** The record that the README shows, made anew from the sample. */
export async function shownRecord(): Promise<ShownRecord> {
  const bytes = readFileSync(SAMPLE);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const options = { encoding: null, tokens: false, redactContacts: false };
  const { documents } = await convert({ uri: SAMPLE, bytes, sha256 }, options);
  const found = documents.find(({ document }) => document.doc_number === DOCUMENT);
  const task = found?.tasks.find(({ number }) => number === NUMBER);
  if (!found || !task) throw new Error(`${SAMPLE} gives no task ${NUMBER} of ${DOCUMENT}.`);
  const targets = found.targets.filter(({ task_ids }) => task_ids.includes(task.id));
  return { document: found.document, task, targets, text: found.text };
}
