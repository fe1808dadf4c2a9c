import { setTimeout as delay } from 'node:timers/promises';
import { type Job, Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { isBucketAddress } from '../bucket/address.js';
import type { Configuration } from '../configuration/schema.js';
import { markedDataset } from '../emission/existing-dataset.js';
import type { Merged } from '../merge.js';
import type { Batch } from './batch.js';
import { BATCHES } from './names.js';
import type { BatchJob, BatchResult } from './payload.js';
import { jobOptions, queueOptions } from './settings.js';

/** How far a batch is. */
export interface BatchProgress {
  readonly finished: number;
  readonly total: number;
}

export type BatchEnd =
  | { readonly result: BatchResult; readonly merged: Merged | null; readonly error?: never }
  | { readonly error: string };

/** Milliseconds between two looks at a batch: a fiftieth of its time so far, within these. */
const LOOK_AGAIN = { least: 40, most: 500, share: 1 / 50 };

/** Adds batches to the queue and waits for them. */
export class BatchQueue {
  private readonly queue: Queue<BatchJob, BatchResult>;

  constructor(
    redis: Redis,
    private readonly configuration: Configuration,
  ) {
    this.queue = new Queue(BATCHES, { connection: redis, ...queueOptions(configuration) });
    // The connection tells of outages; without a listener they would end the process.
    this.queue.on('error', () => {});
  }

  /** Adds a batch; one that is under way is left to go on, one that has ended is done again. */
  async give(batch: Batch): Promise<'added' | 'under way'> {
    const former = await this.queue.getJob(batch.id);
    if (former) {
      const state = await former.getState();
      if (state !== 'completed' && state !== 'failed') return 'under way';
      await former.remove();
    }
    await this.queue.add(
      'batch',
      { batch: batch.id, out: batch.head.out },
      { ...jobOptions(this.configuration), jobId: batch.id },
    );
    return 'added';
  }

  /**
   * Resolves when the batch has ended, null where the signal was aborted before. Outages are sat
   * out, and a batch that Redis has lost is given again.
   */
  async wait(
    batch: Batch,
    signal: AbortSignal,
    onProgress: (progress: BatchProgress) => void,
  ): Promise<BatchEnd | null> {
    const { least, most, share } = LOOK_AGAIN;
    const started = performance.now();
    while (!signal.aborted) {
      const end = await this.look(batch, onProgress).catch(passingError);
      if (end) return end;
      const pause = Math.min(most, Math.max(least, (performance.now() - started) * share));
      await delay(pause, undefined, { signal }).catch(() => {});
    }
    return null;
  }

  async close(): Promise<void> {
    await this.queue.close();
  }

  private async look(
    batch: Batch,
    onProgress: (progress: BatchProgress) => void,
  ): Promise<BatchEnd | null> {
    // The state first: a job that is read before it ends does not hold what it leaves.
    const state = await this.queue.getJobState(batch.id);
    const job = await this.queue.getJob(batch.id);
    if (!job || state === 'unknown') {
      await this.give(batch);
      return null;
    }
    if (state === 'completed') {
      const merged = await marked(batch);
      return { result: job.returnvalue, merged };
    }
    if (state === 'failed') return { error: job.failedReason };
    await this.tellProgress(job, onProgress);
    return null;
  }

  private async tellProgress(job: Job, onProgress: (progress: BatchProgress) => void) {
    const { processed = 0, unprocessed = 0, ignored = 0 } = await job.getDependenciesCount();
    const finished = processed + ignored;
    onProgress({ finished, total: finished + unprocessed });
  }
}

/** What the dataset says that it was made from; it may have been another batch by now. */
async function marked({ id, head: { out } }: Batch): Promise<Merged | null> {
  if (!isBucketAddress(out)) return markedDataset(out, id);
  const { markedInBucket } = await import('../bucket/dataset-mirror.js');
  return markedInBucket(out, id);
}

/** Redis is away for a while: look again later. Everything else is a fault. */
function passingError(error: Error): null {
  const passing = /ECONN|EPIPE|closed|writeable|max retries|LOADING|timed out|ETIMEDOUT/i;
  if (passing.test(`${(error as NodeJS.ErrnoException).code} ${error.name} ${error.message}`)) {
    return null;
  }
  throw error;
}
