import { setTimeout as delay } from 'node:timers/promises';
import { type Job, type JobSchedulerJson, Queue, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Source } from '../../schemas/source.js';
import type { Configuration } from '../configuration/schema.js';
import type { FolderObjects } from '../object-store.js';
import { folderAt } from '../open-objects.js';
import { redisAddress, workerConnection } from '../queue/connection.js';
import { codeOfReason } from '../queue/failure.js';
import type { Log } from '../queue/log.js';
import { redisFault } from '../queue/redis-fault.js';
import { jobOptions, queueOptions, workerOptions } from '../queue/settings.js';
import { Catalogue, SourceError } from './catalogue.js';
import { Rows } from './rows.js';

/** The queue of rounds; a job is one look at one source. */
export const ROUNDS = 'rounds';

/** Rounds that a scheduler is at, and those that it has in hand: the others wait for their host. */
const ROUNDS_AT_ONCE = 8;
const IN_HAND = 128;

/** Seconds between two looks at which sources there are. */
const LOOK_AGAIN = 30;

/** Seconds between two tries to set schedules where Redis does not take them. */
const TRY_AGAIN = 2;

/** Seconds for a scheduler to end once it is stopped. */
const LAST_MOMENTS = 3;

export interface SchedulerSetup {
  readonly configuration: Configuration;
  readonly log: Log;
  /** Looks at a source and sees to its dataset; what it gives is logged and kept with the job. */
  readonly round: (source: Source, redis: Redis, signal: AbortSignal) => Promise<object>;
  /** What else is seen to at each look, and once a round is done. */
  readonly between?: () => Promise<void>;
  /** Seconds between two looks at the store; default 30. */
  readonly lookAgain?: number;
}

/**
 * Keeps the schedules of all sources in Redis, the one place that does, and runs their rounds: of one
 * host one after another, of different hosts at the same time, so that a slow site holds up its own
 * sources alone. Any number of schedulers may stand: a tick is one job with one id, whoever adds or
 * takes it.
 */
