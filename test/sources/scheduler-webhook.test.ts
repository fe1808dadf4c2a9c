import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { RedisServer } from '../../scripts/redis-server.js';
import { environmentName } from '../../workers/configuration/load.js';
import { folderOf, type Ran, rowsOf, runScript } from '../workers/fixtures/folders.js';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const NOTICE = '关于做好工作的通知\n\n一、主要任务\n1.优化服务。（责任单位：市商务委）\n';

interface Heard {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const heard: Heard[] = [];
const receiver = createServer(async (request, response) => {
  let body = '';
  for await (const piece of request.setEncoding('utf8')) body += piece;
  heard.push({ headers: request.headers, body });
  // The first try is turned away, as by a receiver that is being restarted.
  response.writeHead(heard.length === 1 ? 503 : 204).end();
});

let redis: RedisServer;
let url: string;
beforeAll(async () => {
  redis = await RedisServer.start();
  await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
});
afterAll(async () => {
  receiver.close();
  await redis.remove();
});

const idOf = ({ headers }: Heard): unknown => headers['webhook-id'];

/** What a receiver computes, by the words of Standard Webhooks. */
function signatureOf({ headers, body }: Heard): string {
  const key = Buffer.from(SECRET.slice('whsec_'.length), 'base64');
  const said = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  return `v1,${createHmac('sha256', key).update(said).digest('base64')}`;
}

test('scheduler, worker and receiver as processes: what is new is told, signed, until it is taken', async () => {
  const cwd = folderOf({ 'in/a.txt': NOTICE });
  const env = {
    GONGWEN_REDIS_URL: redis.url,
    GONGWEN_STORE: join(cwd, 'store'),
    GONGWEN_LISTEN: '127.0.0.1:0',
    GONGWEN_JOBS: '1',
    GONGWEN_WEBHOOK: url,
    GONGWEN_WEBHOOK_SECRET: SECRET,
  };
  const gongwen = (...args: string[]) => runScript('cli/main.ts', args, { cwd, env });
  const out = join(cwd, 'out');
  expect(
    await gongwen('source', 'add', 'school', 'in', '--out', 'out', '--every', '1s'),
  ).toMatchObject({ status: 0 });
  const ending: ((name: NodeJS.Signals) => void)[] = [];
  const background = (command: string): Promise<Ran> => {
    let known = false;
    return runScript('cli/main.ts', [command], {
      cwd,
      env,
      onOutput: (_, signal) => {
        if (!known) ending.push(signal);
        known = true;
      },
    });
  };
  const running = [background('worker'), background('scheduler')];
  const again = (): Heard | undefined =>
    heard.slice(1).find((each) => idOf(each) === idOf(heard[0]!));
  await expect.poll(again, { timeout: 90_000, interval: 100 }).toBeDefined();
  await expect
    .poll(() => (rowsOfOrNone(out) as readonly unknown[]).length, { timeout: 30_000 })
    .toBe(1);
  for (const end of ending) end('SIGTERM');
  expect((await Promise.all(running)).map(({ status }) => status)).toEqual([0, 0]);

  const taken = again()!;
  expect(taken.body).toBe(heard[0]!.body);
  expect(JSON.parse(taken.body)).toMatchObject({
    type: 'source.changed',
    data: { sources: ['school'], out, inputs: 1, rejects: 0 },
  });
  for (const each of heard) expect(each.headers['webhook-signature']).toBe(signatureOf(each));
  // All of one batch: a round that looks before its dataset stands tells it again, later ones find nothing new.
  const batches = heard.map(
    ({ body }) => (JSON.parse(body) as { data: { batch: string } }).data.batch,
  );
  expect(new Set(batches).size).toBe(1);
}, 180_000);

function rowsOfOrNone(out: string): readonly unknown[] {
  try {
    return rowsOf(out, 'tasks');
  } catch {
    return [];
  }
}

test('the scheduler of compose.yaml is given the webhook, all of its settings are known, and the rest of the services too', () => {
  const { services } = parse(readFileSync('compose.yaml', 'utf8'), { merge: true }) as {
    services: Record<string, { environment?: Record<string, string> }>;
  };
  const scheduler = services.scheduler!.environment!;
  expect(scheduler[environmentName('webhook')]).toContain('GONGWEN_WEBHOOK');
  expect(scheduler[environmentName('webhookSecret')]).toContain('GONGWEN_WEBHOOK_SECRET');
  expect(scheduler[environmentName('redis')]).toBe('redis://redis:6379');
});
