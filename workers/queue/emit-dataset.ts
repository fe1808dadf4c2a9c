import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openOutput, PACKAGE } from '../dataset-places.js';
import { FormerDataset } from '../emission/former-dataset.js';
import { readMadeFrom } from '../emission/made-from.js';
import { Merge } from '../merge.js';
import { FolderObjects } from '../object-store.js';
import { runRecord } from '../run-record.js';
import { StageClock } from '../stage-clock.js';
import { Store } from '../store.js';
import { howOf } from '../unchanged-run.js';
import type { EmitOrder } from './emit-order.js';
import type { BatchResult } from './payload.js';

/** Makes a batch's dataset; made twice it is the same. */
export async function emitDataset(order: EmitOrder, signal: AbortSignal): Promise<BatchResult> {
  const { batch, outcomes, configuration, submitted } = order;
  const { out, options, fingerprint, paths } = batch.head;
  const clock = new StageClock();
  openOutput(out);
  const store = new Store(new FolderObjects(configuration.store));
  const how = howOf(fingerprint, options);
  const made = readMadeFrom(out);
  const former = typeof made === 'string' ? made : FormerDataset.open(out, made, how);
  const wholly = typeof former === 'string' && existsSync(join(out, PACKAGE)) ? former : null;
  const merge = new Merge(out, {
    convert: options,
    store,
    former: typeof former === 'string' ? null : former,
    writer: batch.id,
  });
  try {
    const merged = await merge.add(outcomes, batch.rejects, signal);
    signal.throwIfAborted();
    clock.ended('merge');
    const { store: folder, jobs, timeout, maxBytes, maxMemory } = configuration;
    const limits = { jobs, force: false, timeout, maxBytes, maxMemory };
    const asked = { paths, out, store: folder, ...limits, convert: options };
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
  }
}
