import type { Reject } from '../schemas/index.js';
import { Child, type ChildEnd } from './child-process.js';
import type { FoundInput } from './find-inputs.js';
import { inputReject } from './input-reject.js';
import { inLanes } from './lanes.js';
import type { ChildJob, ChildMessage, ChildSettings, StoredResult } from './messages.js';
import { SameBytes } from './same-bytes.js';

/** What became of one input: its result stands in the store, or it is rejected. */
export type Outcome =
  | { readonly input: FoundInput; readonly stored: StoredResult; readonly reject?: never }
  | {
      readonly input: FoundInput;
      readonly reject: Reject;
      readonly stored?: never;
      /** True where the child that was at it is no more: out of time or memory, or crashed. */
      readonly killed?: true;
    };

export interface ChildPoolOptions {
  /** Children at work at the same time. */
  readonly jobs: number;
  /** Seconds a document may take; the child that takes longer is killed. */
  readonly timeout: number;
  /** MiB of a child's JavaScript heap. */
  readonly maxMemory: number;
  readonly settings: ChildSettings;
  readonly onLine: (line: string) => void;
}

/** The work cannot go on, whatever the input: the store cannot be written, children do not start. */
export class PoolError extends Error {}

/** The work was stopped before it ended; nothing is known of the input. */
export class PoolAbortError extends Error {}

interface Task {
  readonly input: FoundInput;
  readonly job: ChildJob;
  /** Seconds it may take. */
  readonly timeout: number;
  sha256: string | null;
  /** It was given out before, to a child that somebody killed. */
  again: boolean;
  resolve(outcome: Outcome): void;
  reject(error: Error): void;
}

interface Slot {
  child: Child | null;
  /** The child has said that it is there. */
  ready: boolean;
  stopped: boolean;
  task: Task | null;
  timer: NodeJS.Timeout | undefined;
  timedOut: boolean;
}

/** Children that end before their first job, one after another, before waiting work is given up. */
const FAILED_STARTS = 3;

/** Child processes that convert one document at a time each, started when there is work for them. */
export class ChildPool {
  private readonly slots: Slot[];
  private readonly waiting: Task[] = [];
  private failedStarts = 0;
  private closed = false;

  constructor(private readonly options: ChildPoolOptions) {
    this.slots = Array.from({ length: options.jobs }, emptySlot);
  }

  /** Children that run now. */
  get size(): number {
    return this.slots.filter(({ child }) => child !== null).length;
  }

  /** Starts all children now, so that the first documents do not wait for them. */
  warm(): void {
    for (const slot of this.slots) if (slot.child === null && !this.closed) this.start(slot);
  }

  /**
   * Converts one input as soon as a child is free for it; an aborted signal kills the child that is
   * at it.
   *
   * @throws PoolError, PoolAbortError
   */
  convert(
    input: FoundInput,
    {
      timeout = this.options.timeout,
      ...how
    }: Pick<ChildJob, 'options' | 'sha256'> & { readonly timeout?: number } = {},
    signal?: AbortSignal,
  ) {
    return new Promise<Outcome>((resolve, reject) => {
      const { uri, path, content, charset } = input;
      const job = { ...how, uri, path, ...(content && { content }), ...(charset && { charset }) };
      const stop = (): void => this.stop(task);
      const settle = (): void => signal?.removeEventListener('abort', stop);
      const task: Task = {
        input,
        job,
        timeout,
        sha256: null,
        again: false,
        resolve: (outcome) => {
          settle();
          resolve(outcome);
        },
        reject: (error) => {
          settle();
          reject(error);
        },
      };
      if (this.closed || signal?.aborted) return reject(new PoolAbortError('stopped'));
      signal?.addEventListener('abort', stop);
      this.waiting.push(task);
      this.giveOut();
    });
  }

  /** Kills all children; what was not done is rejected with a PoolAbortError. */
  close(): void {
    if (this.closed) return;
    this.closed = true;
    const undone = [...this.waiting.splice(0), ...this.slots.flatMap(({ task }) => task ?? [])];
    for (const slot of this.slots) {
      clearTimeout(slot.timer);
      slot.task = null;
      slot.child?.kill();
    }
    for (const task of undone) task.reject(new PoolAbortError('stopped'));
  }

  private stop(task: Task): void {
    const at = this.waiting.indexOf(task);
    if (at >= 0) this.waiting.splice(at, 1);
    const slot = this.slots.find((other) => other.task === task);
    if (slot) {
      this.free(slot);
      slot.ready = false;
      slot.stopped = true;
      slot.child?.kill();
    }
    task.reject(new PoolAbortError('stopped'));
  }

