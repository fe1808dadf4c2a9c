import { setTimeout as delay } from 'node:timers/promises';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Source } from '../../schemas/source.js';
import { RedisServer } from '../../scripts/redis-server.js';
import { FolderObjects } from '../../workers/object-store.js';
import type { Log } from '../../workers/queue/log.js';
import { Catalogue } from '../../workers/sources/catalogue.js';
import { Rows } from '../../workers/sources/rows.js';
import { queuedRounds } from '../../workers/sources/run-queued.js';
import { SourceScheduler } from '../../workers/sources/scheduler.js';
import { SharedHostClock } from '../../workers/sources/shared-clock.js';
import { configurationFor } from '../queue/fixtures/queue.js';
import { COMMAND_LINE, WorkerProcess } from '../queue/fixtures/worker-process.js';
import { folderOf } from '../workers/fixtures/folders.js';
import { closing, siteWith } from './fetcher.js';
import { type Route, silent } from './site.js';

let redis: RedisServer;
beforeAll(async () => {
  redis = await RedisServer.start();
});
afterAll(() => redis.remove());

const page: Route = { body: '<html><body><p>1.做好甲事。</p></body></html>' };

async function catalogueOf(store: string, sources: readonly object[]): Promise<void> {
  const catalogue = new Catalogue(new FolderObjects(store));
  for (const source of sources) await catalogue.add(Source.parse(source));
}

test('a slow site holds up its own sources alone, which wait for each other', async () => {
  const slow = await siteWith({ '/robots.txt': silent });
  const quick = await siteWith({ '/a.html': page });
  const folder = folderOf({});
  const configuration = configurationFor(folder, redis.url, {
    ...{ prefix: '{slow}', allowHost: '127.0.0.1', hostInterval: 0.01 },
  });
  const url = (name: string, address: string): object => {
    return { kind: 'url', name, url: address, out: `${folder}/${name}`, every: 3_600_000 };
  };
  const crowd = Array.from({ length: 20 }, (_, index) => url(`s${index}`, slow.url(`/${index}`)));
  await catalogueOf(configuration.store, [...crowd, url('z', quick.url('/a.html'))]);
  const done: unknown[] = [];
  const log: Log = {
    debug: () => {},
    info: (facts: object, says: string) => {
      if (says === 'round done') done.push((facts as { source: unknown }).source);
    },
    warn: () => {},
    error: () => {},
  };
  const scheduler = new SourceScheduler({ configuration, log, round: queuedRounds(configuration) });
  await scheduler.start();
  await expect.poll(() => done, { timeout: 20_000 }).toEqual(['z']);
  expect(quick.paths).toEqual(['/a.html']);
  expect(slow.connections).toBe(1);
  await scheduler.stop();
});

test('rows: one of each at a time, so many in all', async () => {
  const rows = new Rows(2);
  const begun: string[] = [];
  const frees: (() => void)[] = [];
  const work = (name: string) => () =>
    new Promise<string>((resolve) => {
      begun.push(name);
      frees.push(() => resolve(name));
    });
  const names = ['a1', 'a2', 'b1', 'c1', 'n1'];
  const all = Promise.all(
    names.map((name) => rows.take(name.startsWith('n') ? null : name[0]!, work(name))),
  );
  for (const expected of [['a1', 'n1'], ['b1'], ['c1'], ['a2'], []]) {
    await delay(5);
    expect(begun.splice(0).sort()).toEqual(expected.sort());
    frees.shift()?.();
  }
  expect(await all).toEqual(names);
});

test('two schedulers have one clock a host', async () => {
  const configuration = { prefix: '{clock}', lock: 2 };
  const connections = [new Redis(redis.url), new Redis(redis.url)];
  for (const one of connections) closing.push({ close: async () => one.disconnect() });
  const clocks = connections.map((one) => new SharedHostClock(one, configuration));
  const { signal } = new AbortController();
  let atWork = 0;
  let ended = Number.NEGATIVE_INFINITY;
  const pauses: number[] = [];
  const work = async (): Promise<void> => {
    expect(++atWork).toBe(1);
    pauses.push(performance.now() - ended);
    await delay(20);
    ended = performance.now();
    atWork--;
  };
  const turn = (index: number) => clocks[index % 2]!.inTurn('a.cn', 100, signal, work);
  await Promise.all(Array.from({ length: 6 }, (_, index) => turn(index)));
  expect(Math.min(...pauses)).toBeGreaterThan(95);
  clocks[0]!.postpone('a.cn', 1000);
  await delay(50);
  await turn(1);
  expect(pauses.at(-1)).toBeGreaterThan(900);
});

test('a scheduler is killed in the midst of rounds, and each tick of each source is one round', async () => {
  const asked: string[] = [];
  const answer: Route = (request, response) => {
    asked.push(request.url!);
    setTimeout(() => response.end('<p>1.做好甲事。</p>'), 400);
    return null;
  };
  const site = await siteWith({ '/a.html': answer, '/b.html': answer });
  const folder = folderOf({});
  const store = `${folder}/store`;
  const names = ['a', 'b'];
  await catalogueOf(
    store,
    names.map((name) => {
      const url = site.url(`/${name}.html`);
      return { kind: 'url', name, url, out: `${folder}/${name}`, every: 1500 };
    }),
  );
  const scheduler = new WorkerProcess([...COMMAND_LINE, 'scheduler'], {
    ...{ GONGWEN_REDIS_URL: redis.url, GONGWEN_STORE: store, GONGWEN_PREFIX: '{killed}' },
    ...{ GONGWEN_LOCK: '1', GONGWEN_ALLOW_HOST: '127.0.0.1', GONGWEN_HOST_INTERVAL: '0.01' },
  });
  closing.push({ close: async () => void (await scheduler.kill('SIGKILL')) });
  const rounds = new Queue('rounds', { connection: { url: redis.url }, prefix: '{killed}' });
  closing.push(rounds);
  const ticksAt = async (state: 'active' | 'completed' | 'failed') =>
    (await rounds.getJobs([state])).map(({ id }) => id!).sort();
  const interrupted: string[] = [];
  for (const kills of [1, 2]) {
    const before = asked.length;
    await expect.poll(() => asked.length, { timeout: 20_000 }).toBeGreaterThan(before);
    await scheduler.kill('SIGKILL');
    interrupted.push(...(await ticksAt('active')));
    expect(interrupted.length).toBeGreaterThanOrEqual(kills);
    scheduler.start();
  }
  const wanted = [...new Set(interrupted)].sort();
  await expect
    .poll(() => ticksAt('completed'), { timeout: 30_000 })
    .toEqual(expect.arrayContaining(wanted));
  await scheduler.kill('SIGTERM');
  const completed = await ticksAt('completed');
  expect(new Set(completed).size).toBe(completed.length);
  expect(await ticksAt('failed')).toEqual([]);
  const batches = new Queue('batches', { connection: { url: redis.url }, prefix: '{killed}' });
  closing.push(batches);
  expect(await batches.getJobCounts('waiting', 'prioritized')).toMatchObject({ waiting: 2 });
});
