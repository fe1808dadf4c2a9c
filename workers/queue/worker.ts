import type { Server } from 'node:http';
import { type Job, Queue, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Configuration } from '../configuration/schema.js';
import { pipelineFingerprint } from '../fingerprint.js';
import { KeepingPool } from '../keeping-pool.js';
import { FolderObjects, type KeptObjects } from '../object-store.js';
import { objectsAt } from '../open-objects.js';
import { ChildPool } from '../pool.js';
import { clearTemporaryFolders } from '../temporary-folders.js';
import { within } from '../within.js';
import { runBatch } from './batch-job.js';
import { faultOf, redisAddress, workerConnection } from './connection.js';
import { convertDocument } from './document-job.js';
import type { Log } from './log.js';
import { WorkerMetrics } from './metrics.js';
import { listen, monitorServer, urlOf } from './monitor-server.js';
import { BATCHES, DOCUMENTS } from './names.js';
import type { BatchJob, BatchResult, DocumentJob, DocumentResult } from './payload.js';
import { serverFacts, tooOld, wrongPolicy } from './redis-server.js';
import { queueOptions, workerOptions } from './settings.js';
import { watchWorker } from './watch-worker.js';

export interface WorkerSetup {
  readonly configuration: Configuration;
  readonly log: Log;
  /** Where the port was asked for it must be had; else another one will do. */
  readonly portChosen: boolean;
  /** URL of a module whose `convert` takes the place of the pipeline's. */
  readonly converter?: string;
  /** What stands for the code and data of the converter; default: those of the pipeline. */
  readonly fingerprint?: string;
}

/** The worker cannot begin: wrong store, port or server. The message says what to mend. */
export class WorkerStartError extends Error {}

/** Jobs in hand a child: one at work and one to follow, so that no child waits for Redis. */
const IN_HAND = 2;
/** Batches at the same time: they mostly wait, for their children or for a folder. */
const BATCHES_AT_ONCE = 4;
/** Milliseconds for jobs to go back to their queue once the time for them is over. */
const LAST_MOMENTS = 3000;

/** Options of a conversion where a job names none. */
const CONVERT = { encoding: null, tokens: false, redactContacts: false };

/** A worker of both queues, with its children and its monitoring server. */
export class QueueWorker {
  private readonly stopping = new AbortController();
  private readonly objects: KeptObjects;
  private readonly redis: Redis;
  private readonly pool: ChildPool;
  private readonly queues: readonly [documents: Queue, batches: Queue];
  private readonly workers: readonly Worker[];
  private readonly metrics: WorkerMetrics;
  private readonly server: Server;
  private stopped: Promise<void> | undefined;

  constructor(private readonly setup: WorkerSetup) {
    const { configuration, log } = setup;
    const address = redisAddress(configuration.redis);
    this.objects = objectsAt(configuration.store);
    this.redis = workerConnection(configuration.redis, {
      lost: (reason) => log.error({ redis: address, reason }, 'Redis is lost; trying again'),
      back: () => log.info({ redis: address }, 'Redis is back'),
    });
    const fingerprint = setup.fingerprint ?? pipelineFingerprint();
    this.pool = new ChildPool(this.poolOptions(fingerprint));
    const shared = { connection: this.redis, ...queueOptions(configuration) };
    const documents = new Queue(DOCUMENTS, shared);
    this.queues = [documents, new Queue(BATCHES, shared)];
    this.metrics = new WorkerMetrics(this.queues, {
      children: () => this.pool.size,
      redisUp: () => faultOf(this.redis) === null,
    });
    const common = { pool: this.converter(fingerprint), objects: this.objects, fingerprint };
    const work = { ...common, stopping: this.stopping.signal };
    const batchWork = { ...work, configuration, redis: this.redis, documents };
    this.workers = [
      this.worker<DocumentJob, DocumentResult>(
        DOCUMENTS,
        configuration.jobs * IN_HAND,
        (job, token, signal) => convertDocument(job, token, signal, work),
      ),
      this.worker<BatchJob, BatchResult>(BATCHES, BATCHES_AT_ONCE, (job, token, signal) =>
        runBatch(job, token, signal, batchWork),
      ),
    ];
    for (const queue of this.queues) queue.on('error', () => {});
    this.server = monitorServer({
      checks: () => this.checks(),
      metrics: async () => {
        const { registry } = this.metrics;
        return { type: registry.contentType, text: await registry.metrics() };
      },
    });
  }

