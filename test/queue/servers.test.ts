import { rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { RedisServer } from '../../scripts/redis-server.js';
import type { Configuration } from '../../workers/configuration/schema.js';
import { isLoopback } from '../../workers/loopback.js';
import { checkAll, type Finding } from '../../workers/queue/check.js';
import { producerConnection } from '../../workers/queue/connection.js';
import { DashboardError, dashboardServer } from '../../workers/queue/dashboard.js';
import { listen } from '../../workers/queue/monitor-server.js';
import { openQueues } from '../../workers/queue/status.js';
import { folderOf } from '../workers/fixtures/folders.js';
import { configurationFor, workerFor } from './fixtures/queue.js';

let redis: RedisServer;
beforeAll(async () => {
  redis = await RedisServer.start();
});
afterAll(() => redis.remove());

const ending: (() => Promise<unknown> | undefined)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
});

const configured = (): Configuration => configurationFor(folderOf({}), redis.url);

describe('a worker', () => {
  test('tells how it is', async () => {
    const configuration = configured();
    const { worker, address } = await workerFor(configuration);
    ending.push(() => worker.stop());
    expect(await (await fetch(`${address}/health`)).json()).toEqual({ status: 'ok' });
    await expect.poll(async () => (await fetch(`${address}/ready`)).status).toBe(200);
    const metrics = await fetch(`${address}/metrics`);
    expect(metrics.headers.get('content-type')).toContain('text/plain');
    const text = await metrics.text();
    expect(text).toContain('gongwen_redis_up 1');
    expect(text).toContain('gongwen_queue_jobs{queue="documents",state="waiting"} 0');
    for (const [, name] of text.matchAll(/^# TYPE (\S+)/gm)) expect(name).toMatch(/^gongwen_/);
    expect((await fetch(`${address}/jobs`)).status).toBe(404);
    expect((await fetch(`${address}/health`, { method: 'POST' })).status).toBe(405);
    rmSync(configuration.store, { recursive: true });
    writeFileSync(configuration.store, '');
    const ready = await fetch(`${address}/ready`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ checks: { redis: null, store: /./ } });
  });
});

async function dashboard(how: {
  host?: string;
  writable?: boolean;
  password?: string;
}): Promise<(path: string, headers?: Record<string, string>, method?: string) => Promise<number>> {
  const configuration = configured();
  const silent = { lost: () => {}, back: () => {} };
  const connection = await producerConnection(redis.url, silent);
  const queues = openQueues(connection, configuration);
  ending.push(async () => {
    await Promise.all(queues.map((queue) => queue.close()));
    connection.disconnect();
  });
  const { host = '127.0.0.1', writable = false, password } = how;
  const login = password === undefined ? null : { user: 'gongwen', password };
  const server = dashboardServer({ queues, host, writable, login });
  const { port } = (await listen(server, '127.0.0.1', 0)) as AddressInfo;
  ending.push(() => {
    server.close();
    server.closeAllConnections();
    return undefined;
  });
  return (path, headers = {}, method = 'GET') =>
    new Promise((resolve, reject) => {
      const sent = request({ port, host: '127.0.0.1', path, method, headers }, (response) => {
        response.resume();
        resolve(response.statusCode!);
      });
      sent.on('error', reject);
      sent.end();
    });
}

const basic = (user: string, password: string): Record<string, string> => ({
  authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
});

describe('the dashboard', () => {
  const PAUSE = '/api/queues/documents/pause';

  test('on loopback is open, and read-only', async () => {
    const status = await dashboard({});
    expect(await status('/')).toBe(200);
    expect(await status('/api/queues')).toBe(200);
    expect(await status(PAUSE, {}, 'PUT')).toBe(403);
    expect(await status('/', { host: 'evil.example' })).toBe(403);
  });

  test('asks for the password where there is one', async () => {
    const status = await dashboard({ host: '0.0.0.0', password: 'long enough 1' });
    expect(await status('/api/queues')).toBe(401);
    expect(await status('/api/queues', basic('gongwen', 'wrong'))).toBe(401);
    expect(await status('/api/queues', basic('gongwen', 'long enough 1'))).toBe(200);
    expect(await status(PAUSE, basic('gongwen', 'long enough 1'), 'PUT')).toBe(403);
  });

  test('where jobs may be changed, only its own pages change them', async () => {
    const status = await dashboard({ writable: true, password: 'long enough 1' });
    const login = basic('gongwen', 'long enough 1');
    expect(await status(PAUSE, { ...login, origin: 'http://evil.example' }, 'PUT')).toBe(403);
    expect(await status(PAUSE, { ...login, 'sec-fetch-site': 'cross-site' }, 'PUT')).toBe(403);
    expect(await status(PAUSE, login, 'PUT')).toBe(200);
  });

  test.each([
    ['0.0.0.0', false],
    ['192.168.0.2', false],
    ['127.0.0.1', true],
  ])('on %s with writable %s it is not served without a login', (host, writable) => {
    expect(() => dashboardServer({ queues: [], host, writable, login: null })).toThrow(
      DashboardError,
    );
  });

  test.each([
    ['127.0.0.1', true],
    ['127.8.8.8', true],
    ['::1', true],
    ['localhost', true],
    ['127.evil.example', false],
    ['0.0.0.0', false],
    ['::', false],
  ])('%s is loopback: %s', (host, is) => expect(isLoopback(host)).toBe(is));
});

describe('check', () => {
  const findings = async (configuration: Configuration): Promise<Record<string, Finding>> => {
    const found: Record<string, Finding> = {};
    for await (const finding of checkAll(configuration)) found[finding.subject] = finding;
    return found;
  };

  test('finds everything well', async () => {
    const found = await findings(configured());
    expect(Object.values(found).map(({ status }) => status)).toEqual(Array(6).fill('ok'));
  });

  test('says what to mend', async () => {
    const careless = await RedisServer.start({
      args: ['--maxmemory-policy', 'allkeys-lru', '--appendonly', 'no'],
    });
    ending.push(() => careless.remove());
    const folder = folderOf({ file: '' });
    const found = await findings(
      configurationFor(folder, careless.url, { store: '/dev/null/store' }),
    );
    expect(found['redis memory']).toMatchObject({ status: 'fault' });
    expect(found['redis memory']!.says).toContain(
      'redis-cli config set maxmemory-policy noeviction',
    );
    expect(found['redis disk']).toMatchObject({ status: 'warning' });
    expect(found.store).toMatchObject({ status: 'fault' });
    expect(found.store!.says).toContain('give another --store');
  });

  test('without Redis the others are looked at all the same', async () => {
    const found = await findings(configurationFor(folderOf({}), 'redis://name:secret@127.0.0.1:1'));
    expect(found.redis).toMatchObject({ status: 'fault' });
    expect(found.redis!.says).toContain('Redis cannot be reached at redis://127.0.0.1:1:');
    expect(found.redis!.says).not.toContain('secret');
    expect(found.store).toMatchObject({ status: 'ok' });
  });
});
