import type { Job, Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Configuration } from '../configuration/schema.js';
import type { Batch } from './batch.js';
import type { BatchState } from './batch-state.js';
import { documentJobId } from './names.js';
import type { DocumentJob } from './payload.js';
import { jobOptions } from './settings.js';

/** Jobs that are added in one go; Redis does nothing else meanwhile, and nobody works on them. */
const CHUNK = 100;

type Outstanding = BatchState['outstanding'];

/**
 * Adds the documents that a batch still needs as children of its job. Children that are under way
 * are left alone, so it may be done again after a worker died in the midst of it.
 */
export async function giveOut(
  batch: Batch,
  outstanding: Outstanding,
  job: Job,
  environment: {
    readonly redis: Redis;
    readonly documents: Queue;
    readonly configuration: Configuration;
  },
): Promise<void> {
  const { redis, documents, configuration } = environment;
  const { fingerprint, options, passwordFile } = batch.head;
  const parent = { id: job.id!, queue: job.queueQualifiedName };
  for (let start = 0; start < outstanding.length; start += CHUNK) {
    const chunk = outstanding.slice(start, start + CHUNK);
    const jobs = chunk.map(({ key, entry: { uri, path, sha256, charset } }) => ({
      name: 'document',
      data: {
        ...{ batch: batch.id, uri, path, sha256, key, fingerprint, options },
        ...(passwordFile && { passwordFile }),
        ...(charset && { charset }),
        kills: 0,
      } satisfies DocumentJob,
      opts: {
        ...jobOptions(configuration),
        jobId: documentJobId(key, batch.id),
        parent,
        // A document that fails for good is told in the rejects and holds nobody up.
        ignoreDependencyOnFailure: true,
      },
    }));
    const underWay = await childrenUnderWay(redis, documents, job, jobs);
    await documents.addBulk(jobs.filter(({ opts }) => !underWay.has(opts.jobId)));
  }
}

/** Ids of children that the parent waits for already; what ended and left nothing is removed. */
async function childrenUnderWay(
  redis: Redis,
  documents: Queue,
  job: Job,
  jobs: readonly { readonly opts: { readonly jobId: string } }[],
): Promise<ReadonlySet<string>> {
  const ids = jobs.map(({ opts }) => opts.jobId);
  const existence = redis.pipeline();
  for (const id of ids) existence.exists(documents.toKey(id));
  const exists = (await existence.exec())!.map(([, count]) => count === 1);
  const there = ids.filter((_, index) => exists[index]);
  const underWay = new Set<string>();
  for (const id of there) {
    const state = await documents.getJobState(id);
    if (state === 'failed' || state === 'completed') await documents.remove(id);
    else if (await isWaitedFor(redis, documents, job, id)) underWay.add(id);
  }
  return underWay;
}

async function isWaitedFor(redis: Redis, documents: Queue, job: Job, id: string) {
  const dependencies = `${job.queueQualifiedName}:${job.id}:dependencies`;
  return (await redis.sismember(dependencies, documents.toKey(id))) === 1;
}
