import type { Job, Worker } from 'bullmq';
import { codeOfReason } from './failure.js';
import type { Log } from './log.js';
import type { WorkerMetrics } from './metrics.js';
import { DocumentResult } from './payload.js';

/** Logs and counts what goes on in a worker, and gives up jobs whose lock is lost. */
export function watchWorker(worker: Worker, log: Log, metrics: WorkerMetrics): void {
  const queue = worker.name;
  worker.on('completed', (job: Job, value: unknown) => {
    metrics.jobs.inc({ queue, outcome: 'completed' });
    const result = DocumentResult.safeParse(value);
    if (!result.success) {
      log.info({ queue, job: job.id, ...(value as object) }, 'dataset emitted');
    } else if ('reject' in result.data) {
      metrics.rejects.inc({ code: result.data.reject.code });
      log.info({ queue, job: job.id, code: result.data.reject.code }, 'rejected');
    } else {
      const { cached, milliseconds } = result.data.stored;
      if (!cached) metrics.duration.observe(milliseconds / 1000);
      log.debug({ queue, job: job.id, cached, milliseconds }, 'stored');
    }
  });
  worker.on('failed', (job, error) => {
    const last = job?.finishedOn !== undefined;
    const code = codeOfReason(error.message);
    metrics.jobs.inc({ queue, outcome: last ? 'failed' : 'retried' });
    if (last) metrics.rejects.inc({ code });
    const facts = { queue, job: job?.id, code, reason: error.message };
    log.warn(facts, last ? 'set aside' : 'failed; to be tried again');
  });
  worker.on('stalled', (job) => {
    metrics.stalled.inc({ queue });
    log.warn({ queue, job }, 'stalled: taken over from a worker that died');
  });
  worker.on('lockRenewalFailed', (jobs) => {
    metrics.locksLost.inc(jobs.length);
    log.warn({ queue, jobs }, 'lock lost: given up');
    for (const job of jobs) worker.cancelJob(job, 'lock lost');
  });
  // Outages are told once by the connection; this hears of them at every try.
  worker.on('error', (error: NodeJS.ErrnoException) => {
    const passing = error.code === 'ECONNREFUSED' || /closed|ECONN|EPIPE/.test(error.message);
    log[passing ? 'debug' : 'warn']({ queue, reason: error.message }, 'worker error');
  });
}
