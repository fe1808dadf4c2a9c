import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Extraction } from '../../library/extraction.js';
import { EngineError, Extractor, extract } from '../../library/index.js';
import { Task } from '../../schemas/index.js';
import type { Engine } from '../../service/extract/jobs.js';
import { jsonOf, serviceWith } from './fixtures/service.js';

const SAMPLE = 'samples/003_c4e5ca01fbf6fd27.txt';
const NOTICE =
  '关于做好供水工作的通知\n\n一、主要任务\n（一）2025年底前改造管网20公里。（责任单位：市水务局）\n';

interface JobBody {
  readonly id: string;
  readonly state: string;
  readonly ahead: number;
  readonly result: string | null;
}

/** An engine whose documents end when they are told to; each holds what it is given. */
class HeldEngine implements Engine {
  readonly held: { readonly text: string; end(): void }[] = [];

  extract(bytes: Uint8Array, { signal }: { signal?: AbortSignal }): Promise<Extraction> {
    return new Promise((resolve, reject) => {
      const text = Buffer.from(bytes).toString();
      const empty = { documents: [], tasks: [], targets: [], quantities: [], units: [] };
      const end = (): void => resolve({ ...empty, tokens: [], texts: { text }, rejects: [] });
      signal?.addEventListener('abort', () => reject(signal.reason));
      this.held.push({ text, end });
    });
  }
}

const post = (url: string, body: string | Uint8Array, headers: Record<string, string> = {}) =>
  fetch(url, { method: 'POST', body: body as never, headers });

describe('a document', async () => {
  const engine = new Extractor({ run: 'thread', maxBytes: 2 ** 20 });
  const { url } = await serviceWith({}, engine);

  test('gives what the library gives', async () => {
    const bytes = readFileSync(SAMPLE);
    const {
      texts,
      tokens: _,
      ...tables
    } = await extract(bytes, { name: '通知.txt', run: 'thread' });
    const path = `${url}/v1/extract?name=${encodeURIComponent('通知.txt')}`;
    const response = await post(path, bytes);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(tables);
    expect(tables.tasks.length).toBeGreaterThan(10);
    expect(tables.documents[0]!.source.uri).toBe('通知.txt');
    const more = await (await post(`${path}&include=texts`, bytes)).json();
    expect(more).toEqual({ ...tables, texts });
  });

  test('comes as JSON Lines where these are accepted', async () => {
    const response = await post(`${url}/v1/extract?name=a.txt`, NOTICE, {
      accept: 'application/jsonl',
    });
    expect(response.headers.get('content-type')).toContain('application/x-ndjson');
    const lines = (await response.text()).trimEnd().split('\n');
    const records = lines.map((line) => JSON.parse(line) as { table: string; record: unknown });
    expect(records.map(({ table }) => table)).toEqual([
      'documents',
      'tasks',
      'targets',
      'quantities',
      'units',
    ]);
    expect(Task.parse(records[1]!.record).title).toBe('2025年底前改造管网20公里');
    expect((await post(`${url}/v1/extract`, NOTICE, { accept: 'image/png' })).status).toBe(406);
  });

  test.each([
    ['a form with a file', 'multipart/form-data; boundary=x', '--x\r\n\r\n', 415],
    ['fields', 'application/x-www-form-urlencoded', `text=${encodeURIComponent(NOTICE)}`, 415],
    ['bytes that curl calls fields', 'application/x-www-form-urlencoded', NOTICE, 200],
  ])('is told from a form: %s', async (_, type, body, status) => {
    const response = await post(`${url}/v1/extract?name=a.txt`, body, { 'content-type': type });
    expect(response.status).toBe(status);
    const answer = (await response.json()) as { code?: string; detail?: string };
    expect(answer.code).toBe(status === 200 ? undefined : 'unsupported_media_type');
    if (status === 415) expect(answer.detail).toContain('curl --data-binary @file');
  });

  test('may come packed', async () => {
    const packed = await post(`${url}/v1/extract?name=a.txt`, gzipSync(NOTICE), {
      'content-encoding': 'gzip',
    });
    expect(((await packed.json()) as Extraction).tasks).toHaveLength(1);
    const bomb = gzipSync(Buffer.alloc(8 * 2 ** 20, 'a'));
    const refused = await post(`${url}/v1/extract`, bomb, { 'content-encoding': 'gzip' });
    expect([refused.status, await refused.json()]).toMatchObject([413, { code: 'too_large' }]);
    const unknown = await post(`${url}/v1/extract`, NOTICE, { 'content-encoding': 'zstd-9' });
    expect([unknown.status, await unknown.json()]).toMatchObject([400, { code: 'bad_body' }]);
  });

  test.each([
    ['an empty one', '', 'empty'],
    ['bytes that are nothing', new Uint8Array(4000).fill(0xfe), 'bad_encoding'],
    ['a cut-off PDF', '%PDF-1.7\n1 0 obj\n', 'damaged'],
  ])('that cannot be read is told with its code: %s', async (_, body, code) => {
    const response = await post(`${url}/v1/extract?name=a.bin`, body);
    expect(response.status).toBe(422);
    const { documents, rejects } = (await response.json()) as Extraction;
    expect([documents.length, rejects.map((reject) => reject.code)]).toEqual([0, [code]]);
  });

  test.each([
    ['?name=', 'name'],
    ['?encoding=klingon', 'encoding'],
    ['?ocr=yes', 'ocr'],
    ['?include=all', 'include'],
    ['?wait=-1', 'wait'],
  ])('with %s is not read at all', async (query, says) => {
    const response = await post(`${url}/v1/extract${query}`, NOTICE);
    const { code, detail } = (await response.json()) as { code: string; detail: string };
    expect([response.status, code]).toEqual([400, 'bad_query']);
    expect(detail).toContain(says);
  });

  test('that is too large is refused, whether it says so or not', async () => {
    const large = await post(`${url}/v1/extract`, new Uint8Array(2 ** 20 + 1));
    expect([large.status, await large.json()]).toMatchObject([413, { code: 'too_large' }]);
    const stream = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(2 ** 18)),
    });
    const endless = await rawPost(url, stream);
    expect(endless).toContain('HTTP/1.1 413');
    expect((await post(`${url}/v1/extract?name=a.txt`, NOTICE)).status).toBe(200);
  });
});

