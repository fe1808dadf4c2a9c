import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { folderOf, runScript } from '../workers/fixtures/folders.js';

const NOTICE =
  '关于做好供水工作的通知\n\n一、主要任务\n（一）2025年底前改造管网20公里。（责任单位：市水务局）\n';

const serve = (...args: string[]) => runScript('cli/main.ts', ['serve', ...args]);

describe('gongwen serve is refused with status 2 and a word', () => {
  test.each([
    [['--listen', '8080'], 'host:port'],
    [['--listen', '0.0.0.0:0'], '--token-file'],
    [['--dataset', 'output'], 'plans=output'],
    [['--dataset', 'a=samples'], 'holds no whole dataset'],
    [['--token-file', '/nowhere'], 'Cannot read'],
    [['--allow-origin', 'example.org'], 'origin'],
  ])('%j', async (args, says) => {
    const { status, stderr } = await serve(...args);
    expect(stderr).toContain(says);
    expect(status).toBe(2);
  });

  test('where another program has the port', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { status, stderr } = await serve('--listen', `127.0.0.1:${port}`);
    other.close();
    expect([status, stderr]).toEqual([2, expect.stringContaining('Cannot listen')]);
  });

  test('for a token that is easily guessed', async () => {
    const folder = folderOf({ 'tokens.txt': 'short\n' });
    const { status, stderr } = await serve('--token-file', join(folder, 'tokens.txt'));
    expect([status, stderr]).toEqual([2, expect.stringContaining('16 characters')]);
  });
});

describe('a service that is stopped', () => {
  const folder = folderOf({ 'tokens.txt': 'a-token-of-some-length\n' });
  const service = spawn(
    process.execPath,
    [
      ...['--import', 'tsx', 'cli/main.ts', 'serve', '--listen', '127.0.0.1:0', '--jobs', '1'],
      ...['--token-file', join(folder, 'tokens.txt'), '--max-bytes', '1m'],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let log = '';
  service.stderr.setEncoding('utf8').on('data', (text: string) => {
    log += text;
  });
  const address = new Promise<string>((resolve) =>
    service.stdout.setEncoding('utf8').once('data', (text: string) => resolve(text.trim())),
  );
  afterAll(() => service.kill('SIGKILL'));

  test('answers hostile files with codes and lives, ends what is at work, and then itself', async () => {
    const url = await address;
    const post = (body: string, name: string) =>
      fetch(`${url}/v1/extract?name=${name}`, {
        method: 'POST',
        body,
        headers: { authorization: 'Bearer a-token-of-some-length' },
      });
    expect((await fetch(`${url}/v1/extract`, { method: 'POST', body: NOTICE })).status).toBe(401);
    const hostile = [
      '%PDF-1.7\n'.repeat(9),
      'PK\u0003\u0004',
      '<html>'.repeat(50_000),
      '\u0000'.repeat(999),
    ];
    for (const body of hostile) expect([200, 422]).toContain((await post(body, 'a.bin')).status);
    const atWork = post(NOTICE.repeat(2000), 'long.txt');
    await expect
      .poll(
        async () =>
          (
            await fetch(`${url}/metrics`, {
              headers: { authorization: 'Bearer a-token-of-some-length' },
            })
          ).text(),
        { timeout: 20_000 },
      )
      .toContain('gongwen_service_jobs{state="running"} 1');
    service.kill('SIGTERM');
    const answer = await atWork;
    expect(answer.status).toBe(200);
    const { tasks } = (await answer.json()) as { tasks: unknown[] };
    expect(tasks.length).toBeGreaterThan(1000);
    const status = await new Promise((resolve) => service.once('exit', resolve));
    expect(status).toBe(0);
    expect(log).toContain('"msg":"stopped"');
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  });
});

test('a request that never ends is given up', async () => {
  const child = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      'cli/main.ts',
      'serve',
      '--listen',
      '127.0.0.1:0',
      '--request-timeout',
      '1',
    ],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const url = await new Promise<string>((resolve) =>
    child.stdout.setEncoding('utf8').once('data', (text: string) => resolve(text.trim())),
  );
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let heard = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    heard += text;
  });
  socket.write(`POST /v1/extract HTTP/1.1\r\nhost: ${hostname}\r\ncontent-length: 100\r\n\r\nabc`);
  await expect.poll(() => heard, { timeout: 50_000 }).toContain('HTTP/1.1 408');
  child.kill('SIGKILL');
});