  /** Gives waiting work to free children, and starts children for what is left. */
  private giveOut(): void {
    for (const slot of this.slots) {
      if (slot.ready && slot.task === null && this.waiting.length > 0) {
        this.give(slot, this.waiting.shift()!);
      }
    }
    let needed = this.waiting.length - this.slots.filter(isStarting).length;
    for (const slot of this.slots) {
      if (needed > 0 && slot.child === null) {
        this.start(slot);
        needed--;
      }
    }
  }

  private start(slot: Slot): void {
    const { settings, maxMemory, onLine } = this.options;
    slot.stopped = false;
    slot.child = new Child(settings, maxMemory, {
      message: (message) => this.heard(slot, message),
      line: onLine,
      end: (end) => this.ended(slot, end),
    });
  }

  private heard(slot: Slot, message: ChildMessage): void {
    if (this.closed) return;
    if (message.type === 'ready') {
      this.failedStarts = 0;
      slot.ready = true;
      this.giveOut();
    } else if (slot.task !== null && !slot.timedOut) {
      this.answered(slot, slot.task, message);
    }
  }

  private answered(
    slot: Slot,
    task: Task,
    message: Exclude<ChildMessage, { type: 'ready' }>,
  ): void {
    const { input } = task;
    if (message.type === 'read') {
      task.sha256 = message.sha256;
      return;
    }
    this.free(slot);
    if (message.type === 'stored') task.resolve({ input, stored: message.result });
    else if (message.type === 'rejected') task.resolve({ input, reject: message.reject });
    else task.reject(new PoolError(message.message));
    this.giveOut();
  }

  private give(slot: Slot, task: Task): void {
    slot.task = task;
    slot.timer = setTimeout(() => {
      slot.timedOut = true;
      slot.child?.kill();
    }, task.timeout * 1000);
    slot.child?.give(task.job);
  }

  private ended(slot: Slot, end: ChildEnd): void {
    const { task, timedOut } = slot;
    slot.child = null;
    slot.ready = false;
    if (this.closed) return;
    this.free(slot);
    if (task !== null && end.killed && !timedOut && !end.outOfMemory && !task.again) {
      // Somebody else's doing, as a rule: the document has another try.
      task.again = true;
      this.waiting.unshift(task);
    } else if (task !== null) {
      const code = timedOut ? 'timeout' : end.outOfMemory ? 'out_of_memory' : 'crashed';
      const says = timedOut ? `${task.timeout} s` : end.says;
      const detail = { sha256: task.sha256, stage: 'extract' as const, says };
      const { input } = task;
      task.resolve({ input, reject: inputReject(input.uri, code, detail), killed: true });
    } else if (!slot.stopped && ++this.failedStarts >= FAILED_STARTS) {
      this.failedStarts = 0;
      const error = new PoolError(`Child processes do not start: ${end.says}`);
      for (const waiting of this.waiting.splice(0)) waiting.reject(error);
    }
    this.giveOut();
  }

  private free(slot: Slot): void {
    clearTimeout(slot.timer);
    slot.task = null;
    slot.timedOut = false;
  }
}

const emptySlot = (): Slot => ({
  child: null,
  ready: false,
  stopped: false,
  task: null,
  timer: undefined,
  timedOut: false,
});

const isStarting = ({ child, ready }: Slot): boolean => child !== null && !ready;

export interface PoolOptions extends ChildPoolOptions {
  /** What stands before the pool and does what its children do not. */
  readonly through?: (pool: ChildPool) => Pick<ChildPool, 'convert'>;
  readonly onOutcome: (outcome: Outcome) => void;
  /** Aborted: nothing new is begun, the children are killed. */
  readonly signal: AbortSignal;
}

/**
 * Runs every input through a pool of child processes, one document a job. Resolves when all are
 * done or the signal is aborted; rejects with a PoolError.
 */
export async function runPool(
  inputs: readonly FoundInput[] | AsyncIterable<FoundInput>,
  options: PoolOptions,
): Promise<void> {
  const { signal, onOutcome } = options;
  const most = 'length' in inputs ? inputs.length : options.jobs;
  if (signal.aborted || most === 0) return;
  const pool = new ChildPool({ ...options, jobs: Math.min(options.jobs, most) });
  const through = options.through?.(pool);
  // Others are fetched and kept while the children are at work.
  const lanes = through ? options.jobs * 2 : options.jobs;
  const same = new SameBytes();
  const stop = (): void => pool.close();
  signal.addEventListener('abort', stop);
  try {
    await inLanes(inputs, lanes, async (input) => {
      const work = (): Promise<Outcome> => (through ?? pool).convert(input);
      onOutcome(await (input.content ? work() : same.inTurn(input.path, work)));
    });
  } catch (error) {
    if (!(error instanceof PoolAbortError)) throw error;
  } finally {
    signal.removeEventListener('abort', stop);
    pool.close();
  }
}
