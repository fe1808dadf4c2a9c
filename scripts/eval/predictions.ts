import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { convert } from '../../pipeline/convert.js';
import type { DocumentRecord, Target, Task } from '../../schemas/index.js';

/** A document with what was found in it. */
export interface PredictedDocument {
  readonly document: DocumentRecord;
  readonly tasks: readonly Task[];
  readonly targets: readonly Target[];
}

/** Reads the documents, tasks and targets of a dataset folder. */
export function predictionsOfDataset(folder: string): PredictedDocument[] {
  const tasks = byDocument(jsonLines<Task>(join(folder, 'tasks.jsonl')));
  const targets = byDocument(jsonLines<Target>(join(folder, 'targets.jsonl')));
  return jsonLines<DocumentRecord>(join(folder, 'documents.jsonl')).map((document) => ({
    document,
    tasks: tasks.get(document.id) ?? [],
    targets: targets.get(document.id) ?? [],
  }));
}

/** Runs the pipeline over the texts of a folder (`.txt`, `.md`), here and now. */
export async function predictionsOfSources(folder: string): Promise<PredictedDocument[]> {
  const predicted: PredictedDocument[] = [];
  const names = readdirSync(folder).filter((name) => /\.(?:txt|md)$/.test(name));
  for (const name of names.sort()) {
    const bytes = readFileSync(join(folder, name));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const options = { encoding: null, tokens: false, redactContacts: false };
    predicted.push(...(await convert({ uri: name, bytes, sha256 }, options)).documents);
  }
  return predicted;
}

/** Whether the document comes from the source whose file name begins so. */
export const isFromSource = (predicted: PredictedDocument, source: string): boolean =>
  basename(predicted.document.source.uri).startsWith(source);

export function jsonLines<T>(path: string): T[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as T);
}

function byDocument<T extends { document_id: string }>(records: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const record of records) {
    const group = groups.get(record.document_id);
    if (group) group.push(record);
    else groups.set(record.document_id, [record]);
  }
  return groups;
}
