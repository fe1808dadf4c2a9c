/** The queue at full size with the built program: `npm run test:load`. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { LETTERS, writeDocuments } from '../../bench/written-documents.js';
import type { Reject } from '../../schemas/index.js';
import { RedisServer } from '../../scripts/redis-server.js';
import { datasetFiles, folderOf, rowsOf } from '../workers/fixtures/folders.js';
import { BUILT_WORKER, WorkerProcess } from './fixtures/worker-process.js';

const ending: (() => Promise<unknown>)[] = [];
afterEach(() => Promise.all(ending.splice(0).map((end) => end())));

interface Ended {
  readonly status: number | null;
  readonly stderr: string;
}

/** Runs the built program to its end. */
function gongwen(args: readonly string[], environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, [BUILT_WORKER[0]!, ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  return new Promise<Ended>((resolve) => {
    child.once('exit', (status) => resolve({ status, stderr }));
  });
}

async function setUp(documents: number, others: Record<string, string> = {}) {
  const folder = folderOf({});
  writeDocuments('samples', join(folder, 'in'), documents, LETTERS.small);
  const redis = await RedisServer.start();
  ending.push(() => redis.remove());
  const environment = {
    GONGWEN_REDIS_URL: redis.url,
    GONGWEN_STORE: join(folder, 'store'),
    GONGWEN_JOBS: '1',
    GONGWEN_LISTEN: '127.0.0.1:0',
    ...others,
  };
  const workers = Array.from({ length: 2 }, () => new WorkerProcess(BUILT_WORKER, environment));
  for (const worker of workers) ending.push(() => worker.kill('SIGKILL'));
  const submit = (out: string): Promise<Ended> =>
    gongwen(
      ['submit', join(folder, 'in'), '--out', join(folder, out), '--wait', '-q'],
      environment,
    );
  const extract = (...flags: string[]): Promise<Ended> =>
    gongwen(['extract', join(folder, 'in'), '--out', join(folder, 'embedded'), '-q', ...flags]);
  return { folder, redis, workers, submit, extract };
}

/** Resolves when a store holds so many results. */
async function resultsIn(store: string, count: number): Promise<void> {
  const results = (): number =>
    existsSync(store)
      ? readdirSync(store, { recursive: true, encoding: 'utf8' }).filter((name) =>
          /^[0-9a-f]{2}\/[0-9a-f]{64}\.ndjson$/.test(name),
        ).length
      : 0;
  while (results() < count) await delay(20);
}

const DISTURBED = /stalled|lock lost/;
const disturbances = (workers: readonly WorkerProcess[]): string[] =>
  workers.flatMap(({ says }) => says.filter((line) => DISTURBED.test(line)));

test('500 documents, a worker killed five times and Redis once: the embedded dataset', async () => {
  const { folder, redis, workers, submit, extract } = await setUp(500);
  const running = submit('out');
  for (let kill = 0; kill < 6; kill++) {
    await delay(1500 + Math.random() * 1500);
    if (kill === 3) {
      await redis.kill('SIGKILL');
      await delay(1000);
      await redis.run();
      continue;
    }
    const victim = workers[Math.floor(Math.random() * workers.length)]!;
    await victim.kill('SIGKILL');
    victim.start();
  }
  const { status } = await running;
  const embedded = await extract();
  expect(status).toBe(embedded.status);
  const ids = rowsOf(join(folder, 'out'), 'documents').map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(datasetFiles(join(folder, 'out'))).toEqual(datasetFiles(join(folder, 'embedded')));
});

test('a hostile file among 200 is set aside once, and nothing stalls', async () => {
  const { folder, workers, submit, extract } = await setUp(199, { GONGWEN_TIMEOUT: '15' });
  const hostile = '推进政务服务改革，市商务委负责，2025年底前完成。\n'.repeat(800_000);
  mkdirSync(join(folder, 'in'), { recursive: true });
  writeFileSync(join(folder, 'in', '000100-hostile.txt'), hostile);
  await submit('out');
  await extract('--timeout', '15');
  const rejects = rowsOf<Reject>(join(folder, 'out'), 'rejects');
  const killed = rejects.filter(({ uri }) => uri.endsWith('hostile.txt'));
  expect(killed.map(({ code }) => code)).toEqual(['timeout']);
  expect(disturbances(workers)).toEqual([]);
  expect(workers.flatMap(({ says }) => says.filter((line) => line === 'set aside'))).toHaveLength(
    1,
  );
  expect(datasetFiles(join(folder, 'out'))).toEqual(datasetFiles(join(folder, 'embedded')));
});

test('Redis is away for 20 seconds in mid-run: it is said, and nothing is lost', async () => {
  const { folder, redis, workers, submit, extract } = await setUp(500);
  const running = submit('out');
  await resultsIn(join(folder, 'store'), 20);
  await redis.kill('SIGTERM');
  await delay(20_000);
  await redis.run();
  const { status, stderr } = await running;
  expect(stderr).toMatch(/Redis is lost .*\n.*Redis is back/);
  for (const { says } of workers) expect(says).toContain('Redis is back');
  const embedded = await extract();
  expect(status).toBe(embedded.status);
  expect(datasetFiles(join(folder, 'out'))).toEqual(datasetFiles(join(folder, 'embedded')));
});
