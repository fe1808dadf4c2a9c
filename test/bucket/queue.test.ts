import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { pythonWithMoto } from '../../scripts/ensure-s3-server.js';
import { RedisServer } from '../../scripts/redis-server.js';
import { S3Server } from '../../scripts/s3-server.js';
import { markedInBucket } from '../../workers/bucket/dataset-mirror.js';
import { pullDataset } from '../../workers/bucket/pull.js';
import { extract } from '../../workers/extract.js';
import { isAlive } from '../../workers/is-alive.js';
import { batchOf, configurationFor, runBatches } from '../queue/fixtures/queue.js';
import { embeddedDataset, slowDocuments } from '../queue/fixtures/slow-documents.js';
import { MISBEHAVING_WORKER, WorkerProcess } from '../queue/fixtures/worker-process.js';
import { extractOptions } from '../workers/fixtures/extract-options.js';
import { datasetFiles, folderOf, rowsOf } from '../workers/fixtures/folders.js';

const SILENT = { found: () => {}, finished: () => {}, childSays: () => {} };
const NEVER = new AbortController().signal;
const ending: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(ending.splice(0).map((end) => end()));
  vi.unstubAllEnvs();
});

async function servers() {
  const [redis, bucket] = await Promise.all([RedisServer.start(), S3Server.start()]);
  ending.push(
    () => redis.remove(),
    () => bucket.remove(),
  );
  for (const [name, value] of Object.entries(bucket.environment)) vi.stubEnv(name, value);
  return { redis, bucket };
}

function workers(count: number, redis: RedisServer, bucket: S3Server): WorkerProcess[] {
  return Array.from({ length: count }, () => {
    const worker = new WorkerProcess(MISBEHAVING_WORKER, {
      ...bucket.environment,
      GONGWEN_REDIS_URL: redis.url,
      GONGWEN_STORE: bucket.url('store'),
      GONGWEN_JOBS: '1',
      GONGWEN_LOCK: '1',
      GONGWEN_LISTEN: '127.0.0.1:0',
    });
    ending.push(() => worker.kill('SIGKILL'));
    return worker;
  });
}

const temporary = (): string[] =>
  readdirSync(tmpdir()).filter((name) => {
    const pid = /^gongwen-dataset-(\d+)-/.exec(name)?.[1];
    return pid !== undefined && isAlive(Number(pid));
  });

