import { Counter, collectDefaultMetrics, Gauge, Histogram, type Registry } from 'prom-client';
import { PIPELINE_VERSION } from '../pipeline/version.js';

/** What every process that converts documents tells Prometheus of itself: memory, time, its version, its children. */
export function tellOfProcess(registry: Registry, children: () => number): void {
  collectDefaultMetrics({ register: registry, prefix: 'gongwen_' });
  new Gauge({
    name: 'gongwen_build_info',
    help: 'Always 1; the label tells the version.',
    labelNames: ['version'],
    registers: [registry],
  }).set({ version: PIPELINE_VERSION }, 1);
  new Gauge({
    name: 'gongwen_child_processes',
    help: 'Child processes that convert documents.',
    registers: [registry],
    collect() {
      this.set(children());
    },
  });
}

export const rejectCounter = (registry: Registry, help: string): Counter<'code'> =>
  new Counter({
    name: 'gongwen_rejects_total',
    help,
    labelNames: ['code'],
    registers: [registry],
  });

export const documentDuration = (registry: Registry, help: string): Histogram =>
  new Histogram({
    name: 'gongwen_document_duration_seconds',
    help,
    buckets: [0.005, 0.02, 0.05, 0.1, 0.5, 1, 5, 30, 120, 600],
    registers: [registry],
  });
