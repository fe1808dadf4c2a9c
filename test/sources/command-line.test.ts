import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DocumentRecord } from '../../schemas/index.js';
import { RedisServer } from '../../scripts/redis-server.js';
import { folderOf, type Ran, rowsOf, runScript } from '../workers/fixtures/folders.js';
import { Site, tagged } from './site.js';

let redis: RedisServer;
let site: Site;
beforeAll(async () => {
  redis = await RedisServer.start();
  site = await Site.start({
    '/': tagged('"list"', { body: '<html><body><a href="/a.html">通知</a></body></html>' }),
    '/a.html': tagged('"a"', {
      body: '<html><body><h1>关于做好工作的通知</h1><p>一、优化服务。（责任单位：市商务委）</p></body></html>',
    }),
  });
});
afterAll(async () => {
  await redis.remove();
  await site.close();
});

const gongwen = (args: readonly string[], how?: Parameters<typeof runScript>[2]): Promise<Ran> =>
  runScript('cli/main.ts', args, how);

test('add, list, run, run again, remove', async () => {
  const cwd = folderOf({ 'in/b.txt': '1.做好甲事。\n' });
  const env = { GONGWEN_STORE: join(cwd, 'store'), GONGWEN_HOST_INTERVAL: '0.001' };
  const source = (...args: string[]): Promise<Ran> => gongwen(['source', ...args], { cwd, env });
  const city = ['city', site.url('/'), '--links', 'a', '--out', 'data'];
  expect((await source('add', ...city)).status).toBe(0);
  expect((await source('add', 'files', 'in')).status).toBe(0);
  const listed = (await source('list', '--json')).stdout.trim().split('\n');
  expect(listed.map((line) => JSON.parse(line))).toMatchObject([
    { name: 'city', kind: 'listing', links: 'a', out: join(cwd, 'data') },
    { name: 'files', kind: 'folder', path: join(cwd, 'in') },
  ]);

  const refused = await source('run', 'city', '--json');
  expect(refused.status).toBe(1);
  expect(JSON.parse(refused.stdout).rejects).toMatchObject([{ code: 'fetch_forbidden_address' }]);
  expect(site.connections).toBe(0);

  const all = ['run', '--all', '--out', 'all', '--allow-host', '127.0.0.1', '--json'];
  const first = await source(...all);
  expect(first.status).toBe(0);
  expect(JSON.parse(first.stdout)).toMatchObject({ asked: 1, unchanged: 0, existing: false });
  const uris = rowsOf<DocumentRecord>(join(cwd, 'all'), 'documents').map(
    ({ source }) => source.uri,
  );
  expect(uris).toEqual([site.url('/a.html'), 'in/b.txt']);
  const again = await source(...all);
  expect(JSON.parse(again.stdout)).toMatchObject({ asked: 1, unchanged: 1, existing: true });

  expect((await source('remove', 'city')).status).toBe(0);
  expect((await source('remove', 'city')).stderr).toContain('There is no source "city"');
});

test.each([
  [['add', 'a', 'https://a.cn/', '--links', 'a[['], 'is no CSS selector'],
  [['add', 'a', 'ftp://a.cn/'], 'an http or https address'],
  [['add', '../a', 'https://a.cn/'], 'letters, digits'],
  [['add', 'a', '/dev/null'], 'needs --list'],
  [['add', 'a', '/', '--list'], 'needs --list'],
  [['add', 'a', 'nowhere'], 'No such file or folder'],
  [['add', 'a', 'https://a.cn/', '--every', '1h'], 'needed for a source with a schedule'],
  [['add', 'a', 'https://a.cn/', '--every', 'often'], 'Give a time with its unit'],
  [['add', 'a', 'https://a.cn/', '--out', 'x', '--cron', 'at six'], 'is no cron expression'],
  [['add', 'a', 'https://a.cn/', '--timezone', 'Mars/Base'], 'Give a time zone'],
  [['run'], 'Name sources, or give --all.'],
  [['run', 'nobody'], 'There is no source "nobody"'],
])('source %j is wrong usage', async (args, says) => {
  const cwd = folderOf({});
  const { status, stderr } = await gongwen(['source', ...args], { cwd });
  expect(stderr).toContain(says);
  expect(status).toBe(2);
});

test('the scheduler gives a round to the queue and stops when told', async () => {
  const cwd = folderOf({});
  const env = {
    GONGWEN_STORE: join(cwd, 'store'),
    GONGWEN_REDIS_URL: redis.url,
    GONGWEN_ALLOW_HOST: '127.0.0.1',
    GONGWEN_HOST_INTERVAL: '0.001',
  };
  const added = [
    'source',
    'add',
    'city',
    site.url('/'),
    '--links',
    'a',
    '--out',
    'd',
    '--every',
    '1h',
  ];
  expect((await gongwen(added, { cwd, env })).status).toBe(0);
  const ran = await gongwen(['scheduler'], {
    cwd,
    env,
    onOutput: (text, signal) => {
      if (text.includes('round done')) signal('SIGTERM');
    },
  });
  expect(ran.status).toBe(0);
  expect(ran.stderr).toContain('"state":"added"');
  expect(ran.stderr).toContain('scheduler stopped');
});

test('submit takes addresses too', async () => {
  const cwd = folderOf({ 'in/b.txt': '1.做好甲事。\n' });
  const env = {
    GONGWEN_STORE: join(cwd, 'store'),
    GONGWEN_REDIS_URL: redis.url,
    GONGWEN_PREFIX: '{submitted}',
    GONGWEN_HOST_INTERVAL: '0.001',
  };
  const submit = ['submit', site.url('/a.html'), 'in', '--allow-host', '127.0.0.1', '--json'];
  const { status, stdout, stderr } = await gongwen(submit, { cwd, env });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({ state: 'added', inputs: 2 });
});
