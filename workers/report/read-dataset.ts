import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textPath } from '../../pipeline/emit/tables.js';
import type {
  DocumentRecord,
  Quantity,
  Reject,
  Target,
  Task,
  UnitRecord,
} from '../../schemas/index.js';
import { DatasetError } from '../exports/read-dataset.js';
import { linesOf } from '../lines.js';
import type { DatasetDocument } from './pack.js';

/** The records of a table, one after another; none where the dataset does not have it. */
export async function* recordsOf<Row>(folder: string, file: string): AsyncGenerator<Row> {
  const path = join(folder, file);
  if (!existsSync(path)) return;
  const stream = createReadStream(path, { encoding: 'utf8' });
  for await (const line of linesOf(stream as AsyncIterable<string>)) {
    if (line !== '') yield rowOf<Row>(line, path);
  }
}

function rowOf<Row>(line: string, path: string): Row {
  try {
    return JSON.parse(line) as Row;
  } catch (error) {
    const says = (error as Error).message;
    throw new DatasetError(`${path}: a line is no JSON (${says}); see gongwen validate`);
  }
}

async function allOf<Row>(folder: string, file: string): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const row of recordsOf<Row>(folder, file)) rows.push(row);
  return rows;
}

/** All rejects of a dataset. */
export const rejectsOf = (folder: string): Promise<Reject[]> => allOf(folder, 'rejects.jsonl');

/** All bodies of a dataset. */
export const bodiesOf = (folder: string): Promise<UnitRecord[]> => allOf(folder, 'units.jsonl');

/** Sources of the copies of each document that stands for them. */
export async function copiesOf(folder: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const copies = new Map<string, string[]>();
  for await (const { copy_of, source } of recordsOf<DocumentRecord>(folder, 'documents.jsonl')) {
    if (copy_of) copies.set(copy_of, [...(copies.get(copy_of) ?? []), source.uri]);
  }
  return copies;
}

/**
 * The documents of a dataset, one at a time: records stand in the order of their documents in every
 * table, so no more than one document is held. With `copies`, as `copiesOf` gives them, documents
 * that are copies of others are left out.
 */
export async function* documentsOf(
  folder: string,
  copies: ReadonlyMap<string, readonly string[]> | null,
): AsyncGenerator<DatasetDocument> {
  const tasks = new Groups(recordsOf<Task>(folder, 'tasks.jsonl'));
  const targets = new Groups(recordsOf<Target>(folder, 'targets.jsonl'));
  const quantities = new Groups(recordsOf<Quantity>(folder, 'quantities.jsonl'));
  for await (const document of recordsOf<DocumentRecord>(folder, 'documents.jsonl')) {
    const records = {
      tasks: await tasks.of(document.id),
      targets: await targets.of(document.id),
      quantities: await quantities.of(document.id),
    };
    if (copies !== null && document.copy_of) continue;
    const text = readFileSync(join(folder, textPath(document.id)), 'utf8');
    yield { document, text, ...records, copies: copies?.get(document.id) ?? [] };
  }
}

/** A table cut at each change of document. */
class Groups<Row extends { readonly document_id: string }> {
  private next: Row | null | undefined;

  constructor(private readonly rows: AsyncGenerator<Row>) {}

  async of(documentId: string): Promise<Row[]> {
    const group: Row[] = [];
    if (this.next === undefined) await this.advance();
    while (this.next?.document_id === documentId) {
      group.push(this.next);
      await this.advance();
    }
    return group;
  }

  private async advance(): Promise<void> {
    const { done, value } = await this.rows.next();
    this.next = done ? null : value;
  }
}
