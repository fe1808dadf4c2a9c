import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Configuration } from '../configuration/schema.js';
import { codeOfReason } from './failure.js';
import { BATCHES, DOCUMENTS } from './names.js';
import { queueOptions } from './settings.js';

const STATES = ['waiting', 'active', 'delayed', 'waiting-children', 'completed', 'failed'] as const;

/** How a queue stands now. */
export interface QueueStatus {
  readonly name: string;
  readonly counts: Readonly<Record<(typeof STATES)[number], number>>;
  readonly workers: number;
  /** Jobs that were completed, a second, in the last minute. */
  readonly perSecond: number;
  /** Seconds that what waits will take at this rate; null where nothing goes on. */
  readonly secondsLeft: number | null;
}

export interface Status {
  readonly queues: readonly QueueStatus[];
  /** Failed jobs of all queues by code. */
  readonly failed: Readonly<Record<string, number>>;
}

/** Milliseconds over which the rate is taken. */
const WINDOW = 60_000;
/** Failed jobs that are read at a time. */
const PAGE = 1000;

/** The queues of a Redis, opened without changing anything in it. */
export function openQueues(redis: Redis, configuration: Configuration): Queue[] {
  const options = { connection: redis, ...queueOptions(configuration), skipMetasUpdate: true };
  return [DOCUMENTS, BATCHES].map((name) => {
    const queue = new Queue(name, options);
    queue.on('error', () => {});
    return queue;
  });
}

/** `now`: milliseconds of the epoch. */
export async function statusOf(redis: Redis, queues: readonly Queue[], now: number) {
  const status: { queues: QueueStatus[]; failed: Record<string, number> } = {
    queues: [],
    failed: {},
  };
  for (const queue of queues) {
    status.queues.push(await queueStatus(redis, queue, now));
    for await (const reason of failedReasons(queue)) {
      const code = codeOfReason(reason);
      status.failed[code] = (status.failed[code] ?? 0) + 1;
    }
  }
  const sorted = Object.entries(status.failed).sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...status, failed: Object.fromEntries(sorted) } as Status;
}

async function queueStatus(redis: Redis, queue: Queue, now: number): Promise<QueueStatus> {
  const counts = (await queue.getJobCounts(...STATES)) as QueueStatus['counts'];
  // Completed jobs are kept in the order of the time at which they ended.
  const completed = queue.toKey('completed');
  const recent = await redis.zcount(completed, now - WINDOW, '+inf');
  const [, first] = await redis.zrangebyscore(
    ...([completed, now - WINDOW, '+inf', 'WITHSCORES', 'LIMIT', 0, 1] as const),
  );
  const span = first === undefined ? WINDOW : Math.max(1000, now - Number(first));
  const perSecond = recent / (span / 1000);
  const left = counts.waiting + counts.active + counts.delayed;
  return {
    name: queue.name,
    counts,
    workers: await queue.getWorkersCount(),
    perSecond,
    secondsLeft: left === 0 ? 0 : perSecond > 0 ? left / perSecond : null,
  };
}

async function* failedReasons(queue: Queue): AsyncGenerator<string> {
  for (let start = 0; ; start += PAGE) {
    const jobs = await queue.getFailed(start, start + PAGE - 1);
    for (const job of jobs) if (job) yield job.failedReason;
    if (jobs.length < PAGE) return;
  }
}
