import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort, RedisServer } from '../../scripts/redis-server.js';
import { datasetFiles, folderOf, type Ran, runScript } from '../workers/fixtures/folders.js';

const gongwen = (args: readonly string[], how?: Parameters<typeof runScript>[2]): Promise<Ran> =>
  runScript('cli/main.ts', args, how);

let redis: RedisServer;
beforeAll(async () => {
  redis = await RedisServer.start();
});
afterAll(() => redis.remove());

const NOTICE = '关于做好工作的通知\n\n一、主要任务\n1.优化服务。（责任单位：市商务委）\n';

test('a batch through the command line: submit, worker, status, again, check', async () => {
  const cwd = folderOf({ 'in/a.txt': NOTICE, 'in/b.txt': '' });
  const env = {
    GONGWEN_REDIS_URL: redis.url,
    GONGWEN_STORE: join(cwd, 'store'),
    GONGWEN_LISTEN: '127.0.0.1:0',
    GONGWEN_JOBS: '1',
  };
  const given = await gongwen(['submit', 'in', '--json'], { cwd, env });
  expect(given).toMatchObject({ status: 0, stderr: '' });
  expect(JSON.parse(given.stdout)).toMatchObject({ state: 'added', inputs: 2 });
  let stopWorker: (name: NodeJS.Signals) => void = () => {};
  const worker = gongwen(['worker'], {
    env,
    cwd,
    onOutput: (_text, signal) => {
      stopWorker = signal;
    },
  });
  const waited = await gongwen(['submit', 'in', '--wait', '--json'], { cwd, env });
  expect(waited.status).toBe(1);
  expect(JSON.parse(waited.stdout)).toMatchObject({
    out: 'output',
    counts: { documents: 1, tasks: 1, rejects: 1 },
    inputs: [{ uri: 'in/a.txt' }, { uri: 'in/b.txt' }],
    rejects: [{ uri: 'in/b.txt', code: 'empty', stage: 'read' }],
  });
  await gongwen(['extract', 'in', '--out', 'embedded', '-q'], { cwd });
  expect(datasetFiles(join(cwd, 'output'))).toEqual(datasetFiles(join(cwd, 'embedded')));

  const status = await gongwen(['status', '--json'], { cwd, env });
  expect(JSON.parse(status.stdout)).toMatchObject({
    failed: {},
    queues: [
      { name: 'documents', workers: 1, counts: { completed: 2, failed: 0 }, secondsLeft: 0 },
      { name: 'batches', counts: { completed: 1 } },
    ],
  });
  expect((await gongwen(['status'], { cwd, env })).stdout).toContain('nothing failed');
  stopWorker('SIGTERM');
  expect((await worker).status).toBe(0);

  const before = datasetFiles(join(cwd, 'output'));
  const nobody = { ...env, GONGWEN_REDIS_URL: 'redis://127.0.0.1:1' };
  const again = await gongwen(['submit', 'in', '--wait', '-q'], { cwd, env: nobody });
  expect(again).toEqual({ status: 1, stdout: '', stderr: '' });
  expect(datasetFiles(join(cwd, 'output'))).toEqual(before);

  const check = await gongwen(['check'], { cwd, env: { ...env, GONGWEN_REDIS: 'x' } });
  expect(check.status).toBe(0);
  expect(check.stdout).toContain('warning configuration: GONGWEN_REDIS means nothing here');
  expect(await gongwen(['retry', '--json'], { cwd, env })).toMatchObject({
    status: 0,
    stdout: '{"documents":0,"batches":0}\n',
  });
});

test('a worker that is stopped while Redis is away ends when its time is over', async () => {
  const cwd = folderOf({});
  const away = await RedisServer.start();
  const env = { GONGWEN_REDIS_URL: away.url, GONGWEN_LISTEN: '127.0.0.1:0', GONGWEN_GRACE: '1' };
  let told = false;
  const { status, stderr } = await gongwen(['worker'], {
    cwd,
    env,
    onOutput: (text, signal) => {
      if (told || !text.includes('taking jobs')) return;
      told = true;
      void away.remove().then(() => signal('SIGTERM'));
    },
  });
  expect(status).toBe(0);
  expect(stderr).toContain('worker stopped');
});

test('without Redis producers say so at once', async () => {
  const cwd = folderOf({ 'in/a.txt': NOTICE });
  const env = { GONGWEN_REDIS_URL: `redis://u:secret@127.0.0.1:${await freePort()}` };
  for (const args of [['submit', 'in'], ['status'], ['retry'], ['dashboard']]) {
    const { status, stdout, stderr } = await gongwen(args, { cwd, env });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^gongwen: Redis cannot be reached at redis:\/\/127\.0\.0\.1:\d+/);
    expect(stderr).not.toContain('secret');
  }
});

