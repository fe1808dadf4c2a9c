import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { serviceWith } from './fixtures/service.js';

const TOKEN = 'a-token-of-some-length';

/** The status of an answer to a request with any headers, Host among them. */
function statusOf(
  url: string,
  headers: Record<string, string>,
  method = 'GET',
): Promise<{ status: number; headers: NodeJS.Dict<string | string[]> }> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers }, (response) => {
      response.resume();
      resolve({ status: response.statusCode!, headers: response.headers });
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('names', async () => {
  const { url } = await serviceWith({ allowedHosts: ['gongwen.example.org'] });

  test.each([
    ['localhost:8080', 200],
    ['127.0.0.1', 200],
    ['[::1]:1', 200],
    ['gongwen.example.org', 200],
    ['GONGWEN.example.org:443', 200],
    ['evil.example.org', 403],
    ['127.0.0.1.evil.org', 403],
  ])('Host %s is answered with %i', async (host, status) => {
    expect((await statusOf(`${url}/v1/datasets`, { host })).status).toBe(status);
  });
});

describe('origins', async () => {
  const { url } = await serviceWith({ allowedOrigins: ['https://desk.example.org'] });

  test.each([
    ['https://desk.example.org', 200],
    [url, 200],
    ['https://evil.example.org', 403],
    ['null', 403],
    ['http://desk.example.org', 403],
  ])('%s is answered with %i', async (origin, status) => {
    const answer = await statusOf(`${url}/v1/datasets`, { origin });
    expect(answer.status).toBe(status);
    const allowed = answer.headers['access-control-allow-origin'];
    expect(allowed).toBe(status === 200 ? origin : undefined);
  });

  test('are told what they may ask before they ask', async () => {
    const answer = await statusOf(
      `${url}/v1/extract`,
      { origin: 'https://desk.example.org' },
      'OPTIONS',
    );
    expect(answer.status).toBe(204);
    expect(answer.headers['access-control-allow-methods']).toContain('POST');
    const foreign = await statusOf(
      `${url}/v1/extract`,
      { origin: 'https://evil.example.org' },
      'OPTIONS',
    );
    expect(foreign.status).toBe(403);
  });
});

describe('tokens', async () => {
  const { url } = await serviceWith({ tokens: ['another-token-of-length', TOKEN] });

  test.each([
    ['/v1/datasets', undefined, 401],
    ['/v1/datasets', `Bearer ${TOKEN}`, 200],
    ['/v1/datasets', `bearer ${TOKEN}`, 200],
    ['/v1/datasets', `Bearer ${TOKEN}x`, 401],
    ['/v1/datasets', `Basic ${TOKEN}`, 401],
    ['/metrics', undefined, 401],
    ['/openapi.json', undefined, 401],
    ['/healthz', undefined, 200],
    ['/ready', undefined, 200],
  ])('%s with %s is answered with %i', async (path, authorization, status) => {
    const headers = authorization === undefined ? {} : { authorization };
    const answer = await statusOf(`${url}${path}`, headers as Record<string, string>);
    expect(answer.status).toBe(status);
    if (status === 401) expect(answer.headers['www-authenticate']).toContain('Bearer');
  });
});

test('other methods are refused with those that there are', async () => {
  const { url } = await serviceWith();
  const answer = await statusOf(`${url}/v1/extract`, {}, 'GET');
  expect([answer.status, answer.headers.allow]).toEqual([405, 'POST']);
  expect((await statusOf(`${url}/v1/datasets`, {}, 'HEAD')).status).toBe(200);
});

test('figures are those of Prometheus, and name nothing that was asked', async () => {
  const { url } = await serviceWith();
  await fetch(`${url}/v1/datasets/secret/tasks?q=秘密`);
  const text = await (await fetch(`${url}/metrics`)).text();
  expect(text).toContain(
    'gongwen_http_requests_total{route="/v1/datasets/:name/tasks",status="404"} 1',
  );
  expect(text).not.toContain('secret');
  for (const [, name] of text.matchAll(/^# TYPE (\S+)/gm)) expect(name).toMatch(/^gongwen_/);
});