describe.skipIf(pythonWithMoto() === null)('workers that share Redis and a bucket alone', () => {
  test('are killed again and again, and the dataset is that of an undisturbed run', async () => {
    const folder = folderOf(slowDocuments(60));
    const { redis, bucket } = await servers();
    const configuration = configurationFor(folder, redis.url, { store: bucket.url('store') });
    const out = bucket.url('data/one');
    const both = workers(2, redis, bucket);
    const batch = await batchOf(folder, configuration, out);
    const expected = await embeddedDataset(folder);
    // Its inputs are in the bucket; no worker could find their files.
    rmSync(join(folder, 'in'), { recursive: true });
    const running = runBatches(configuration, batch);
    for (const victim of [both[0]!, both[1]!, both[0]!, both[1]!]) {
      const before = victim.says.length;
      await expect.poll(() => victim.says.slice(before), { timeout: 30_000 }).toContain('stored');
      await victim.kill('SIGKILL');
      victim.start();
    }
    await redis.kill('SIGKILL');
    await redis.run();
    expect(await running).toMatchObject([{ result: { inputs: 60, rejects: 0 } }]);
    const pulled = join(folder, 'pulled');
    await pullDataset(out, pulled, NEVER);
    expect(datasetFiles(pulled)).toEqual(expected);
    expect(temporary()).toEqual([]);
  }, 180_000);

  test('a bucket that answers nothing for a while is laid to no document', async () => {
    const folder = folderOf(slowDocuments(12));
    const { redis, bucket } = await servers();
    const configuration = configurationFor(folder, redis.url, { store: bucket.url('store') });
    const out = bucket.url('data/one');
    const batch = await batchOf(folder, configuration, out);
    const [worker] = workers(1, redis, bucket);
    const running = runBatches(configuration, batch);
    await expect.poll(() => worker!.says, { timeout: 30_000 }).toContain('stored');
    bucket.pause();
    await delay(3000);
    bucket.goOn();
    expect(await running).toMatchObject([{ result: { inputs: 12, rejects: 0 } }]);
    const pulled = join(folder, 'pulled');
    await pullDataset(out, pulled, NEVER);
    expect(datasetFiles(pulled)).toEqual(await embeddedDataset(folder));
  }, 120_000);

  test('a dataset is gone on from, by another worker too, and keeps its snapshots', async () => {
    const folder = folderOf(slowDocuments(3));
    const { redis, bucket } = await servers();
    const configuration = configurationFor(folder, redis.url, { store: bucket.url('store') });
    const out = bucket.url('data/one');
    const [first] = workers(1, redis, bucket);
    const before = await batchOf(folder, configuration, out);
    expect(await runBatches(configuration, before)).toMatchObject([{ result: { inputs: 3 } }]);
    await first!.kill('SIGTERM');
    workers(1, redis, bucket);
    writeFileSync(join(folder, 'in/4.txt'), '4.做第四件事。\n');
    const after = await batchOf(folder, configuration, out);
    const [end] = await runBatches(configuration, after);
    expect(end).toMatchObject({ result: { inputs: 4, rejects: 0 } });
    expect(end).not.toHaveProperty('result.wholly');
    const pulled = join(folder, 'pulled');
    expect(await pullDataset(out, pulled, NEVER)).toMatchObject({ snapshots: 2 });
    expect(datasetFiles(pulled)).toEqual(await embeddedDataset(folder));
    expect(rowsOf(join(pulled, 'latest'), 'changes').map(({ change }) => change)).toContain(
      'added',
    );
    // The same again has nothing to do, and asks no worker.
    expect(await markedInBucket(out, after.id, true)).not.toBeNull();
    expect(await markedInBucket(out, before.id, true)).toBeNull();
  }, 120_000);
});

describe.skipIf(pythonWithMoto() === null)('an embedded run with its store in a bucket', () => {
  const run = (folder: string, out: string, store: string | null, force = false) => {
    const options = { ...extractOptions([join(folder, 'in')], join(folder, out)), store, force };
    return extract(options, SILENT, NEVER);
  };

  test('gives the same dataset, and what another run has put there is not converted again', async () => {
    const folder = folderOf({ 'in/1.txt': '1.做第一件事。\n', 'in/2.txt': '2.做第二件事。\n' });
    const bucket = await S3Server.start();
    ending.push(() => bucket.remove());
    for (const [name, value] of Object.entries(bucket.environment)) vi.stubEnv(name, value);
    const store = bucket.url('store');
    const cachedOf = async (out: string, force?: boolean): Promise<boolean[]> =>
      (await run(folder, out, store, force)).inputs.map(({ cached }) => cached);
    expect(await cachedOf('a')).toEqual([false, false]);
    expect(await cachedOf('b')).toEqual([true, true]);
    expect(await cachedOf('c', true)).toEqual([false, false]);
    await run(folder, 'd', null);
    const expected = datasetFiles(join(folder, 'd'));
    for (const out of ['a', 'b', 'c']) expect(datasetFiles(join(folder, out))).toEqual(expected);
    expect(existsSync(join(folder, 'a/.gongwen/store'))).toBe(false);
  });

  test('says what is wrong with the bucket, and writes nothing', async () => {
    const folder = folderOf({ 'in/1.txt': '1.做第一件事。\n' });
    vi.stubEnv('AWS_ENDPOINT_URL', 'http://127.0.0.1:1');
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'key');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
    await expect(run(folder, 'a', 's3://notices/store')).rejects.toThrow(
      /^Cannot write to s3:\/\/notices\/store: http:\/\/127\.0\.0\.1:1 cannot be reached \(bucket notices\)/,
    );
    expect(existsSync(join(folder, 'a/datapackage.json'))).toBe(false);
  });
});
