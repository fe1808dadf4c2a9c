import type { RequestHandler } from 'express';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { documentDuration, rejectCounter, tellOfProcess } from '../../workers/metrics.js';

/** What is counted while the service runs. */
export interface Now {
  readonly processes: () => number;
  readonly jobs: () => { readonly waiting: number; readonly running: number };
  readonly datasets: () => readonly { readonly name: string; readonly tasks: number }[];
}

/** What the service tells Prometheus; no label names a document or what was asked. */
export class ServiceMetrics {
  readonly registry = new Registry();
  readonly requests = new Counter({
    name: 'gongwen_http_requests_total',
    help: 'Requests that were answered.',
    labelNames: ['route', 'status'],
    registers: [this.registry],
  });
  readonly requestDuration = new Histogram({
    name: 'gongwen_http_request_duration_seconds',
    help: 'From the head of a request to the end of its answer.',
    labelNames: ['route'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.5, 1, 5, 30, 120],
    registers: [this.registry],
  });
  readonly rejects = rejectCounter(
    this.registry,
    'Documents and records that were rejected, by code.',
  );
  readonly duration = documentDuration(
    this.registry,
    'From the begin of work on a document to its records.',
  );

  constructor(now: Now) {
    const { registry } = this;
    tellOfProcess(registry, now.processes);
    new Gauge({
      name: 'gongwen_service_jobs',
      help: 'Documents that wait, and those at work.',
      labelNames: ['state'],
      registers: [registry],
      collect() {
        const { waiting, running } = now.jobs();
        this.set({ state: 'waiting' }, waiting);
        this.set({ state: 'running' }, running);
      },
    });
    new Gauge({
      name: 'gongwen_dataset_tasks',
      help: 'Tasks of a dataset that is served.',
      labelNames: ['dataset'],
      registers: [registry],
      collect() {
        this.reset();
        for (const { name, tasks } of now.datasets()) this.set({ dataset: name }, tasks);
      },
    });
  }

  /** Counts each request under the route that it took. */
  readonly count: RequestHandler = (request, response, next) => {
    const started = performance.now();
    response.once('close', () => {
      const route = (request.route as { path?: string } | undefined)?.path ?? 'none';
      this.requests.inc({ route, status: String(response.statusCode) });
      this.requestDuration.observe({ route }, (performance.now() - started) / 1000);
    });
    next();
  };
}
