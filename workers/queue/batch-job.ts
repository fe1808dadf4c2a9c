import { type Job, type Queue, WaitingChildrenError, WaitingError } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Configuration } from '../configuration/schema.js';
import { type ObjectStore, StoreDownError } from '../object-store.js';
import { type Batch, readBatch } from './batch.js';
import { type BatchState, batchState } from './batch-state.js';
import { emit } from './emit.js';
import { JobError, lastError } from './failure.js';
import { giveOut } from './give-out.js';
import { BatchJob, type BatchResult } from './payload.js';
import { lockKey, withLock } from './shared-lock.js';

export interface BatchWork {
  readonly configuration: Configuration;
  readonly redis: Redis;
  readonly objects: ObjectStore;
  readonly documents: Queue;
  readonly fingerprint: string;
  /** Aborted when this worker has to end now: jobs go back to their queue. */
  readonly stopping: AbortSignal;
}

/**
 * The parent of a batch's documents. It gives out what the store does not hold and waits for these
 * children; when the last one has finished or been set aside it runs again and emits the dataset. A
 * child that got lost on the way is given out again, so a dataset never lacks an input in silence.
 */
export async function runBatch(
  job: Job<BatchJob, BatchResult>,
  token: string,
  signal: AbortSignal,
  work: BatchWork,
): Promise<BatchResult> {
  try {
    return await madeOf(job, token, signal, work);
  } catch (error) {
    if (error instanceof StoreDownError) throw new JobError('environment', error.message);
    throw error;
  }
}

async function madeOf(
  job: Job<BatchJob, BatchResult>,
  token: string,
  signal: AbortSignal,
  work: BatchWork,
): Promise<BatchResult> {
  const batch = await batchOf(job, work);
  let state = await batchState(batch, job, work.objects);
  if (state.outstanding.length > 0) {
    await giveOut(batch, state.outstanding, job, work);
    if (await job.moveToWaitingChildren(token)) throw new WaitingChildrenError();
    state = await batchState(batch, job, work.objects);
    if (state.outstanding.length > 0) throw new JobError('failed', 'documents got lost');
  }
  return emitBatch(batch, state, job, token, signal, work);
}

async function batchOf(job: Job, { objects, fingerprint }: BatchWork): Promise<Batch> {
  const parsed = BatchJob.safeParse(job.data);
  if (!parsed.success) throw lastError('bad_payload', 'the job does not name its batch');
  const batch = await readBatch(objects, parsed.data.batch);
  // The store of another worker, or one that is not mounted yet.
  if (batch === null) throw new JobError('environment', 'the store does not hold the batch');
  if (batch.head.fingerprint !== fingerprint) {
    throw new JobError('other_version', `this worker has ${fingerprint.slice(0, 12)}`);
  }
  return batch;
}

async function emitBatch(
  { entries: _, ...batch }: Batch,
  { outcomes }: BatchState,
  job: Job,
  token: string,
  signal: AbortSignal,
  { configuration, redis, stopping }: BatchWork,
): Promise<BatchResult> {
  const order = { batch, outcomes, configuration, submitted: job.timestamp };
  const either = AbortSignal.any([signal, stopping]);
  try {
    const key = lockKey(configuration.prefix, ['folder', batch.head.out]);
    return await withLock(redis, key, configuration.lock * 1000, either, (held) =>
      emit(order, held),
    );
  } catch (error) {
    if (!stopping.aborted) throw error;
    await job.moveToWait(token);
    throw new WaitingError();
  }
}
