import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Reject } from '../../schemas/index.js';
import { RedisServer } from '../../scripts/redis-server.js';
import { existingDataset } from '../../workers/emission/existing-dataset.js';
import { extract } from '../../workers/extract.js';
import { FolderObjects } from '../../workers/object-store.js';
import { producerConnection } from '../../workers/queue/connection.js';
import { retryFailed } from '../../workers/queue/retry.js';
import { openQueues, statusOf } from '../../workers/queue/status.js';
import { extractOptions } from '../workers/fixtures/extract-options.js';
import { datasetFiles, folderOf, rowsOf } from '../workers/fixtures/folders.js';
import { batchOf, configurationFor, type Line, runBatches, workerFor } from './fixtures/queue.js';

const SILENT = { found: () => {}, finished: () => {}, childSays: () => {} };
const NOTHING_LOST = /stalled|lock lost/;

let redis: RedisServer;
beforeAll(async () => {
  redis = await RedisServer.start();
});
afterAll(() => redis.remove());

let prefix = 0;
const configured = (folder: string, others = {}) =>
  configurationFor(folder, redis.url, { prefix: `{test${prefix}}`, ...others });
beforeEach(() => {
  prefix++;
});

/** The dataset that the embedded engine makes of the same inputs under the same limits. */
async function embedded(folder: string, limits = {}): Promise<Record<string, string>> {
  const options = { ...extractOptions([join(folder, 'in')], join(folder, 'embedded')), ...limits };
  await extract(options, SILENT, new AbortController().signal);
  return datasetFiles(options.out);
}

const problems = (lines: readonly Line[]): string[] =>
  lines.filter(({ says }) => NOTHING_LOST.test(says)).map(({ says }) => says);

test('the dataset is the embedded one, what cannot be read included', async () => {
  const files: Record<string, string> = { 'in/none.xyz': 'x', 'in/twice.txt': '1.做第1件事。\n' };
  for (let index = 1; index <= 30; index++) files[`in/${index}.txt`] = `1.做第${index}件事。\n`;
  const folder = folderOf(files);
  const configuration = configured(folder);
  const { worker, lines } = await workerFor(configuration);
  try {
    const batch = await batchOf(folder, configuration);
    const [end] = await runBatches(configuration, batch);
    expect(end).toMatchObject({ result: { inputs: 32, rejects: 2 } });
    expect(datasetFiles(join(folder, 'out'))).toEqual(await embedded(folder));
    const codes = rowsOf<Reject>(join(folder, 'out'), 'rejects').map(({ code }) => code);
    expect(codes).toEqual(['unsupported_format', 'duplicate_input']);
    expect(problems(lines)).toEqual([]);
  } finally {
    await worker.stop();
  }
});

test('a hostile file is set aside once with its code, and the others are done', async () => {
  const files: Record<string, string> = {
    'in/hang.txt': 'hang\n',
    'in/explode.txt': 'explode\n',
    'in/crash.txt': 'crash\n',
  };
  for (let index = 1; index <= 20; index++) files[`in/${index}.txt`] = `1.做第${index}件事。\n`;
  const folder = folderOf(files);
  const limits = { timeout: 2, maxMemory: 64 };
  const configuration = configured(folder, limits);
  const { worker, lines, address } = await workerFor(configuration);
  try {
    const batch = await batchOf(folder, configuration);
    const [end] = await runBatches(configuration, batch);
    expect(end).toMatchObject({ result: { inputs: 23, rejects: 3 } });
    expect(datasetFiles(join(folder, 'out'))).toEqual(await embedded(folder, limits));
    const aside = lines.filter(({ says }) => says === 'set aside').map(({ facts }) => facts.code);
    expect(aside.sort()).toEqual(['crashed', 'out_of_memory', 'timeout']);
    const again = lines.filter(({ says }) => says === 'failed; to be tried again');
    expect(again.map(({ facts }) => facts.code).sort()).toEqual(aside);
    expect(problems(lines)).toEqual([]);
    const metrics = await (await fetch(`${address}/metrics`)).text();
    expect(metrics).toContain('gongwen_rejects_total{code="timeout"} 1');
    expect(metrics).toContain('gongwen_jobs_total{queue="documents",outcome="completed"} 20');
    expect(metrics).not.toContain('hang.txt');
  } finally {
    await worker.stop();
  }
});

test('status tells failed jobs by code, and retry makes the dataset whole', async () => {
  const folder = folderOf({ 'in/a.txt': 'slow\n1.做事。\n', 'in/b.txt': 'slow\n2.做事。\n' });
  const tight = configured(folder, { timeout: 0.03 });
  const first = await workerFor(tight);
  const batch = await batchOf(folder, tight);
  const [end] = await runBatches(tight, batch);
  await first.worker.stop();
  expect(end).toMatchObject({ result: { inputs: 2, rejects: 2 } });

  const configuration = configured(folder);
  const silent = { lost: () => {}, back: () => {} };
  const connection = await producerConnection(configuration.redis, silent);
  const queues = openQueues(connection, configuration);
  const second = await workerFor(configuration);
  try {
    const status = await statusOf(connection, queues, Date.now());
    expect(status.failed).toEqual({ timeout: 2 });
    expect(status.queues.map(({ name, counts }) => [name, counts.failed])).toEqual([
      ['documents', 2],
      ['batches', 0],
    ]);
    const objects = new FolderObjects(configuration.store);
    const retried = await retryFailed(connection, configuration, objects, 'crashed');
    expect(retried).toEqual({ documents: 0, batches: 0 });
    expect(await retryFailed(connection, configuration, objects, 'timeout')).toEqual({
      documents: 2,
      batches: 1,
    });
    expect(await runBatches(configuration, batch)).toMatchObject([{ result: { rejects: 0 } }]);
    expect(datasetFiles(join(folder, 'out'))).toEqual(await embedded(folder));
    const after = await statusOf(connection, queues, Date.now());
    expect(after.failed).toEqual({});
    expect(after.queues[0]).toMatchObject({ name: 'documents', workers: 1, secondsLeft: 0 });
    expect(after.queues[0]!.perSecond).toBeGreaterThan(0);
  } finally {
    await second.worker.stop();
    await Promise.all(queues.map((queue) => queue.close()));
    connection.disconnect();
  }
});

