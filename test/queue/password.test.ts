import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Reject } from '../../schemas/index.js';
import { RedisServer } from '../../scripts/redis-server.js';
import { datasetFiles, folderOf, rowsOf, runScript } from '../workers/fixtures/folders.js';
import { batchOf, configurationFor, OPTIONS, runBatches, workerFor } from './fixtures/queue.js';

const SECRET = 'Sesame-7-open';

let redis: RedisServer;
beforeAll(async () => {
  redis = await RedisServer.start();
});
afterAll(() => redis.remove());

/** Everything that Redis holds, as it is written there. */
async function heldByRedis(): Promise<string> {
  const client = new Redis(redis.url);
  const held: string[] = [];
  for (const key of await client.keys('*'))
    held.push(key, (await client.dumpBuffer(key)).toString());
  client.disconnect();
  return held.join('\n');
}

test('a password is read from its file, and stands neither in Redis nor in the store', async () => {
  const folder = folderOf({
    'in/a.txt': `locked ${SECRET}\n1.做一件事。\n`,
    'in/b.txt': 'locked other\n2.做第2件事。\n',
    word: `${SECRET}\n`,
  });
  const configuration = configurationFor(folder, redis.url, { attempts: 2 });
  const asked = {
    options: { ...OPTIONS, password: SECRET },
    passwordFile: join(folder, 'word'),
  };
  const batch = await batchOf(folder, configuration, 'out', asked);
  const other = await batchOf(folder, configuration, 'other', {
    options: { ...OPTIONS, password: 'an older word' },
    passwordFile: join(folder, 'word'),
  });
  const { worker, lines } = await workerFor(configuration);
  try {
    const [end, changed] = await runBatches(configuration, batch, other);
    expect(end).toMatchObject({ result: { inputs: 2, rejects: 1 } });
    const [reject] = rowsOf<Reject>(join(folder, 'out'), 'rejects');
    expect(reject).toMatchObject({ code: 'encrypted', uri: join(folder, 'in/b.txt') });
    expect(changed).toEqual({
      error: `environment: ${join(folder, 'word')} holds another password than when submitted`,
    });
  } finally {
    await worker.stop();
  }
  expect(await heldByRedis()).not.toContain(SECRET);
  const batches = Object.values(datasetFiles(join(folder, 'store', 'batches'))).join('');
  expect(batches).toContain(join(folder, 'word'));
  expect(batches).not.toContain(SECRET);
  expect(readFileSync(join(folder, 'out', 'run.json'), 'utf8')).not.toContain(SECRET);
  expect(JSON.stringify(lines)).not.toContain(SECRET);
});

test('another password is another batch, and none is as before', async () => {
  const folder = folderOf({ 'in/a.txt': '1.做一件事。\n' });
  const configuration = configurationFor(folder, redis.url);
  const idWith = async (password: string | null): Promise<string> => {
    const file = join(folder, 'word');
    const given = password === null ? {} : { passwordFile: file };
    const options = { ...OPTIONS, password };
    return (await batchOf(folder, configuration, 'out', { options, ...given })).id;
  };
  const ids = [await idWith(null), await idWith('one'), await idWith('two'), await idWith('one')];
  expect(new Set(ids).size).toBe(3);
  expect(ids[3]).toBe(ids[1]);
});

test.each([
  [['--password', SECRET], /--password-file FILE/],
  [['--password-file', 'none.txt'], /The password cannot be read: .*none\.txt/],
])('submit %j says what to do', async (flags, says) => {
  const cwd = folderOf({});
  writeFileSync(join(cwd, 'a.txt'), '1.做一件事。\n');
  const { status, stderr } = await runScript('cli/main.ts', ['submit', 'a.txt', ...flags], { cwd });
  expect(status).toBe(2);
  expect(stderr).toMatch(says);
  expect(stderr).not.toContain(SECRET);
});
