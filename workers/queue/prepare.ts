import { existingDataset } from '../emission/existing-dataset.js';
import type { Merged } from '../merge.js';
import type { ObjectStore } from '../object-store.js';
import { needsProgram } from '../outside-tools/needs-program.js';
import { type Batch, type BatchRequest, makeBatch, writeBatch } from './batch.js';

/**
 * Makes a batch of inputs and keeps it in the store. `merged` is not null where the dataset that it
 * would give stands in its folder already: then there is nothing to do. Needs no Redis.
 */
export async function prepareBatch(
  request: BatchRequest,
  objects: ObjectStore,
): Promise<{ readonly batch: Batch; readonly merged: Merged | null }> {
  const batch = makeBatch(request);
  const merged = existingDataset(
    batch.head.out,
    batch.id,
    ({ rejects }) => !rejects.some(needsProgram),
  );
  if (merged === null) await writeBatch(objects, batch);
  return { batch, merged };
}
