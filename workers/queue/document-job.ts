import { type Job, WaitingError } from 'bullmq';
import type { Reject } from '../../schemas/index.js';
import type { ObjectStore } from '../object-store.js';
import { type ChildPool, type Outcome, PoolAbortError, PoolError } from '../pool.js';
import { JobError, lastError } from './failure.js';
import { withPassword } from './password.js';
import { DocumentJob, type DocumentResult } from './payload.js';
import { setAside } from './set-aside.js';

export interface DocumentWork {
  readonly pool: Pick<ChildPool, 'convert'>;
  readonly objects: ObjectStore;
  /** Of the code and data that run here. */
  readonly fingerprint: string;
  /** Aborted when this worker has to end now: jobs go back to their queue. */
  readonly stopping: AbortSignal;
}

/** Children that a document may cost. */
const MOST_KILLS = 2;
/** Tries to read a file that is not there: a share may not be mounted yet. */
const MOST_READS = 3;

/**
 * Converts one document in a child process. What lies in the input ends the job, with a reject where
 * it cannot be read; what lies in the environment is thrown and tried again after a pause; what
 * kills its child twice is set aside.
 */
export async function convertDocument(
  job: Job<DocumentJob, DocumentResult>,
  token: string,
  signal: AbortSignal,
  work: DocumentWork,
): Promise<DocumentResult> {
  const data = readData(job);
  if (data.fingerprint !== work.fingerprint) {
    throw new JobError('other_version', `this worker has ${work.fingerprint.slice(0, 12)}`);
  }
  const outcome = await outcomeOf(job, data, token, signal, work);
  if (outcome.stored) {
    const { cached, milliseconds, timings } = outcome.stored;
    return { stored: { cached, milliseconds, timings } };
  }
  if (outcome.killed) return killed(job, data, outcome.reject, work);
  const { reject } = outcome;
  if (isPassing(reject) && job.attemptsMade + 1 < Math.min(MOST_READS, attemptsOf(job))) {
    throw new JobError(reject.code, reject.message);
  }
  return { reject };
}

function readData(job: Job): DocumentJob {
  const parsed = DocumentJob.safeParse(job.data);
  if (parsed.success) return parsed.data;
  throw lastError('bad_payload', parsed.error.issues.map(({ message }) => message).join('; '));
}

async function outcomeOf(
  job: Job,
  data: DocumentJob,
  token: string,
  signal: AbortSignal,
  { pool, stopping }: DocumentWork,
): Promise<Outcome> {
  const { uri, path, sha256, charset } = data;
  const input = { uri, path, ...(charset && { charset }) };
  const options = withPassword(data.options, data.passwordFile);
  try {
    const either = AbortSignal.any([signal, stopping]);
    return await pool.convert(input, { options, sha256 }, either);
  } catch (error) {
    if (error instanceof PoolError) throw new JobError('environment', error.message);
    if (!(error instanceof PoolAbortError)) throw error;
    if (!stopping.aborted) throw new JobError('lock_lost', 'another worker has the job');
    await job.moveToWait(token);
    throw new WaitingError();
  }
}

/** Another try, or none: the job fails, its parent goes on without it, and the reason is kept. */
async function killed(
  job: Job,
  data: DocumentJob,
  reject: Reject,
  { objects }: DocumentWork,
): Promise<never> {
  const kills = data.kills + 1;
  if (kills < MOST_KILLS && job.attemptsMade + 1 < attemptsOf(job)) {
    await job.updateData({ ...data, kills });
    throw new JobError(reject.code, reject.message);
  }
  await setAside(objects, data.key, reject);
  throw lastError(reject.code, reject.message);
}

const isPassing = ({ code }: Reject): boolean => code === 'missing' || code === 'unreadable';

const attemptsOf = (job: Job): number => job.opts.attempts ?? 1;