test('a dataset that stands needs no work; one that was touched is mended from the store', async () => {
  const folder = folderOf({ 'in/a.txt': '1.做一件事。\n', 'in/b.txt': '2.做第2件事。\n' });
  const configuration = configured(folder);
  const { worker, lines } = await workerFor(configuration);
  const out = join(folder, 'out');
  try {
    const batch = await batchOf(folder, configuration);
    await runBatches(configuration, batch);
    const before = datasetFiles(out);
    expect(existingDataset(out, batch.id)).toMatchObject({ counts: { documents: 2 } });
    writeFileSync(join(out, 'tasks.jsonl'), '');
    expect(existingDataset(out, batch.id)).toBeNull();
    lines.length = 0;
    await runBatches(configuration, batch);
    expect(datasetFiles(out)).toEqual(before);
    expect(lines.filter(({ facts }) => facts.queue === 'documents')).toEqual([]);
  } finally {
    await worker.stop();
  }
});

test('batches that share documents, and one folder, do not disturb each other', async () => {
  const files: Record<string, string> = {};
  for (let index = 1; index <= 12; index++) files[`in/${index}.txt`] = `slow\n做第${index}件事。\n`;
  const folder = folderOf(files);
  const configuration = configured(folder);
  const { worker } = await workerFor(configuration);
  try {
    const one = await batchOf(folder, configuration);
    const other = await batchOf(folder, configuration, 'other');
    writeFileSync(join(folder, 'in', '13.txt'), '做第13件事。\n');
    const larger = await batchOf(folder, configuration);
    const ends = await runBatches(configuration, one, other, larger);
    expect(ends.map((end) => end && 'result' in end && end.result.rejects)).toEqual([0, 0, 0]);
    expect(rowsOf(join(folder, 'other'), 'documents')).toHaveLength(12);
    expect([12, 13]).toContain(rowsOf(join(folder, 'out'), 'documents').length);
  } finally {
    await worker.stop();
  }
});

test('a file that changes or goes after it was submitted is a reject', async () => {
  const folder = folderOf({
    'in/a.txt': '1.做一件事。\n',
    'in/b.txt': '2.做第2件事。\n',
    'in/c.txt': '3.做第3件事。\n',
  });
  const configuration = configured(folder);
  const batch = await batchOf(folder, configuration);
  writeFileSync(join(folder, 'in/b.txt'), '2.做别的事。\n');
  rmSync(join(folder, 'in/c.txt'));
  const { worker, lines } = await workerFor(configuration);
  try {
    await runBatches(configuration, batch);
    const rejects = rowsOf<Reject>(join(folder, 'out'), 'rejects');
    expect(rejects.map(({ uri, code }) => [uri.slice(-5), code])).toEqual([
      ['b.txt', 'input_changed'],
      ['c.txt', 'missing'],
    ]);
    const tries = lines.filter(({ facts }) => facts.code === 'missing').map(({ says }) => says);
    expect(tries).toEqual(['failed; to be tried again', 'failed; to be tried again', 'rejected']);
  } finally {
    await worker.stop();
  }
});

test('a worker that is stopped hands back what it cannot finish', async () => {
  const folder = folderOf({ 'in/a.txt': '1.做一件事。\n', 'in/b.txt': 'hang\n' });
  const configuration = configured(folder, { grace: 0.5, timeout: 600 });
  const batch = await batchOf(folder, configuration);
  const first = await workerFor(configuration);
  const running = runBatches(configuration, batch);
  await expect
    .poll(() => first.lines.filter(({ says }) => says === 'stored').length, { timeout: 20_000 })
    .toBe(1);
  await first.worker.stop();
  expect(first.lines.map(({ says }) => says)).toContain(
    'time is over; jobs go back to their queue',
  );
  const second = await workerFor({ ...configuration, timeout: 1 });
  try {
    expect(await running).toMatchObject([{ result: { inputs: 2, rejects: 1 } }]);
    expect(problems(second.lines)).toEqual([]);
    const [reject] = rowsOf<Reject>(join(folder, 'out'), 'rejects');
    expect(reject).toMatchObject({ code: 'timeout' });
  } finally {
    await second.worker.stop();
  }
});

test('a store that fails is tried again, and what was lost by it comes back', async () => {
  const folder = folderOf({ 'in/a.txt': '1.做一件事。\n' });
  const configuration = configured(folder);
  const batch = await batchOf(folder, configuration);
  const { worker, lines } = await workerFor(configuration);
  const store = configuration.store;
  const content = datasetFiles(join(store, 'batches'));
  try {
    rmSync(store, { recursive: true });
    writeFileSync(store, '');
    const running = runBatches(configuration, batch);
    await expect
      .poll(() => lines.filter(({ facts }) => facts.code === 'environment').length, {
        timeout: 20_000,
      })
      .toBeGreaterThan(0);
    rmSync(store);
    const objects = new FolderObjects(store);
    objects.open();
    for (const [name, text] of Object.entries(content)) await objects.put(`batches/${name}`, text);
    expect(await running).toMatchObject([{ result: { inputs: 1, rejects: 0 } }]);
  } finally {
    await worker.stop();
  }
});