  /**
   * Opens the store and the port, waits for Redis for as long as it takes, and takes jobs from then
   * on. Resolves with the address of the monitoring server.
   *
   * @throws WorkerStartError
   */
  async start(): Promise<string> {
    const { configuration, log } = this.setup;
    try {
      await this.objects.open();
      if (this.objects instanceof FolderObjects) this.objects.clearParts();
      clearTemporaryFolders();
    } catch (error) {
      throw await this.failed(`The store cannot be written to: ${(error as Error).message}`);
    }
    const address = await this.openPort();
    log.info({ address, store: configuration.store, jobs: configuration.jobs }, 'worker started');
    const facts = await serverFacts(this.redis).catch(() => null);
    if (this.stopped || facts === null) return address;
    const old = tooOld(facts);
    if (old) throw await this.failed(old);
    const policy = wrongPolicy(facts);
    if (policy) log.error({ policy: facts.policy }, policy);
    this.pool.warm();
    for (const worker of this.workers) {
      worker.run().catch((error: Error) => log.error({ reason: error.message }, 'worker ended'));
    }
    log.info({ server: facts.name, version: facts.version }, 'taking jobs');
    return address;
  }

  /** Takes no new jobs, gives those at work `grace` seconds, then hands them back and ends. */
  stop(): Promise<void> {
    this.stopped ??= this.drain();
    return this.stopped;
  }

  private async drain(): Promise<void> {
    const { configuration, log } = this.setup;
    const closing = Promise.allSettled(this.workers.map((worker) => worker.close()));
    if (!(await within(closing, configuration.grace * 1000))) {
      log.warn({ grace: configuration.grace }, 'time is over; jobs go back to their queue');
      this.stopping.abort();
      await within(closing, LAST_MOMENTS);
    }
    this.pool.close();
    this.server.close();
    this.server.closeAllConnections();
    await within(Promise.allSettled(this.queues.map((queue) => queue.close())), LAST_MOMENTS);
    this.redis.disconnect();
    log.info({}, 'worker stopped');
  }

  private worker<Data, Result>(
    name: string,
    concurrency: number,
    work: (job: Job<Data, Result>, token: string, signal: AbortSignal) => Promise<Result>,
  ): Worker {
    const worker = new Worker<Data, Result>(
      name,
      (job, token, signal) => work(job, token!, signal ?? new AbortController().signal),
      { connection: this.redis, ...workerOptions(this.setup.configuration), concurrency },
    );
    watchWorker(worker, this.setup.log, this.metrics);
    return worker;
  }

  /** The pool; before it stands what fetches and keeps, where its children cannot. */
  private converter(fingerprint: string): Pick<ChildPool, 'convert'> {
    const { objects, pool } = this;
    if (objects.folder !== null) return pool;
    const { maxBytes } = this.setup.configuration;
    return new KeepingPool(pool, {
      objects,
      fingerprint,
      options: CONVERT,
      force: false,
      maxBytes,
    });
  }

  private poolOptions(fingerprint: string): ConstructorParameters<typeof ChildPool>[0] {
    const { configuration, log, converter } = this.setup;
    const { jobs, timeout, maxMemory, maxBytes } = configuration;
    const { folder: store } = this.objects;
    const pipeline = new URL('../../pipeline/convert.js', import.meta.url).href;
    return {
      ...{ jobs, timeout, maxMemory },
      settings: {
        ...{ store, fingerprint, maxBytes },
        options: CONVERT,
        converter: converter ?? pipeline,
        force: false,
        preload: true,
      },
      onLine: (line) => log.debug({ line }, 'child'),
    };
  }

  private async openPort(): Promise<string> {
    const { configuration, log, portChosen } = this.setup;
    const { host, port } = configuration.listen;
    try {
      return urlOf(await listen(this.server, host, port));
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code !== 'EADDRINUSE' || portChosen) {
        throw await this.failed(`Cannot listen on ${host}:${port}: ${message}`);
      }
      log.info({ port }, 'the port is taken; another one is used');
      return urlOf(await listen(this.server, host, 0));
    }
  }

  private async failed(says: string): Promise<WorkerStartError> {
    await this.stop();
    return new WorkerStartError(says);
  }

  private async checks(): Promise<Record<string, string | null>> {
    let store: string | null = null;
    try {
      await this.objects.look();
    } catch (error) {
      store = (error as Error).message;
    }
    return {
      redis: faultOf(this.redis),
      store,
      worker: this.stopped
        ? 'stopping'
        : this.workers.every((worker) => worker.isRunning())
          ? null
          : 'not taking jobs yet',
    };
  }
}
