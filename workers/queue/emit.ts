import { fork } from 'node:child_process';
import { entryPath, loaderFlags } from '../child-process.js';
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

/** What the process says at its end. */
export type EmitAnswer =
  | { readonly result: BatchResult; readonly error?: never }
  | { readonly error: string; readonly system: boolean };

/**
 * Merges a batch in a process of its own, so that a large dataset does not keep this one from
 * renewing its locks; an aborted signal kills that process.
 *
 * @throws JobError where the folder cannot be written to, or the process ends before its work
 */
export async function emitInProcess(order: EmitOrder, signal: AbortSignal): Promise<BatchResult> {
  const child = fork(entryPath('./emit-process.js', import.meta.url), [], {
    execArgv: loaderFlags(),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const stop = (): void => void child.kill('SIGKILL');
  signal.addEventListener('abort', stop);
  try {
    const answer = await new Promise<EmitAnswer>((resolve) => {
      const ended = (says: string): void => resolve({ error: says, system: false });
      child.on('message', (message) => resolve(message as EmitAnswer));
      child.on('error', (error: Error) => ended(error.message));
      child.on('exit', (status, by) => ended(`its process ended with ${by ?? status}`));
      child.send(order, () => {});
      if (signal.aborted) stop();
    });
    if (answer.error === undefined) return answer.result;
    if (signal.aborted) throw new JobError('lock_lost', 'another worker has the job');
    const { out } = order.batch.head;
    throw answer.system
      ? new JobError('surroundings', `Cannot write the dataset to ${out}: ${answer.error}`)
      : new JobError('failed', answer.error);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
