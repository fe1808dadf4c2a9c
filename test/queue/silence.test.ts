import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterEach, expect, test } from 'vitest';
import { RedisServer } from '../../scripts/redis-server.js';
import { folderOf, runScript } from '../workers/fixtures/folders.js';
import { configurationFor, workerFor } from './fixtures/queue.js';

const ending: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
});

/** The address of a server that takes connections and never says a word. */
async function silentServer(): Promise<string> {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ending.push(() => server.close());
  return `redis://127.0.0.1:${(server.address() as { port: number }).port}`;
}

test('commands that are done once say that Redis does not answer', {
  timeout: 90_000,
}, async () => {
  const cwd = folderOf({ 'in/a.txt': '1.做一件事。\n' });
  const env = { GONGWEN_REDIS_URL: await silentServer(), GONGWEN_STORE: join(cwd, 'store') };
  const commands = [['status'], ['retry'], ['submit', 'in'], ['dashboard']];
  const ran = await Promise.all(
    commands.map((args) => runScript('cli/main.ts', args, { cwd, env })),
  );
  for (const { status, stderr } of ran) {
    expect(stderr).toContain('it takes connections and does not answer');
    expect(status).toBe(2);
  }
});

test('a worker says that Redis has stopped to answer, and that it is back', async () => {
  const redis = await RedisServer.start();
  ending.push(() => redis.remove());
  const { worker, lines, address } = await workerFor(configurationFor(folderOf({}), redis.url));
  ending.push(() => worker.stop());
  const ready = async (): Promise<number> => (await fetch(`${address}/ready`)).status;
  const metrics = async (): Promise<string> => (await fetch(`${address}/metrics`)).text();
  await expect.poll(ready).toBe(200);
  redis.pause();
  ending.push(() => redis.goOn());
  await expect.poll(ready, { timeout: 15_000 }).toBe(503);
  expect(await metrics()).toContain('gongwen_redis_up 0');
  expect(lines).toContainEqual(
    expect.objectContaining({
      says: 'Redis is lost; trying again',
      facts: expect.objectContaining({ reason: 'it takes connections and does not answer' }),
    }),
  );
  redis.goOn();
  await expect.poll(ready, { timeout: 15_000 }).toBe(200);
  expect(lines.at(-1)?.says).toBe('Redis is back');
}, 60_000);

test.each<[string, [string, string], RegExp]>([
  ['a wrong password', ['requirepass', 'right'], /WRONGPASS|NOAUTH/],
  ['no memory left', ['maxmemory', '1mb'], /OOM/],
])(
  '%s is said',
  async (_, setting, says) => {
    const redis = await RedisServer.start();
    ending.push(() => redis.remove());
    const administrator = new Redis(redis.url);
    await administrator.config('SET', ...setting);
    administrator.disconnect();
    const cwd = folderOf({ 'in/a.txt': '1.做一件事。\n' });
    const env = { GONGWEN_REDIS_URL: redis.url, GONGWEN_STORE: join(cwd, 'store') };
    const { status, stderr } = await runScript('cli/main.ts', ['submit', 'in'], { cwd, env });
    expect(stderr).toMatch(/^gongwen: Redis /);
    expect(stderr).toMatch(says);
    expect(status).toBe(2);
  },
  60_000,
);
