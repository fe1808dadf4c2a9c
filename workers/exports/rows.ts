import type { RowContext } from '../../pipeline/emit/export-tables.js';
import { unitId } from '../../pipeline/emit/unit-tally.js';
import type { DatasetTables } from './read-dataset.js';

/** Records that are handed on together. */
const BATCH = 256;

/** Records in batches. */
export async function* batches<T>(records: AsyncIterable<T>): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const record of records) {
    batch.push(record);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** The region of each document by its id. */
export async function regionsOf(
  dataset: Pick<DatasetTables, 'records'>,
): Promise<ReadonlyMap<string, string | null>> {
  const regions = new Map<string, string | null>();
  for await (const { id, region } of dataset.records('documents')) regions.set(id, region);
  return regions;
}

/** Finds the ids of bodies. It keeps the region of each document, and each name once a region. */
export async function unitIdsOf(
  dataset: Pick<DatasetTables, 'records'>,
): Promise<RowContext['unitId']> {
  const regions = await regionsOf(dataset);
  const ids = new Map<string, string>();
  return ({ name, canonical }, documentId) => {
    const region = regions.get(documentId) ?? null;
    const key = canonical ?? JSON.stringify([name, region]);
    const known = ids.get(key);
    if (known !== undefined) return known;
    const id = unitId({ name, canonical }, region);
    ids.set(key, id);
    return id;
  };
}
