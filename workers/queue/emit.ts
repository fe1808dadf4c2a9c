import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Configuration } from '../configuration/schema.js';
import type { Outcome } from '../pool.js';
import type { Batch } from './batch.js';
import { JobError } from './failure.js';
import type { BatchResult } from './payload.js';

/** What a dataset is made from. */
export interface EmitOrder {
  readonly batch: Omit<Batch, 'entries'>;
  readonly outcomes: readonly Outcome[];
  readonly configuration: Configuration;
  /** Milliseconds of the epoch at which the batch was submitted. */
  readonly submitted: number;
}

/** What the thread says at its end. */
export type EmitAnswer =
  | { readonly result: BatchResult; readonly error?: never }
  | { readonly error: string; readonly system: boolean };

const running = fileURLToPath(import.meta.url);

/**
 * Merges a batch in a thread of its own, so that a large dataset does not keep this one from renewing
 * its locks; an aborted signal ends the thread.
 *
 * @throws JobError where the folder cannot be written to, or the thread ends before its work
 */
export async function emitInThread(order: EmitOrder, signal: AbortSignal): Promise<BatchResult> {
  const extension = running.endsWith('.ts') ? 'ts' : 'js';
  const thread = new Worker(new URL(`./emit-thread.${extension}`, import.meta.url), {
    workerData: order,
    execArgv: extension === 'ts' ? ['--import', tsx()] : [],
  });
  const stop = (): void => void thread.terminate();
  signal.addEventListener('abort', stop);
  try {
    const answer = await new Promise<EmitAnswer>((resolve) => {
      const ended = (says: string): void => resolve({ error: says, system: false });
      thread.on('message', resolve);
      thread.on('error', (error: Error) => ended(error.message));
      thread.on('exit', (status) => ended(`the thread ended with status ${status}`));
    });
    if (answer.error === undefined) return answer.result;
    if (signal.aborted) throw new JobError('lock_lost', 'another worker has the job');
    const { out } = order.batch.head;
    throw answer.system
      ? new JobError('surroundings', `Cannot write the dataset to ${out}: ${answer.error}`)
      : new JobError('failed', answer.error);
  } finally {
    signal.removeEventListener('abort', stop);
    await thread.terminate();
  }
}

const tsx = (): string => pathToFileURL(createRequire(running).resolve('tsx')).href;