test.each([
  [['worker', '--help'], 0, 'Examples:\n  $ gongwen '],
  [['submit', '--help'], 0, 'Examples:\n  $ gongwen '],
  [['status', '--help'], 0, 'Examples:\n  $ gongwen '],
  [['retry', '--help'], 0, 'Examples:\n  $ gongwen '],
  [['dashboard', '--help'], 0, 'Examples:\n  $ gongwen '],
  [['check', '--help'], 0, 'Examples:\n  $ gongwen '],
  [['worker', '--jobs', '0'], 2, '--jobs: "0" does not fit'],
  [['submit', 'https://[bad/'], 2, 'is no address'],
  [['submit', 'nowhere-at-all'], 2, 'No such file or folder'],
  [['worker', '--store', '/dev/null/x'], 2, 'The store cannot be written to'],
  [['dashboard', '--dashboard-listen', '0.0.0.0:0'], 2, 'GONGWEN_DASHBOARD_PASSWORD'],
])('%j', async (args, expected, says) => {
  const cwd = folderOf({});
  const env = { GONGWEN_REDIS_URL: redis.url, GONGWEN_STORE: join(cwd, 'store') };
  const { status, stdout, stderr } = await gongwen(args, { cwd, env });
  expect(stdout + stderr).toContain(says);
  expect(status).toBe(expected);
});

test('the documents in containers are those that extract makes of them', async () => {
  const rows = [1, 2, 3].map((number) => ({
    content: NOTICE.replace('1.优化服务', `1.优化第${number}项服务`),
    link: `https://example.gov.cn/${number}`,
  }));
  const cwd = folderOf({
    'in/a.txt': NOTICE,
    'in/c.jsonl': `${rows.map((row) => JSON.stringify(row)).join('\n')}\n{"content": 3\n`,
  });
  execFileSync('tar', ['czf', 'in/t.tar.gz', '-C', 'in', 'a.txt'], { cwd });
  const env = {
    GONGWEN_REDIS_URL: redis.url,
    GONGWEN_STORE: join(cwd, 'store'),
    GONGWEN_LISTEN: '127.0.0.1:0',
    GONGWEN_JOBS: '1',
    GONGWEN_PREFIX: '{containers}',
  };
  let stopWorker: (name: NodeJS.Signals) => void = () => {};
  const worker = gongwen(['worker'], {
    env,
    cwd,
    onOutput: (_text, signal) => {
      stopWorker = signal;
    },
  });
  const args = ['in', '--id-field', 'link', '--meta-fields', 'link'];
  const waited = await gongwen(['submit', ...args, '--wait', '--json'], { cwd, env });
  expect(waited.status).toBe(1);
  const { counts, inputs } = JSON.parse(waited.stdout) as {
    counts: object;
    inputs: readonly { readonly uri: string }[];
  };
  expect(counts).toMatchObject({ documents: 4, tasks: 4, rejects: 2 });
  expect(inputs.map(({ uri }) => uri)).toContain('in/c.jsonl#2');
  await gongwen(['extract', ...args, '--out', 'embedded', '-q'], { cwd });
  expect(datasetFiles(join(cwd, 'output'))).toEqual(datasetFiles(join(cwd, 'embedded')));
  const again = await gongwen(['submit', ...args, '--wait', '--json'], { cwd, env });
  expect(JSON.parse(again.stdout)).toMatchObject({ existing: true });
  stopWorker('SIGTERM');
  expect((await worker).status).toBe(0);
}, 180_000);

test('an address that is refused ends submit with 1, a place that can never be written to a batch at once', async () => {
  const cwd = folderOf({ 'in/a.txt': NOTICE });
  const env = {
    GONGWEN_REDIS_URL: redis.url,
    GONGWEN_STORE: join(cwd, 'store'),
    GONGWEN_LISTEN: '127.0.0.1:0',
    GONGWEN_JOBS: '1',
  };
  const address = 'http://127.0.0.1:9/notice.html';
  const refused = await gongwen(['submit', address, '--out', 'fetched'], { cwd, env });
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain(`gongwen: ${address}: `);

  let stopWorker: (name: NodeJS.Signals) => void = () => {};
  const worker = gongwen(['worker'], {
    env,
    cwd,
    onOutput: (_text, signal) => {
      stopWorker = signal;
    },
  });
  const waited = await gongwen(['submit', 'in', '--out', '/proc/nowhere', '--wait'], { cwd, env });
  stopWorker('SIGTERM');
  await worker;
  expect(waited.status).toBe(2);
  expect(waited.stderr).toContain('Cannot write the dataset to /proc/nowhere');
}, 120_000);

test('extract says what to do with an address', async () => {
  const { status, stderr } = await gongwen(['extract', 'https://example.gov.cn/a.html']);
  expect(status).toBe(2);
  expect(stderr).toContain('gongwen submit https://example.gov.cn/a.html');
});
