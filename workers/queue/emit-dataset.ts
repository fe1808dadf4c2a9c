import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isBucketAddress } from '../bucket/address.js';
import { openOutput, PACKAGE } from '../dataset-places.js';
import { FormerDataset } from '../emission/former-dataset.js';
import { readMadeFrom } from '../emission/made-from.js';
import { Merge } from '../merge.js';
import { objectsAt } from '../open-objects.js';
import { runRecord } from '../run-record.js';
import { StageClock } from '../stage-clock.js';
import { howOf } from '../unchanged-run.js';
import type { EmitOrder } from './emit-order.js';
import { NearResults } from './near-results.js';
import type { BatchResult } from './payload.js';

/** Makes a batch's dataset; made twice it is the same. */
export async function emitDataset(order: EmitOrder, signal: AbortSignal): Promise<BatchResult> {
  const { out } = order.batch.head;
  if (!isBucketAddress(out)) return emitTo(out, order, signal);
  const { withMirror } = await import('../bucket/dataset-mirror.js');
  return withMirror(out, signal, (folder) => emitTo(folder, order, signal));
}

/** Makes it in a folder. */
async function emitTo(folder: string, order: EmitOrder, signal: AbortSignal): Promise<BatchResult> {
  const { batch, outcomes, configuration, submitted } = order;
  const { out, options, fingerprint, paths } = batch.head;
  const clock = new StageClock();
  openOutput(folder);
  const how = howOf(fingerprint, options);
  const made = readMadeFrom(folder);
  const former = typeof made === 'string' ? made : FormerDataset.open(folder, made, how);
  const wholly = typeof former === 'string' && existsSync(join(folder, PACKAGE)) ? former : null;
  const known = typeof former === 'string' ? [] : former.made.entries;
  const near = await NearResults.fetch(objectsAt(configuration.store), outcomes, known);
  const merge = new Merge(folder, {
    convert: options,
    store: near.store,
    former: typeof former === 'string' ? null : former,
    writer: batch.id,
  });
  try {
    const merged = await merge.add(outcomes, batch.rejects, signal);
    signal.throwIfAborted();
    clock.ended('merge');
    const { store, jobs, timeout, maxBytes, maxMemory } = configuration;
    const limits = { jobs, force: false, timeout, maxBytes, maxMemory };
    const asked = { paths, out, store, ...limits, convert: options };
    const times = { started: new Date(submitted), finished: new Date(), timings: clock.timings };
    merge.publish(runRecord(asked, { ...merged, ...times, fingerprint }));
    merge.mark({ madeFrom: batch.id, how, maxBytes, complete: true });
    const { inputs, rejects } = merged;
    return {
      inputs: inputs.length,
      rejects: rejects.length,
      seconds: (Date.now() - submitted) / 1000,
      ...(wholly && { wholly }),
    };
  } catch (error) {
    merge.discard();
    throw error;
  } finally {
    near.remove();
  }
}
