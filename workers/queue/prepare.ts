import { isBucketAddress } from '../bucket/address.js';
import { existingDataset } from '../emission/existing-dataset.js';
import type { Merged } from '../merge.js';
import type { KeptObjects } from '../object-store.js';
import { needsProgram } from '../outside-tools/needs-program.js';
import { keepInputs } from '../stored-inputs.js';
import { type Batch, type BatchRequest, makeBatch, writeBatch } from './batch.js';

/**
 * Makes a batch of inputs and keeps it in the store. `merged` is not null where the dataset that it
 * would give stands in its folder already: then there is nothing to do. Needs no Redis.
 */
export async function prepareBatch(
  request: BatchRequest,
  objects: KeptObjects,
): Promise<{ readonly batch: Batch; readonly merged: Merged | null }> {
  const batch = makeBatch(request);
  const merged = await standingDataset(batch);
  if (merged === null) {
    // The batch comes last: what it names is there.
    if (objects.folder === null) await keepInputs(objects, batch.entries);
    await writeBatch(objects, batch);
  }
  return { batch, merged };
}

async function standingDataset({ id, head: { out } }: Batch): Promise<Merged | null> {
  const holds = ({ rejects }: Merged): boolean => !rejects.some(needsProgram);
  if (!isBucketAddress(out)) return existingDataset(out, id, holds);
  const { markedInBucket } = await import('../bucket/dataset-mirror.js');
  const merged = await markedInBucket(out, id, true);
  return merged && holds(merged) ? merged : null;
}