/** Posts chunks until an answer comes, as a client does that does not know how much it has. */
async function rawPost(url: string, stream: ReadableStream<Uint8Array>): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let answer = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    answer += text;
  });
  socket.write(
    `POST /v1/extract HTTP/1.1\r\nhost: ${hostname}\r\ntransfer-encoding: chunked\r\n\r\n`,
  );
  let sent = 0;
  for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) {
    socket.write(`${chunk.length.toString(16)}\r\n`);
    socket.write(chunk);
    socket.write('\r\n');
    sent += chunk.length;
    await new Promise((resolve) => setTimeout(resolve, 10));
    if (answer !== '' || sent > 4 * 2 ** 20) break;
  }
  socket.write('0\r\n\r\n');
  await expect.poll(() => answer).toContain('too_large');
  socket.destroy();
  return answer;
}

describe('a job', async () => {
  const engine = new HeldEngine();
  const { url } = await serviceWith({ engine: { jobs: 1, maxBytes: 2 ** 20 }, wait: 30 }, engine);
  const begin = async (text: string): Promise<JobBody> => {
    const response = await post(`${url}/v1/extract`, text, { prefer: 'respond-async' });
    expect(response.status).toBe(202);
    const job = (await response.json()) as JobBody;
    expect(response.headers.get('location')).toBe(`/v1/jobs/${job.id}`);
    return job;
  };

  test('is begun, watched, and gives its result', async () => {
    const first = await begin('one');
    const second = await begin('two');
    expect([first.state, second.state, second.ahead]).toEqual(['running', 'waiting', 0]);
    const third = await begin('three');
    expect(third.ahead).toBe(1);
    const early = await fetch(`${url}/v1/jobs/${third.id}/result`);
    expect(early.status).toBe(202);
    const events = await fetch(`${url}/v1/jobs/${third.id}/events`);
    expect(events.headers.get('content-type')).toContain('text/event-stream');
    const text = events.text();
    for (const [index, words] of ['one', 'two', 'three'].entries()) {
      await expect.poll(() => engine.held[index]?.text).toBe(words);
      engine.held[index]!.end();
    }
    const told = [...(await text).matchAll(/^event: job\ndata: (.*)\n\n/gm)].map(
      ([, data]) => JSON.parse(data!) as JobBody,
    );
    expect(told.map(({ state, ahead }) => `${state} ${ahead}`)).toEqual([
      'waiting 1',
      'waiting 0',
      'running 0',
      'done 0',
    ]);
    const result = await jsonOf(`${url}${told.at(-1)!.result}?include=texts`);
    expect(result).toMatchObject({ texts: { text: 'three' }, rejects: [] });
    expect(await jsonOf(`${url}/v1/jobs/${first.id}`)).toMatchObject({ state: 'done' });
  });

  test('is cancelled, at work or waiting, and is no more then', async () => {
    const atWork = await begin('four');
    const waiting = await begin('five');
    for (const { id } of [waiting, atWork]) {
      expect((await fetch(`${url}/v1/jobs/${id}`, { method: 'DELETE' })).status).toBe(204);
      expect((await fetch(`${url}/v1/jobs/${id}`)).status).toBe(404);
    }
    expect(engine.held.map(({ text }) => text)).not.toContain('five');
    const next = await begin('six');
    expect(next.state).toBe('running');
    engine.held.at(-1)!.end();
  });

  test('comes of a request that takes longer than it waits', async () => {
    const response = await post(`${url}/v1/extract?wait=0`, 'seven');
    expect(response.status).toBe(202);
    await expect.poll(() => engine.held.at(-1)!.text).toBe('seven');
    engine.held.at(-1)!.end();
  });

  test('of a client that has gone is given up', async () => {
    const controller = new AbortController();
    const gone = fetch(`${url}/v1/extract`, {
      method: 'POST',
      body: 'eight',
      signal: controller.signal,
    });
    await expect.poll(() => engine.held.at(-1)!.text).toBe('eight');
    controller.abort();
    await expect(gone).rejects.toThrow();
    await expect
      .poll(async () =>
        (await (await fetch(`${url}/metrics`)).text()).includes(
          'gongwen_service_jobs{state="running"} 0',
        ),
      )
      .toBe(true);
  });
});