export class SourceScheduler {
  private readonly redis: Redis;
  private readonly queue: Queue;
  private readonly worker: Worker;
  private readonly catalogue: Catalogue;
  private readonly objects: FolderObjects;
  private readonly rows = new Rows(ROUNDS_AT_ONCE);
  private readonly stopping = new AbortController();
  private looking: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly setup: SchedulerSetup) {
    const { configuration, log } = setup;
    const address = redisAddress(configuration.redis);
    this.objects = folderAt(configuration.store);
    this.catalogue = new Catalogue(this.objects);
    this.redis = workerConnection(configuration.redis, {
      lost: (reason) => log.error({ redis: address, reason }, 'Redis is lost; trying again'),
      back: () => log.info({ redis: address }, 'Redis is back'),
    });
    const connection = this.redis;
    this.queue = new Queue(ROUNDS, { connection, ...queueOptions(configuration) });
    this.worker = new Worker(ROUNDS, (job, _, signal) => this.run(job, signal), {
      connection,
      ...workerOptions(configuration),
      concurrency: IN_HAND,
    });
    this.watch();
  }

  /** Resolves when all schedules stand and rounds are taken; throws where the store is not to be had. */
  async start(): Promise<void> {
    this.objects.open();
    await this.firstLook();
    this.worker.run().catch((error: Error) => {
      this.setup.log.error({ reason: error.message }, 'scheduler ended');
    });
    this.timer = setInterval(
      () => {
        this.looking = this.looking
          .then(() => this.look())
          .then(() => this.between())
          .catch((error: Error) => {
            this.setup.log.warn({ reason: error.message }, 'the sources cannot be read');
          });
      },
      (this.setup.lookAgain ?? LOOK_AGAIN) * 1000,
    );
    this.setup.log.info({ store: this.setup.configuration.store }, 'scheduler started');
  }

  /** Takes no new rounds and gives the one at work up; its job is done again by the next scheduler. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    const closing = this.worker.close();
    this.stopping.abort();
    // Where Redis is away nothing of this ends by itself.
    const closed = Promise.allSettled([closing, this.looking]).then(() => this.queue.close());
    const over = new AbortController();
    const late = delay(LAST_MOMENTS * 1000, undefined, { signal: over.signal }).catch(() => {});
    await Promise.race([closed.catch(() => {}), late]);
    over.abort();
    this.redis.disconnect();
    this.setup.log.info({}, 'scheduler stopped');
  }

  /** Tries until Redis takes the schedules: what keeps it from that is told by the connection. */
  private async firstLook(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        await this.queue.removeGlobalConcurrency();
        return await this.look();
      } catch (error) {
        if (redisFault(error as Error) === null) throw error;
        await delay(TRY_AGAIN * 1000, undefined, { signal }).catch(() => {});
      }
    }
  }

  /** Makes the schedules in Redis those of the store. One that stands as it should is let be. */
  private async look(): Promise<void> {
    const wanted = new Map<string, Source>();
    for (const source of await this.catalogue.list()) {
      if ((source.every ?? source.cron) !== undefined) wanted.set(source.name, source);
    }
    const scheduled = new Map<string, JobSchedulerJson>();
    for (const one of await this.queue.getJobSchedulers(0, -1)) scheduled.set(one.key, one);
    for (const name of scheduled.keys()) {
      if (wanted.has(name)) continue;
      await this.queue.removeJobScheduler(name);
      this.setup.log.info({ source: name }, 'schedule removed');
    }
    for (const [name, source] of wanted) {
      if (isOf(source, scheduled.get(name))) continue;
      await this.queue.upsertJobScheduler(name, repeatOf(source), {
        name: 'round',
        data: { source: name },
        opts: jobOptions(this.setup.configuration),
      });
      this.setup.log.info({ source: name, ...repeatOf(source) }, 'schedule set');
    }
  }

  private async between(): Promise<void> {
    try {
      await this.setup.between?.();
    } catch (error) {
      this.setup.log.warn({ reason: (error as Error).message }, 'the webhook cannot be seen to');
    }
  }

  private async run(
    job: Job<{ source: string }>,
    signal: AbortSignal | undefined,
  ): Promise<object> {
    const stop = AbortSignal.any([this.stopping.signal, ...(signal ? [signal] : [])]);
    try {
      const source = await this.catalogue.get(job.data.source);
      return await this.rows.take(hostOf(source), async () => {
        stop.throwIfAborted();
        return this.setup.round(source, this.redis, stop);
      });
    } catch (error) {
      // Removed since its tick was set: nothing is to be done.
      if (error instanceof SourceError) return { skipped: error.message };
      throw error;
    }
  }

  private watch(): void {
    const { log } = this.setup;
    this.worker.on('completed', (job: Job, value: object) => {
      log.info({ job: job.id, source: job.data.source, ...value }, 'round done');
      void this.between();
    });
    this.worker.on('lockRenewalFailed', (jobs) => {
      for (const job of jobs) this.worker.cancelJob(job, 'lock lost');
    });
    this.worker.on('failed', (job, { message }) => {
      const facts = { job: job?.id, source: job?.data.source, code: codeOfReason(message) };
      const last = job?.finishedOn !== undefined;
      const says = last ? 'round failed' : 'round failed; to be tried again';
      log.warn({ ...facts, reason: message }, says);
    });
    // Outages are told once by the connection.
    const hear = ({ message }: Error): void => log.debug({ reason: message }, 'scheduler error');
    this.queue.on('error', hear);
    this.worker.on('error', hear);
  }
}

/** Whom a source asks; null where it lies on the disk, or asks many. */
const hostOf = (source: Source): string | null =>
  'url' in source ? new URL(source.url).host : null;

const repeatOf = ({ every, cron, timezone }: Source) =>
  cron === undefined ? { every: every! } : { pattern: cron, tz: timezone };

function isOf(source: Source, scheduled: JobSchedulerJson | undefined): boolean {
  if (scheduled === undefined) return false;
  const { every, pattern, tz } = repeatOf(source) as Partial<JobSchedulerJson>;
  if (pattern !== undefined) return scheduled.pattern === pattern && scheduled.tz === tz;
  return Number(scheduled.every) === every;
}
