import type { Reject } from '../schemas/index.js';
import { Child, type ChildEnd } from './child-process.js';
import type { FoundInput } from './find-inputs.js';
import { inputReject } from './input-reject.js';
import type { ChildMessage, ChildSettings, StoredResult } from './messages.js';

/** What became of one input: its result stands in the store, or it is rejected. */
export type Outcome =
  | { readonly input: FoundInput; readonly stored: StoredResult; readonly reject?: never }
  | { readonly input: FoundInput; readonly reject: Reject; readonly stored?: never };

export interface PoolOptions {
  /** Children at work at the same time. */
  readonly jobs: number;
  /** Seconds a document may take; the child that takes longer is killed. */
  readonly timeout: number;
  /** MiB of a child's JavaScript heap. */
  readonly maxMemory: number;
  readonly settings: ChildSettings;
  readonly onOutcome: (outcome: Outcome) => void;
  readonly onLine: (line: string) => void;
  /** Aborted: nothing new is begun, the children are killed. */
  readonly signal: AbortSignal;
}

/** The run cannot go on, whatever the input: the store cannot be written, children do not start. */
export class PoolError extends Error {}

interface Slot {
  child: Child | null;
  input: FoundInput | null;
  sha256: string | null;
  timer: NodeJS.Timeout | undefined;
  timedOut: boolean;
}

/** Children that end before their first job, one after another, before the pool gives up. */
const FAILED_STARTS = 3;

/**
 * Runs every input through a pool of child processes, one document a job. Resolves when all are
 * done or the signal is aborted; rejects with a PoolError.
 */
export function runPool(inputs: readonly FoundInput[], options: PoolOptions): Promise<void> {
  return new Pool(inputs, options).run();
}

class Pool {
  private next = 0;
  private slots: Slot[] = [];
  private failedStarts = 0;
  private resolve: () => void = () => {};
  private fail: (error: Error) => void = () => {};
  private over = false;

  constructor(
    private readonly inputs: readonly FoundInput[],
    private readonly options: PoolOptions,
  ) {}

  async run(): Promise<void> {
    const { signal, jobs } = this.options;
    if (signal.aborted || this.inputs.length === 0) return;
    const stop = (): void => this.finish();
    signal.addEventListener('abort', stop);
    try {
      await new Promise<void>((resolve, reject) => {
        this.resolve = resolve;
        this.fail = reject;
        const count = Math.min(jobs, this.inputs.length);
        this.slots = Array.from({ length: count }, () => emptySlot());
        for (const slot of this.slots) this.start(slot);
      });
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }

  private start(slot: Slot): void {
    const { settings, maxMemory, onLine } = this.options;
    slot.child = new Child(settings, maxMemory, {
      message: (message) => this.heard(slot, message),
      line: onLine,
      end: (end) => this.ended(slot, end),
    });
  }

  private heard(slot: Slot, message: ChildMessage): void {
    if (this.over) return;
    if (message.type === 'failed') this.finish(new PoolError(message.message));
    else if (message.type === 'read') slot.sha256 = message.sha256;
    else if (message.type === 'ready') {
      this.failedStarts = 0;
      this.giveNext(slot);
    } else if (slot.input !== null && !slot.timedOut) {
      const input = slot.input;
      if (message.type === 'stored') this.done(slot, { input, stored: message.result });
      else this.done(slot, { input, reject: message.reject });
      this.giveNext(slot);
    }
  }

  private giveNext(slot: Slot): void {
    const input = this.inputs[this.next];
    if (input === undefined) {
      slot.child?.release();
      return;
    }
    this.next++;
    slot.input = input;
    slot.sha256 = null;
    slot.timedOut = false;
    slot.timer = setTimeout(() => {
      slot.timedOut = true;
      slot.child?.kill();
    }, this.options.timeout * 1000);
    slot.child?.give(input.uri, input.path);
  }

  private ended(slot: Slot, end: ChildEnd): void {
    slot.child = null;
    if (this.over) return;
    if (slot.input !== null) {
      const { input, sha256 } = slot;
      const code = slot.timedOut ? 'timeout' : end.outOfMemory ? 'out_of_memory' : 'crashed';
      const says = slot.timedOut ? `${this.options.timeout} s` : end.says;
      const reject = inputReject(input.uri, code, { sha256, stage: 'extract', says });
      this.done(slot, { input, reject });
    } else if (this.next < this.inputs.length && ++this.failedStarts >= FAILED_STARTS) {
      this.finish(new PoolError(`Child processes do not start: ${end.says}`));
      return;
    }
    if (this.next < this.inputs.length) this.start(slot);
    else if (this.slots.every((other) => other.child === null)) this.finish();
  }

  private done(slot: Slot, outcome: Outcome): void {
    clearTimeout(slot.timer);
    slot.input = null;
    slot.timedOut = false;
    this.options.onOutcome(outcome);
  }

  /** Ends the run: whatever still works is killed. */
  private finish(error?: Error): void {
    this.over = true;
    for (const slot of this.slots) {
      clearTimeout(slot.timer);
      slot.child?.kill();
    }
    if (error) this.fail(error);
    else this.resolve();
  }
}

const emptySlot = (): Slot => ({
  child: null,
  input: null,
  sha256: null,
  timer: undefined,
  timedOut: false,
});
