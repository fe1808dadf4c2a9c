import { fork } from 'node:child_process';
import { entryPath, loaderFlags } from '../child-process.js';
import { emitDataset } from './emit-dataset.js';
import type { EmitOrder } from './emit-order.js';
import { JobError, lastError } from './failure.js';
import type { BatchResult } from './payload.js';

/** What the process says at its end. */
export type EmitAnswer =
  | { readonly result: BatchResult; readonly error?: never }
  /** `code` is that of the system's error, where it is one. */
  | { readonly error: string; readonly code: string | null };

/** Errors of the system that no other try mends: somebody has to change the place, or its rights. */
const LASTING = new Set(
  'EACCES EEXIST EISDIR ELOOP ENAMETOOLONG ENOENT ENOTDIR EPERM EROFS'.split(' '),
);

/** Bytes of inputs, of each and of all, up to which a merge blocks nothing: it pauses after each. */
const SMALL_INPUT = 2 ** 18;
const SMALL_BATCH = 2 ** 23;

/**
 * Merges a batch: a small one here, others in a process of their own.
 *
 * @throws JobError where the merge ends before its work, or the folder cannot be written to; an UnrecoverableError where it never will be
 */
export async function emit(order: EmitOrder, signal: AbortSignal): Promise<BatchResult> {
  const sizes = order.outcomes.map(({ stored }) => stored?.bytes ?? 0);
  const all = sizes.reduce((sum, size) => sum + size, 0);
  if (all > SMALL_BATCH || sizes.some((size) => size > SMALL_INPUT)) {
    return emitInProcess(order, signal);
  }
  try {
    return await emitDataset(order, signal);
  } catch (error) {
    const { code = null, message } = error as NodeJS.ErrnoException;
    throw failure(order, signal, message, code);
  }
}

/**
 * Merges a batch in a process of its own, so that a large dataset does not keep this one from
 * renewing its locks; an aborted signal kills that process.
 *
 * @throws JobError where the folder cannot be written to, or the process ends before its work
 */
async function emitInProcess(order: EmitOrder, signal: AbortSignal): Promise<BatchResult> {
  const child = fork(entryPath('./emit-process.js', import.meta.url), [], {
    execArgv: loaderFlags(),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const stop = (): void => void child.kill('SIGKILL');
  signal.addEventListener('abort', stop);
  try {
    const answer = await new Promise<EmitAnswer>((resolve) => {
      const ended = (says: string): void => resolve({ error: says, code: null });
      child.on('message', (message) => resolve(message as EmitAnswer));
      child.on('error', (error: Error) => ended(error.message));
      child.on('exit', (status, by) => ended(`its process ended with ${by ?? status}`));
      child.send(order, () => {});
      if (signal.aborted) stop();
    });
    if (answer.error === undefined) return answer.result;
    throw failure(order, signal, answer.error, answer.code);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function failure(order: EmitOrder, signal: AbortSignal, says: string, code: string | null): Error {
  if (signal.aborted) return new JobError('lock_lost', 'another worker has the job');
  if (code === null) return new JobError('failed', says);
  const { out } = order.batch.head;
  const message = `Cannot write the dataset to ${out}: ${says}`;
  return LASTING.has(code)
    ? lastError('environment', message)
    : new JobError('environment', message);
}
