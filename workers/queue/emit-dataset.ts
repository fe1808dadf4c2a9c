import { openOutput } from '../dataset-places.js';
import { markDataset } from '../existing-dataset.js';
import { Merge } from '../merge.js';
import { FolderObjects } from '../object-store.js';
import { runRecord } from '../run-record.js';
import { StageClock } from '../stage-clock.js';
import { Store } from '../store.js';
import type { EmitOrder } from './emit-order.js';
import type { BatchResult } from './payload.js';

/** Makes a batch's dataset; made twice it is the same. */
export async function emitDataset(order: EmitOrder, signal: AbortSignal): Promise<BatchResult> {
  const { batch, outcomes, configuration, submitted } = order;
  const { out, options, fingerprint, paths } = batch.head;
  const clock = new StageClock();
  openOutput(out);
  const store = new Store(new FolderObjects(configuration.store));
  const merge = new Merge(out, options, store, batch.id);
  try {
    const merged = await merge.add(outcomes, batch.rejects, signal);
    signal.throwIfAborted();
    clock.ended('merge');
    const { store: folder, jobs, timeout, maxBytes, maxMemory } = configuration;
    const limits = { jobs, force: false, timeout, maxBytes, maxMemory };
    const asked = { paths, out, store: folder, ...limits, convert: options };
    const times = { started: new Date(submitted), finished: new Date(), timings: clock.timings };
    merge.publish(runRecord(asked, { ...merged, ...times, fingerprint }));
    markDataset(out, batch.id, merged);
    const { inputs, rejects } = merged;
    return {
      inputs: inputs.length,
      rejects: rejects.length,
      seconds: (Date.now() - submitted) / 1000,
    };
  } catch (error) {
    merge.discard();
    throw error;
  }
}
