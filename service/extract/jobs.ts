import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { z } from 'zod';
import { GongwenError } from '../../library/errors.js';
import type { Extraction } from '../../library/extraction.js';
import type { ExtractOptions } from '../../library/options.js';

/** What a job tells of itself. */
export const JobRecord = z
  .strictObject({
    id: z.string().describe('Under it the job is asked for: /v1/jobs/{id}.'),
    name: z.string().describe('What its document is called.'),
    state: z
      .enum(['waiting', 'running', 'done', 'failed', 'cancelled'])
      .describe(
        'done also where the document was rejected; failed where the service was at fault.',
      ),
    ahead: z.int().min(0).describe('Documents that are begun before it.'),
    created: z.iso.datetime().describe('When it was given.'),
    started: z.iso.datetime().nullable().describe('When work on it began.'),
    ended: z.iso.datetime().nullable().describe('When work on it ended.'),
    result: z.string().nullable().describe('Where its result is; null while there is none.'),
  })
  .describe('A document that is at work, or was.');
export type JobRecord = z.infer<typeof JobRecord>;

/** What extracts a document; a library's Extractor does. */
export interface Engine {
  extract(bytes: Uint8Array, options: ExtractOptions): Promise<Extraction>;
}

/** One document on its way. `change` is emitted whenever it tells something else. */
export class Job extends EventEmitter<{ change: [] }> {
  readonly id = randomUUID();
  readonly created = new Date();
  state: JobRecord['state'] = 'waiting';
  started: Date | null = null;
  ended: Date | null = null;
  extraction: Extraction | null = null;
  error: Error | null = null;
  readonly controller = new AbortController();
  /** Somebody may ask for it again; until then it is forgotten as soon as it has ended. */
  isKept = false;

  constructor(
    readonly name: string,
    readonly options: ExtractOptions,
    public bytes: Uint8Array | null,
    private readonly ahead: (job: Job) => number,
    private readonly freed: () => void,
  ) {
    super();
    this.setMaxListeners(0);
  }

  get hasEnded(): boolean {
    return this.ended !== null;
  }

  get record(): JobRecord {
    return {
      id: this.id,
      name: this.name,
      state: this.state,
      ahead: this.state === 'waiting' ? this.ahead(this) : 0,
      created: this.created.toISOString(),
      started: this.started?.toISOString() ?? null,
      ended: this.ended?.toISOString() ?? null,
      result: this.state === 'done' ? `/v1/jobs/${this.id}/result` : null,
    };
  }

  end(state: JobRecord['state']): void {
    this.state = state;
    this.ended = new Date();
    this.bytes = null;
    this.freed();
    this.emit('change');
  }

  /** Resolves once it has ended, or after so many seconds. */
  async endedIn(seconds: number): Promise<boolean> {
    if (this.hasEnded || seconds === 0) return this.hasEnded;
    return await new Promise((resolve) => {
      const timer = setTimeout(settle, Math.min(seconds * 1000, 2 ** 31 - 1), false);
      const heard = (): void => {
        if (this.hasEnded) settle(true);
      };
      this.on('change', heard);
      const self = this;
      function settle(hasEnded: boolean): void {
        clearTimeout(timer);
        self.off('change', heard);
        resolve(hasEnded);
      }
    });
  }
}

/** Milliseconds for which an ended job can be asked for. */
const KEPT = 10 * 60_000;
/** Ended jobs that are kept, and about how many characters their results may have together. */
const MOST_KEPT = 256;
const MOST_CHARACTERS = 128 * 2 ** 20;

export interface JobEvents {
  ended(job: Job, seconds: number): void;
  failed(job: Job, error: Error): void;
}

/** All documents that are at work, wait, or have ended a short while ago. */
export class JobBook {
  private readonly jobs = new Map<string, Job>();
  private readonly waiting: Job[] = [];
  private readonly kept = new Map<Job, number>();
  private running = 0;
  private meanSeconds = 1;

  constructor(
    private readonly engine: Engine,
    private readonly lanes: number,
    private readonly events: JobEvents,
  ) {}

  /** Documents that wait, and those at work. */
  get counts(): { readonly waiting: number; readonly running: number } {
    return { waiting: this.waiting.length, running: this.running };
  }

  /** Seconds until what waits now has been begun, as far as can be told. */
  get patience(): number {
    return (this.meanSeconds * (this.waiting.length + 1)) / this.lanes;
  }

  /** Takes a document; `freed` is called as soon as its bytes are held no more. */
  give(name: string, bytes: Uint8Array, options: ExtractOptions, freed: () => void): Job {
    const job = new Job(name, options, bytes, (each) => this.waiting.indexOf(each), freed);
    this.jobs.set(job.id, job);
    this.waiting.push(job);
    this.giveOut();
    return job;
  }

  get(id: string): Job | null {
    const job = this.jobs.get(id);
    return job?.isKept ? job : null;
  }

  /** Stops a job that has not ended; nobody can ask for it any more. */
  cancel(job: Job): void {
    const place = this.waiting.indexOf(job);
    if (place >= 0) this.waiting.splice(place, 1);
    if (!job.hasEnded) {
      job.controller.abort();
      job.end('cancelled');
      this.tellWaiting();
    }
    this.forget(job);
  }

  /** Resolves once nothing waits or runs. */
  async settled(): Promise<void> {
    for (const job of this.jobs.values()) await job.endedIn(Number.MAX_SAFE_INTEGER);
  }

  /** Stops all. */
  close(): void {
    for (const job of [...this.jobs.values()]) this.cancel(job);
  }

  private giveOut(): void {
    while (this.running < this.lanes && this.waiting.length > 0) {
      void this.run(this.waiting.shift()!);
    }
    this.tellWaiting();
  }

  private tellWaiting(): void {
    for (const job of this.waiting) if (job.listenerCount('change') > 0) job.emit('change');
  }

  private async run(job: Job): Promise<void> {
    this.running++;
    job.state = 'running';
    job.started = new Date();
    job.emit('change');
    try {
      const { signal } = job.controller;
      job.extraction = await this.engine.extract(job.bytes!, { ...job.options, signal });
      const seconds = (Date.now() - job.started.getTime()) / 1000;
      this.meanSeconds = 0.9 * this.meanSeconds + 0.1 * seconds;
      this.events.ended(job, seconds);
      if (!job.hasEnded) job.end('done');
    } catch (error) {
      if (job.hasEnded) return;
      job.error = error as Error;
      if (!(error instanceof GongwenError && error.code === 'bad_option')) {
        this.events.failed(job, job.error);
      }
      job.end('failed');
    } finally {
      this.running--;
      if (job.isKept) this.keep(job);
      else this.forget(job);
      this.giveOut();
    }
  }

  /** Keeps what has ended for a while: the newest, as far as there is room. */
  private keep(job: Job): void {
    const size = job.extraction === null ? 0 : JSON.stringify(job.extraction).length;
    this.kept.set(job, size);
    setTimeout(() => this.forget(job), KEPT).unref();
    let characters = [...this.kept.values()].reduce((sum, each) => sum + each, 0);
    for (const [oldest, its] of this.kept) {
      if (oldest === job || (this.kept.size <= MOST_KEPT && characters <= MOST_CHARACTERS)) break;
      characters -= its;
      this.forget(oldest);
    }
  }

  private forget(job: Job): void {
    this.jobs.delete(job.id);
    this.kept.delete(job);
  }
}
