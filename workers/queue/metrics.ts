import type { Queue } from 'bullmq';
import { Counter, Gauge, Registry } from 'prom-client';
import { documentDuration, rejectCounter, tellOfProcess } from '../metrics.js';

const STATES = ['waiting', 'active', 'delayed', 'waiting-children', 'failed'] as const;

/** Milliseconds that a scrape waits for Redis before it goes without the queues. */
const PATIENCE = 1000;

/** What a worker tells Prometheus; no label names a document. */
export class WorkerMetrics {
  readonly registry = new Registry();
  readonly jobs = new Counter({
    name: 'gongwen_jobs_total',
    help: 'Jobs that ended on this worker: completed, failed for good, or to be tried again.',
    labelNames: ['queue', 'outcome'],
    registers: [this.registry],
  });
  readonly rejects = rejectCounter(
    this.registry,
    'Documents that ended without a result, by code.',
  );
  readonly duration = documentDuration(
    this.registry,
    'From the first byte read to the result stored.',
  );
  readonly stalled = new Counter({
    name: 'gongwen_stalled_jobs_total',
    help: 'Jobs taken over from workers that died.',
    labelNames: ['queue'],
    registers: [this.registry],
  });
  readonly locksLost = new Counter({
    name: 'gongwen_lost_locks_total',
    help: 'Jobs that this worker had to give up as it could not renew their locks.',
    registers: [this.registry],
  });
  constructor(
    queues: readonly Queue[],
    now: { readonly children: () => number; readonly redisUp: () => boolean },
  ) {
    const { registry } = this;
    tellOfProcess(registry, now.children);
    new Gauge({
      name: 'gongwen_redis_up',
      help: '1 where Redis answers, else 0.',
      registers: [registry],
      collect() {
        this.set(now.redisUp() ? 1 : 0);
      },
    });
    new Gauge({
      name: 'gongwen_queue_jobs',
      help: 'Jobs in a queue, by state; the same on every worker.',
      labelNames: ['queue', 'state'],
      registers: [registry],
      async collect() {
        this.reset();
        if (!now.redisUp()) return;
        for (const queue of queues) {
          const counts = await inTime(queue.getJobCounts(...STATES));
          for (const [state, count] of Object.entries(counts ?? {})) {
            this.set({ queue: queue.name, state }, count);
          }
        }
      },
    });
  }
}

/** The answer, or null where it does not come in time. */
async function inTime<Answer>(answer: Promise<Answer>): Promise<Answer | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, PATIENCE, null);
  });
  try {
    return await Promise.race([answer.catch(() => null), late]);
  } finally {
    clearTimeout(timer);
  }
}
