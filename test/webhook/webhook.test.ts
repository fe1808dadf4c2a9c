import { execFile } from 'node:child_process';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { FolderObjects } from '../../workers/object-store.js';
import { signedHeaders, webhookKey } from '../../workers/webhook/signature.js';
import { Webhook } from '../../workers/webhook/webhook.js';
import { folderOf } from '../workers/fixtures/folders.js';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const KEY = webhookKey(SECRET)!;

interface Heard {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A receiver that answers as it is told, 200 where it is told nothing. */
const heard: Heard[] = [];
let answers: number[] = [];
const server = createServer(async (request, response) => {
  let body = '';
  for await (const piece of request.setEncoding('utf8')) body += piece;
  heard.push({ headers: request.headers, body });
  response.writeHead(answers.shift() ?? 200, { location: '/elsewhere' }).end('taken');
});
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
afterAll(() => server.close());

const CHANGE = { sources: ['city'], out: '/data/city', inputs: 3, rejects: 1 };
const change = { ...CHANGE, asked: 4, unchanged: 1, batch: null };

/** A webhook whose clock stands until it is moved. */
function webhookTo(to: string, folder = folderOf({})) {
  const clock = { now: Date.parse('2026-03-01T00:00:00Z') };
  const told: string[] = [];
  const events = {
    delivered: () => void told.push('delivered'),
    failed: (_: string, reason: string, last: boolean) =>
      void told.push(`${reason}${last ? ', given up' : ''}`),
  };
  const objects = new FolderObjects(join(folder, 'store'));
  const webhook = new Webhook({ url: to, key: KEY }, objects, events, () => clock.now);
  return { webhook, clock, told, folder };
}

beforeEach(() => {
  heard.length = 0;
  answers = [];
});

describe('the signature', () => {
  test('is that of standardwebhooks 1.1.1 for the same message', () => {
    const id = 'msg_p5jXN8AQM9LWM0D4loKWxJek';
    const message = { id, seconds: 1614265330, body: '{"test": 2432232314}' };
    expect(signedHeaders(KEY, message)).toEqual({
      'webhook-id': id,
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  test.each([
    ['whsec_', false],
    ['whsec_short', false],
    [`whsec_${Buffer.alloc(65).toString('base64')}`, false],
    ['whsec_not base64 at all, but long enough to be', false],
    [Buffer.alloc(32, 1).toString('base64'), true],
    [SECRET, true],
  ])('needs a key: %s', (secret, isKey) => {
    expect(webhookKey(secret) !== null).toBe(isKey);
  });
});

test('what is new is told once, signed, and is kept no longer', async () => {
  const { webhook, told } = webhookTo(url);
  await webhook.tell(change);
  await webhook.deliver();
  await webhook.deliver();
  expect(told).toEqual(['delivered']);
  expect(heard).toHaveLength(1);
  const [{ headers, body }] = heard as [Heard];
  const timestamp = '2026-03-01T00:00:00.000Z';
  expect(JSON.parse(body)).toEqual({ type: 'source.changed', timestamp, data: change });
  const seconds = Number(headers['webhook-timestamp']);
  expect(seconds).toBe(Date.parse(timestamp) / 1000);
  expect(headers).toMatchObject(
    signedHeaders(KEY, { id: `${headers['webhook-id']}`, body, seconds }),
  );
});

test('a try that fails is made again when its pause is over, under the same id', async () => {
  const { webhook, clock, told } = webhookTo(url);
  answers = [500, 302];
  await webhook.tell(change);
  await webhook.deliver();
  await webhook.deliver();
  expect(heard).toHaveLength(1);
  clock.now += 5000;
  await webhook.deliver();
  clock.now += 59_000;
  await webhook.deliver();
  expect(heard).toHaveLength(2);
  clock.now += 1000;
  await webhook.deliver();
  // A redirect is followed nowhere.
  expect(told).toEqual(['500', '302', 'delivered']);
  expect(new Set(heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  expect(new Set(heard.map(({ headers }) => headers['webhook-signature'])).size).toBe(3);
});

test('a message is kept where the receiver is away, also for another process', async () => {
  const closed = createServer();
  await new Promise<void>((done) => closed.listen(0, '127.0.0.1', done));
  const { port } = closed.address() as AddressInfo;
  await new Promise((done) => closed.close(done));
  const { webhook, told, folder } = webhookTo(`http://127.0.0.1:${port}/`);
  await webhook.tell(change);
  await webhook.deliver();
  expect(told).toEqual(['ECONNREFUSED']);
  const other = webhookTo(url, folder);
  other.clock.now += 5000;
  await other.webhook.deliver();
  expect([other.told, heard.length]).toEqual([['delivered'], 1]);
});

test.each([
  ['after its last try', Array.from({ length: 9 }, () => 503), 8],
  ['at once where the receiver wants no more', [410], 1],
])('a message is given up %s', async (_, refusals, tries) => {
  const { webhook, clock, told } = webhookTo(url);
  answers = [...refusals];
  await webhook.tell(change);
  for (let round = 0; round < 10; round++) {
    await webhook.deliver();
    clock.now += 36_000_000;
  }
  expect([heard.length, told.length]).toEqual([tries, tries]);
  expect(told.at(-1)).toContain('given up');
});

describe('gongwen source run', () => {
  const folder = folderOf({ 'in/a.txt': '关于做好供水工作的通知\n\n一、改造管网20公里。\n' });
  const run = (args: readonly string[], secret: string): Promise<{ status: number; err: string }> =>
    new Promise((done) => {
      const env = { ...process.env, GONGWEN_STORE: join(folder, 'store') };
      const given = secret === '' ? env : { ...env, GONGWEN_WEBHOOK_SECRET: secret };
      const command = ['--import', 'tsx', 'cli/main.ts', 'source', ...args];
      execFile(process.execPath, command, { env: given }, (error, _, err) =>
        done({ status: (error?.code as number | undefined) ?? 0, err }),
      );
    });

  test('tells what a round has found, and nothing where nothing is new', async () => {
    const out = join(folder, 'out');
    await run(['add', 'school', join(folder, 'in'), '--out', out], '');
    const once = ['run', 'school', '-q', '--webhook', url];
    expect(await run(once, SECRET)).toEqual({ status: 0, err: '' });
    expect(await run(once, SECRET)).toEqual({ status: 0, err: '' });
    expect(heard.map(({ body }) => JSON.parse(body).data)).toEqual([
      { sources: ['school'], out, inputs: 1, rejects: 0, asked: 0, unchanged: 0, batch: null },
    ]);
    const half = await run(once, '');
    expect([half.status, half.err]).toEqual([2, expect.stringContaining('GONGWEN_WEBHOOK_SECRET')]);
    const wrong = await run(once, 'secret');
    expect([wrong.status, wrong.err]).toEqual([2, expect.stringContaining('whsec_')]);
  });
});
