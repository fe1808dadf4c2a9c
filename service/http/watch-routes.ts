import { z } from 'zod';
import { JSON_TYPE } from './accept.js';
import type { ServiceMetrics } from './metrics.js';
import type { Route } from './route.js';

const Health = z.strictObject({ status: z.literal('ok') }).describe('The process answers.');
const Readiness = z
  .strictObject({
    status: z.enum(['ok', 'not ready']),
    checks: z.record(z.string(), z.string().nullable()).describe('What is wrong; null: nothing.'),
  })
  .describe('Whether work can be done.');

/** What is asked by those who watch the service. */
export function watchRoutes(watched: {
  readonly metrics: ServiceMetrics;
  readonly checks: () => Readonly<Record<string, string | null>>;
}): readonly Route[] {
  const fresh = { 'cache-control': 'no-store' };
  return [
    {
      method: 'get',
      path: '/healthz',
      id: 'getHealth',
      summary: 'Whether the process answers.',
      answers: { 200: { description: 'It does.', content: { [JSON_TYPE]: Health } } },
      handle: async () => ({ type: JSON_TYPE, body: '{"status":"ok"}\n', headers: fresh }),
    },
    {
      method: 'get',
      path: '/ready',
      id: 'getReadiness',
      summary: 'Whether every dataset is read; what is wrong.',
      answers: {
        200: { description: 'All is there.', content: { [JSON_TYPE]: Readiness } },
        503: { description: 'Something is missing.', content: { [JSON_TYPE]: Readiness } },
      },
      handle: async () => {
        const checks = watched.checks();
        const isReady = Object.values(checks).every((wrong) => wrong === null);
        const body = `${JSON.stringify({ status: isReady ? 'ok' : 'not ready', checks })}\n`;
        return { status: isReady ? 200 : 503, type: JSON_TYPE, body, headers: fresh };
      },
    },
    {
      method: 'get',
      path: '/metrics',
      id: 'getMetrics',
      summary: 'Figures for Prometheus.',
      answers: { 200: { description: 'Text of Prometheus.', content: { 'text/plain': null } } },
      handle: async () => {
        const { registry } = watched.metrics;
        return { type: registry.contentType, body: await registry.metrics(), headers: fresh };
      },
    },
  ];
}
