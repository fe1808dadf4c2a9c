import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Source } from '../../schemas/source.js';
import { RedisServer } from '../../scripts/redis-server.js';
import { FolderObjects } from '../../workers/object-store.js';
import type { Log } from '../../workers/queue/log.js';
import { Catalogue } from '../../workers/sources/catalogue.js';
import { queuedRounds } from '../../workers/sources/run-queued.js';
import { ROUNDS, type SchedulerSetup, SourceScheduler } from '../../workers/sources/scheduler.js';
import { configurationFor } from '../queue/fixtures/queue.js';
import { folderOf } from '../workers/fixtures/folders.js';

let redis: RedisServer;
beforeAll(async () => {
  redis = await RedisServer.start();
});
afterAll(() => redis.remove());

const QUIET: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** A store with sources, and what is needed to run schedulers of it. */
async function storeWith(prefix: string, sources: readonly object[]) {
  const folder = folderOf({});
  const configuration = configurationFor(folder, redis.url, { prefix, allowHost: '127.0.0.1' });
  const catalogue = new Catalogue(new FolderObjects(configuration.store));
  for (const source of sources) await catalogue.add(Source.parse(source));
  const connection = new Redis(redis.url, { maxRetriesPerRequest: null });
  const queue = new Queue(ROUNDS, { connection, prefix });
  const scheduler = (setup: Partial<SchedulerSetup>): SourceScheduler =>
    new SourceScheduler({ configuration, log: QUIET, round: async () => ({}), ...setup });
  const close = async (): Promise<void> => {
    await queue.close();
    connection.disconnect();
  };
  return { folder, configuration, catalogue, queue, scheduler, close };
}

const source = (name: string, schedule: object, out = '/nowhere') => ({
  kind: 'folder',
  name,
  path: `/${name}`,
  out,
  ...schedule,
});

async function until(is: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await is())) await delay(20);
}

test('two schedulers at once and a restart: each source runs once a tick', async () => {
  const names = ['a', 'b', 'c'];
  const store = await storeWith(
    '{ticks}',
    names.map((name) => source(name, { every: 1000 })),
  );
  const runs: string[] = [];
  const round = async ({ name }: Source): Promise<object> => {
    runs.push(name);
    await delay(20);
    return {};
  };
  const first = store.scheduler({ round });
  const second = store.scheduler({ round });
  await Promise.all([first.start(), second.start()]);
  const ranTimes = (times: number) => () =>
    names.every((name) => runs.filter((run) => run === name).length >= times);
  await until(ranTimes(2));
  await first.stop();
  const third = store.scheduler({ round });
  await third.start();
  await until(ranTimes(4));
  await Promise.all([second.stop(), third.stop()]);
  const done = await store.queue.getJobs(['completed']);
  const ticks = done.map(({ id }) => id!.split(':'));
  expect(done).toHaveLength(runs.length);
  for (const name of names) {
    const times = ticks
      .filter((parts) => parts.includes(name))
      .map((parts) => Number(parts.at(-1)));
    times.sort((one, other) => one - other);
    const steps = times.slice(1).map((time, index) => time - times[index]!);
    expect(Math.min(...steps)).toBeGreaterThanOrEqual(1000);
    expect(runs.filter((run) => run === name)).toHaveLength(times.length);
  }
  expect(await store.queue.getJobSchedulersCount()).toBe(names.length);
  await store.close();
});

test('schedules follow the store: changed, removed, by the clock of Shanghai', async () => {
  const store = await storeWith('{follow}', [
    source('daily', { cron: '0 6 * * *' }),
    source('hourly', { every: 3_600_000 }),
    { kind: 'folder', name: 'unplanned', path: '/x' },
  ]);
  const scheduler = store.scheduler({ lookAgain: 0.05 });
  await scheduler.start();
  const schedules = async () =>
    Object.fromEntries((await store.queue.getJobSchedulers()).map((one) => [one.key, one]));
  const { daily, ...others } = await schedules();
  expect(daily).toMatchObject({ pattern: '0 6 * * *', tz: 'Asia/Shanghai' });
  expect(new Date(daily!.next!).toISOString()).toMatch(/T22:00:00\.000Z$/);
  expect(Object.keys(others)).toEqual(['hourly']);
  await store.catalogue.remove('daily');
  await store.catalogue.replace(Source.parse(source('hourly', { every: 7_200_000 })));
  await until(async () => {
    const now = await schedules();
    return !now.daily && Number(now.hourly?.every) === 7_200_000;
  });
  await scheduler.stop();
  await store.close();
});

test('a round gives the batch to the workers, whose job names it and holds no document', async () => {
  const folder = folderOf({ 'in/a.txt': '1.做好甲事。\n' });
  const planned = {
    ...source('files', { every: 3_600_000 }, join(folder, 'out')),
    path: join(folder, 'in'),
  };
  const store = await storeWith('{round}', [planned]);
  const done: object[] = [];
  const log = {
    ...QUIET,
    info: (facts: object, says: string): void => {
      if (says === 'round done') done.push(facts);
    },
  };
  const scheduler = store.scheduler({
    round: queuedRounds(store.configuration),
    log,
  });
  await scheduler.start();
  await until(() => done.length > 0);
  await scheduler.stop();
  expect(done[0]).toMatchObject({ source: 'files', inputs: 1, rejects: 0, state: 'added' });
  const batches = new Queue('batches', { connection: { url: redis.url }, prefix: '{round}' });
  const [job] = await batches.getJobs(['waiting']);
  expect(job?.data).toEqual({ batch: job?.id, out: join(folder, 'out') });
  await batches.close();
  await store.close();
});
