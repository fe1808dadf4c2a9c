import type { Job, Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { RejectCode } from '../../schemas/index.js';
import type { Configuration } from '../configuration/schema.js';
import type { ObjectStore } from '../object-store.js';
import { readBatch } from './batch.js';
import { codeOfReason } from './failure.js';
import { BATCHES } from './names.js';
import { DocumentJob } from './payload.js';
import { takeBack } from './set-aside.js';
import { openQueues } from './status.js';
import { BatchQueue } from './submit.js';

/** Failed jobs that are read at a time. */
const PAGE = 1000;

export interface Retried {
  readonly documents: number;
  /** Batches whose datasets will be made anew. */
  readonly batches: number;
}

/**
 * Tries failed jobs again, of one code or of all. A document that was set aside is taken back, and
 * its batch runs again so that its dataset gets what it lacked.
 */
export async function retryFailed(
  redis: Redis,
  configuration: Configuration,
  objects: ObjectStore,
  code: RejectCode | null,
): Promise<Retried> {
  const queues = openQueues(redis, configuration);
  const batchQueue = new BatchQueue(redis, configuration);
  try {
    const batches = new Set<string>();
    let documents = 0;
    for (const queue of queues) {
      for (const job of await failedJobs(queue, code)) {
        if (queue.name === BATCHES) batches.add(job.id!);
        else {
          documents++;
          const batch = await retryDocument(job, queues, objects);
          if (batch !== null) batches.add(batch);
        }
      }
    }
    let again = 0;
    for (const id of batches) {
      const batch = await readBatch(objects, id);
      if (batch && (await batchQueue.give(batch)) === 'added') again++;
    }
    return { documents, batches: again };
  } finally {
    await batchQueue.close();
    await Promise.all(queues.map((queue) => queue.close()));
  }
}

/** All that is there now; those that fail again meanwhile are left for another time. */
async function failedJobs(queue: Queue, code: RejectCode | null): Promise<Job[]> {
  const all: Job[] = [];
  for (let start = 0; ; start += PAGE) {
    const jobs = await queue.getFailed(start, start + PAGE - 1);
    all.push(...jobs.filter((job) => job && [null, codeOfReason(job.failedReason)].includes(code)));
    if (jobs.length < PAGE) return all;
  }
}

/** The batch that has to run again for it; null where it still runs, and will see the result. */
async function retryDocument(
  job: Job,
  queues: readonly Queue[],
  objects: ObjectStore,
): Promise<string | null> {
  const data = DocumentJob.safeParse(job.data);
  if (!data.success) {
    await job.remove();
    return null;
  }
  await takeBack(objects, data.data.key);
  const batches = queues.find(({ name }) => name === BATCHES)!;
  const state = await batches.getJobState(data.data.batch);
  if (state === 'completed' || state === 'failed' || state === 'unknown') {
    await job.remove();
    return data.data.batch;
  }
  await job.updateData({ ...data.data, kills: 0 });
  await job.retry('failed', { resetAttemptsMade: true, resetAttemptsStarted: true });
  return null;
}
