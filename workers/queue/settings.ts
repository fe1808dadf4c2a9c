import type { JobsOptions, QueueOptions, WorkerOptions } from 'bullmq';
import type { Configuration } from '../configuration/schema.js';

const HOUR = 3600;
const DAY = 24 * HOUR;

/** Events are kept for those who lost their connection for a while; no more than that. */
const STREAMS = { events: { maxLen: 5000 } };

/** Bytes of a job's data: names and places, never documents. */
const LARGEST_DATA = 16 * 1024;

/**
 * Times a job may be taken over from a worker that died. A document cannot end its worker, as it is
 * read in a process of its own; only the machine can, and that is seldom the document's doing.
 */
const MOST_TAKEOVERS = 8;

/** Two weeks of minutes; the same on all workers, as the queue keeps one list. */
const METRICS_MINUTES = 14 * 24 * 60;

/** Options of every queue. */
export const queueOptions = ({ prefix }: Configuration): Omit<QueueOptions, 'connection'> => ({
  prefix,
  streams: STREAMS,
});

/** Options of every job: tries with growing pauses, and bounds on what is kept of finished ones. */
export const jobOptions = ({ attempts }: Configuration): JobsOptions => ({
  attempts,
  backoff: { type: 'exponential', delay: 1000, jitter: 0.5 },
  removeOnComplete: { age: DAY, count: 10_000 },
  removeOnFail: { age: 30 * DAY, count: 50_000 },
  sizeLimit: LARGEST_DATA,
  stackTraceLimit: 3,
  keepLogs: 10,
});

/** Options of every worker. */
export const workerOptions = ({
  prefix,
  lock,
  attempts,
}: Configuration): Omit<WorkerOptions, 'connection'> => ({
  prefix,
  autorun: false,
  lockDuration: lock * 1000,
  stalledInterval: lock * 1000,
  drainDelay: 5,
  maxStalledCount: MOST_TAKEOVERS,
  maxStartedAttempts: attempts + MOST_TAKEOVERS + 4,
  metrics: { maxDataPoints: METRICS_MINUTES },
});
