import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { RedisServer } from '../../scripts/redis-server.js';
import { datasetFiles, folderOf, rowsOf } from '../workers/fixtures/folders.js';
import { batchOf, configurationFor, runBatches } from './fixtures/queue.js';
import { embeddedDataset, slowDocuments } from './fixtures/slow-documents.js';
import { MISBEHAVING_WORKER, WorkerProcess } from './fixtures/worker-process.js';

const ending: (() => Promise<unknown>)[] = [];
afterEach(() => Promise.all(ending.splice(0).map((end) => end())));

function workers(count: number, folder: string, url: string): WorkerProcess[] {
  const environment = {
    GONGWEN_REDIS_URL: url,
    GONGWEN_STORE: join(folder, 'store'),
    GONGWEN_JOBS: '1',
    GONGWEN_LOCK: '1',
    GONGWEN_LISTEN: '127.0.0.1:0',
  };
  return Array.from({ length: count }, () => {
    const worker = new WorkerProcess(MISBEHAVING_WORKER, environment);
    ending.push(() => worker.kill('SIGKILL'));
    return worker;
  });
}

test('workers and Redis are killed, and the dataset is that of an undisturbed run', async () => {
  const folder = folderOf(slowDocuments(80));
  const redis = await RedisServer.start();
  ending.push(() => redis.remove());
  const configuration = configurationFor(folder, redis.url);
  const both = workers(2, folder, redis.url);
  const batch = await batchOf(folder, configuration);
  const running = runBatches(configuration, batch);
  for (const victim of [both[0]!, both[1]!, both[0]!]) {
    const before = victim.says.length;
    await expect.poll(() => victim.says.slice(before), { timeout: 20_000 }).toContain('stored');
    await victim.kill('SIGKILL');
    victim.start();
  }
  await redis.kill('SIGKILL');
  await delay(500);
  await redis.run();
  expect(await running).toMatchObject([{ result: { inputs: 80, rejects: 0 } }]);
  const out = join(folder, 'out');
  expect(new Set(rowsOf(out, 'documents').map(({ id }) => id)).size).toBe(80);
  expect(datasetFiles(out)).toEqual(await embeddedDataset(folder));
});

test('without Redis at the start a worker says so, and begins when it comes', async () => {
  const folder = folderOf(slowDocuments(3));
  const redis = await RedisServer.start({ later: true });
  ending.push(() => redis.remove());
  const [worker] = workers(1, folder, redis.url);
  await expect
    .poll(() => worker!.says, { timeout: 20_000 })
    .toContain('Redis is lost; trying again');
  expect(worker!.says).not.toContain('taking jobs');
  await redis.run();
  const configuration = configurationFor(folder, redis.url);
  const batch = await batchOf(folder, configuration);
  const [end] = await runBatches(configuration, batch);
  expect(end).toMatchObject({ result: { inputs: 3, rejects: 0 } });
  expect(worker!.says.filter((says) => says.startsWith('Redis is'))).toEqual([
    'Redis is lost; trying again',
    'Redis is back',
  ]);
});

test('a worker that is told to stop finishes what it is at, and ends well', async () => {
  const folder = folderOf(slowDocuments(40));
  const redis = await RedisServer.start();
  ending.push(() => redis.remove());
  const [first] = workers(1, folder, redis.url);
  const configuration = configurationFor(folder, redis.url);
  const batch = await batchOf(folder, configuration);
  const running = runBatches(configuration, batch);
  await expect.poll(() => first!.says, { timeout: 20_000 }).toContain('stored');
  expect(await first!.kill('SIGTERM')).toBe(0);
  expect(first!.says.at(-1)).toBe('worker stopped');
  const [second] = workers(1, folder, redis.url);
  expect(await running).toMatchObject([{ result: { inputs: 40, rejects: 0 } }]);
  const said = [...first!.says, ...second!.says];
  expect(said.filter((says) => /stalled|lock lost|tried again/.test(says))).toEqual([]);
  expect(said.filter((says) => says === 'stored')).toHaveLength(40);
});
