import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { RedisServer } from '../../scripts/redis-server.js';
import { folderOf, type Ran, runScript } from '../workers/fixtures/folders.js';
import { configurationFor, workerFor } from './fixtures/queue.js';
import { COMMAND_LINE, WorkerProcess } from './fixtures/worker-process.js';

const ending: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
});

type State = 'stopped' | 'gone' | 'full' | 'locked';

/** The address of a Redis in a state in which no work can be done. */
async function redisThatIs(state: State): Promise<string> {
  const redis = await RedisServer.start({ later: true });
  ending.push(() => redis.remove());
  if (state === 'gone') return redis.url;
  await redis.run();
  if (state === 'full') await redis.set('maxmemory', '100kb');
  if (state === 'locked') await redis.set('requirepass', 'right');
  if (state === 'stopped') {
    redis.pause();
    ending.push(() => redis.goOn());
  }
  return state === 'locked' ? redis.url.replace('//', '//:wrong@') : redis.url;
}

const SAYS: Readonly<Record<State, RegExp>> = {
  stopped: /takes connections and does not answer/,
  gone: /ECONNREFUSED/,
  full: /OOM|It is full/,
  locked: /WRONGPASS/,
};

/** What a command that is done once ends with; where Redis is full others but read. */
const ONCE: readonly [args: readonly string[], status: number, full: number][] = [
  [['check'], 1, 1],
  [['status'], 2, 0],
  [['submit', 'in', '--out', 'out'], 2, 2],
  [['retry'], 2, 0],
];

describe.each(Object.entries(SAYS) as [State, RegExp][])('Redis is %s', (state, says) => {
  test('commands that are done once say so and end', { timeout: 90_000 }, async () => {
    const cwd = folderOf({ 'in/a.txt': '1.做一件事。\n' });
    const env = {
      GONGWEN_REDIS_URL: await redisThatIs(state),
      GONGWEN_STORE: join(cwd, 'store'),
    };
    const run = (args: readonly string[]): Promise<Ran> =>
      runScript('cli/main.ts', args, { cwd, env });
    const ran = await Promise.all(ONCE.map(([args]) => run(args)));
    for (const [index, { status, stdout, stderr }] of ran.entries()) {
      const [args, usual, full] = ONCE[index]!;
      const expected = state === 'full' ? full : usual;
      expect([args[0], status]).toEqual([args[0], expected]);
      if (expected > 0) expect(stdout + stderr).toMatch(says);
    }
    if (state === 'full') return;
    const { status, stderr } = await run(['dashboard']);
    expect([status, stderr]).toEqual([2, expect.stringMatching(says)]);
  });

  test('a scheduler and a worker say so, go on trying and hear a signal', {
    timeout: 90_000,
  }, async () => {
    const cwd = folderOf({});
    const environment = {
      GONGWEN_REDIS_URL: await redisThatIs(state),
      GONGWEN_STORE: join(cwd, 'store'),
      GONGWEN_LISTEN: '127.0.0.1:0',
    };
    const long = ['scheduler', 'worker'].map(
      (command) => new WorkerProcess([...COMMAND_LINE, command], environment),
    );
    for (const one of long) {
      ending.push(() => one.kill('SIGKILL'));
      const told = (): string[] => one.log.filter((line) => line.includes('trying again'));
      await expect.poll(told, { timeout: 30_000 }).toEqual([expect.stringMatching(says)]);
      expect(await one.kill('SIGTERM')).toBe(0);
    }
  });
});

test('where Redis is full the dashboard says so, and goes on showing what it holds', async () => {
  const cwd = folderOf({});
  const env = { GONGWEN_REDIS_URL: await redisThatIs('full'), GONGWEN_STORE: join(cwd, 'store') };
  let heard = '';
  let shown: Promise<Response> | undefined;
  const { status, stdout, stderr } = await runScript(
    'cli/main.ts',
    ['dashboard', '--dashboard-listen', '127.0.0.1:0'],
    {
      cwd,
      env,
      onOutput: (text, signal) => {
        heard += text;
        if (shown || !heard.includes('trying again')) return;
        shown = fetch(new URL('/api/queues', /^http:\S+$/m.exec(heard)?.[0]));
        void shown.catch(() => {}).then(() => signal('SIGTERM'));
      },
    },
  );
  expect(stderr).toContain('Redis is lost (OOM: it has no memory left); trying again');
  expect(stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\n$/);
  expect((await shown)?.status).toBe(200);
  expect(status).toBe(0);
}, 60_000);

test('where Redis is full a worker is not ready, and is again when there is room', async () => {
  const redis = await RedisServer.start();
  ending.push(() => redis.remove());
  const { worker, address } = await workerFor(configurationFor(folderOf({}), redis.url));
  ending.push(() => worker.stop());
  const ready = async (): Promise<number> => (await fetch(`${address}/ready`)).status;
  const up = async (): Promise<string | undefined> =>
    /^gongwen_redis_up \d/m.exec(await (await fetch(`${address}/metrics`)).text())?.[0];
  await expect.poll(ready, { timeout: 15_000 }).toBe(200);
  await redis.set('maxmemory', '100kb');
  await expect.poll(ready, { timeout: 15_000 }).toBe(503);
  expect(await up()).toBe('gongwen_redis_up 0');
  await redis.set('maxmemory', '0');
  await expect.poll(ready, { timeout: 15_000 }).toBe(200);
  expect(await up()).toBe('gongwen_redis_up 1');
}, 60_000);