describe('too much', () => {
  test('at work at a time is refused until there is room', async () => {
    const engine = new HeldEngine();
    const { url } = await serviceWith({ maxWaiting: 2, wait: 20 }, engine);
    const taken = [post(`${url}/v1/extract`, 'a'), post(`${url}/v1/extract`, 'b')];
    await expect.poll(() => engine.held.length).toBe(2);
    const refused = await post(`${url}/v1/extract`, 'c');
    expect([refused.status, await refused.json()]).toMatchObject([429, { code: 'busy' }]);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    for (const { end } of engine.held) end();
    expect((await Promise.all(taken)).map(({ status }) => status)).toEqual([200, 200]);
    const later = post(`${url}/v1/extract`, 'd');
    await expect.poll(() => engine.held.length).toBe(3);
    engine.held[2]!.end();
    expect((await later).status).toBe(200);
  });

  test('in bytes at a time is refused', async () => {
    const engine = new HeldEngine();
    const { url } = await serviceWith({ engine: { jobs: 9, maxBytes: 1000 }, wait: 20 }, engine);
    const body = 'a'.repeat(1000);
    for (let count = 0; count < 4; count++) void post(`${url}/v1/extract`, body).catch(() => {});
    await expect.poll(() => engine.held.length).toBe(4);
    expect((await post(`${url}/v1/extract`, body)).status).toBe(429);
    for (const { end } of engine.held) end();
  });

  test('of one client a second is refused', async () => {
    const { url } = await serviceWith({ rate: 1 });
    const statuses: number[] = [];
    for (let count = 0; count < 12; count++)
      statuses.push((await fetch(`${url}/v1/datasets`)).status);
    expect(statuses).toEqual([...Array(10).fill(200), 429, 429]);
    const refused = await fetch(`${url}/v1/datasets`);
    expect(await refused.json()).toMatchObject({ code: 'too_many_requests' });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });
});

test('a failing engine is told as a failure of the service, and logged', async () => {
  const engine = {
    extract: () => Promise.reject(new EngineError('engine', 'Child processes do not start')),
  };
  const { url, log } = await serviceWith({}, engine);
  expect((await post(`${url}/v1/extract`, NOTICE)).status).toBe(503);
  expect(log.filter(({ level }) => level === 'error')).toHaveLength(1);
});
