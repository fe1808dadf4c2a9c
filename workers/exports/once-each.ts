import type { Table } from '../../pipeline/emit/tables.js';
import { UnitTally } from '../../pipeline/emit/unit-tally.js';
import type { UnitRecord } from '../../schemas/index.js';
import type { Dataset, DatasetTables, Records } from './read-dataset.js';
import { regionsOf } from './rows.js';

/** Tables whose records belong to a document. */
type OfDocuments = Exclude<Table['name'], 'documents' | 'units' | 'rejects'>;

/** What is left out of a dataset where each notice is taken once. */
export interface OnceEach {
  readonly tables: DatasetTables;
  /** Documents left out: copies of others. */
  readonly copies: number;
}

/**
 * The dataset with one document of each notice: copies (`copy_of`), their records and what bodies
 * are counted for in them are left out. Without copies it is the dataset itself.
 */
export async function onceEach(dataset: Dataset): Promise<OnceEach> {
  const copies = new Set<string>();
  for await (const { id, copy_of } of dataset.records('documents')) if (copy_of) copies.add(id);
  if (copies.size === 0) return { tables: dataset, copies: 0 };
  async function* records<Name extends Table['name']>(name: Name): AsyncGenerator<Records[Name]> {
    if (name === 'units') {
      yield* (await countedOnce(dataset, copies)) as Records[Name][];
      return;
    }
    for await (const record of dataset.records(name)) {
      if (!copies.has(documentIdOf(name, record))) yield record;
    }
  }
  return { tables: { has: (name) => dataset.has(name), records }, copies: copies.size };
}

function documentIdOf(name: Table['name'], record: Records[Table['name']]): string {
  if (name === 'documents') return (record as Records['documents']).id;
  // A reject may tell of a document, but counts by itself.
  return name === 'rejects' ? '' : (record as Records[OfDocuments]).document_id;
}

/** Bodies, counted over the tasks of one document of each notice. */
async function countedOnce(dataset: Dataset, copies: ReadonlySet<string>): Promise<UnitRecord[]> {
  const regions = await regionsOf(dataset);
  const tally = new UnitTally();
  for await (const task of dataset.records('tasks')) {
    const id = task.document_id;
    if (!copies.has(id)) tally.add({ id, region: regions.get(id) ?? null }, [task]);
  }
  return tally.records();
}
