import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { retryAfter } from '../../workers/fetch/retry-after.js';
import { parseRobots } from '../../workers/fetch/robots.js';
import { FETCH_DEFAULTS } from '../../workers/fetch/settings.js';
import { closing, failure, fetcherWith, signal, siteWith } from './fetcher.js';
import { endless, type Route, silent, tagged } from './site.js';

describe('politeness', () => {
  test('one request at a time, with the pause that robots.txt asks for', async () => {
    const site = await siteWith({
      '/robots.txt': { body: 'User-agent: gongwen\nCrawl-delay: 7\n' },
      '/a': { body: 'a' },
      '/b': { body: 'b' },
      '/c': { body: 'c' },
    });
    const { fetcher, pauses } = fetcherWith();
    await Promise.all(['/a', '/b', '/c'].map((path) => fetcher.fetch(site.url(path), signal)));
    expect(site.mostAtOnce).toBe(1);
    expect(pauses).toEqual([1, 7, 7]);
    expect(site.requests).toHaveLength(4);
  });

  test('a pause longer than allowed is no reason to go faster', async () => {
    const site = await siteWith({
      '/robots.txt': { body: 'User-agent: *\nCrawl-delay: 86400\n' },
    });
    const { fetcher } = fetcherWith();
    const error = await failure(fetcher.fetch(site.url('/a'), signal));
    expect(error).toMatchObject({ code: 'fetch_robots' });
    expect(site.paths).toEqual([]);
  });

  test.each(['429', '503'])('%s with Retry-After is heeded', async (status) => {
    const site = await siteWith({
      '/a': (_request, _response, asked) =>
        asked === 1
          ? { status: Number(status), headers: { 'retry-after': '9' } }
          : { body: 'at last' },
    });
    const { fetcher, pauses } = fetcherWith();
    const fetched = await fetcher.fetch(site.url('/a'), signal);
    expect(fetched).toMatchObject({ body: Buffer.from('at last') });
    expect(pauses).toEqual([1, 9]);
  });

  test('a Retry-After that is too long, and one without end, leave the site alone', async () => {
    const site = await siteWith({
      '/long': { status: 429, headers: { 'retry-after': '86400' } },
      '/ever': { status: 429, headers: { 'retry-after': '2' } },
    });
    const { fetcher } = fetcherWith();
    for (const path of ['/long', '/ever']) {
      const error = await failure(fetcher.fetch(site.url(path), signal));
      expect(error).toMatchObject({ code: 'fetch_throttled', retryable: true });
    }
    expect(site.paths).toEqual(['/long', '/ever', '/ever', '/ever']);
  });

  test('a robots.txt that fails forbids for now', async () => {
    const site = await siteWith({ '/robots.txt': { status: 500 }, '/a': { body: 'x' } });
    const { fetcher } = fetcherWith({ tries: 2 });
    const error = await failure(fetcher.fetch(site.url('/a'), signal));
    expect(error).toMatchObject({ code: 'fetch_robots_unreachable', retryable: true });
    expect(site.paths).toEqual([]);
  });

  test('the agent is named, and what is known is asked for conditionally', async () => {
    const site = await siteWith({ '/a': tagged('"1"', { body: 'x' }) });
    const { fetcher } = fetcherWith({ userAgent: 'archive-of-a-ministry' });
    const first = await fetcher.fetch(site.url('/a'), signal);
    if (first.unchanged) throw new Error('it is new');
    expect(first.validators).toEqual({ etag: '"1"', lastModified: null });
    expect(await fetcher.fetch(site.url('/a'), signal, first.validators)).toEqual({
      unchanged: true,
    });
    expect(site.requests.at(-1)?.headers['user-agent']).toBe('archive-of-a-ministry');
  });
});

describe('bounds', () => {
  test.each([
    ['endless', endless],
    ['too long by its header', { body: 'x'.repeat(5000) }],
    ['packed', { headers: { 'content-encoding': 'gzip' }, body: gzipSync('x'.repeat(10 ** 6)) }],
  ] as [string, Route][])('a body that is %s', async (_, route) => {
    const site = await siteWith({ '/a': route });
    const { fetcher } = fetcherWith({ maxBytes: 4096 });
    const error = await failure(fetcher.fetch(site.url('/a'), signal));
    expect(error).toMatchObject({ code: 'fetch_too_large', retryable: false });
  });

  test.each([
    ['no answer', silent],
    [
      'a body that stops',
      (_, response) => {
        response.write('x');
        return null;
      },
    ],
  ] as [string, Route][])('%s', async (_, route) => {
    const site = await siteWith({ '/a': route });
    const { fetcher } = fetcherWith({ wholeTimeout: 0.2, tries: 1 });
    const error = await failure(fetcher.fetch(site.url('/a'), signal));
    expect(error).toMatchObject({ code: 'fetch_timeout', retryable: true });
  });

  test('redirects without end, and to nowhere', async () => {
    const site = await siteWith({
      '/a': { status: 302, headers: { location: '/a' } },
      '/b': { status: 302 },
    });
    const { fetcher } = fetcherWith();
    for (const path of ['/a', '/b']) {
      expect((await failure(fetcher.fetch(site.url(path), signal))).code).toBe('fetch_redirects');
    }
    expect(site.paths).toHaveLength(FETCH_DEFAULTS.maxRedirects + 2);
  });

  test('what is packed is unpacked; a broken one is said', async () => {
    const packed = { 'content-encoding': 'gzip' };
    const site = await siteWith({
      '/a': { headers: packed, body: gzipSync('公文') },
      '/b': { headers: packed, body: 'no gzip' },
      '/c': { headers: { 'content-encoding': 'zebra' }, body: 'x' },
    });
    const { fetcher } = fetcherWith();
    expect(await fetcher.fetch(site.url('/a'), signal)).toMatchObject({
      body: Buffer.from('公文'),
    });
    for (const path of ['/b', '/c']) {
      expect((await failure(fetcher.fetch(site.url(path), signal))).code).toBe('fetch_bad_answer');
    }
  });

  test.each([
    [404, 'fetch_status', 1],
    [403, 'fetch_status', 1],
    [500, 'fetch_server_error', 3],
  ])('status %i is %s', async (status, code, asked) => {
    const site = await siteWith({ '/a': { status } });
    const { fetcher } = fetcherWith();
    expect(await failure(fetcher.fetch(site.url('/a'), signal))).toMatchObject({ code, status });
    expect(site.paths).toHaveLength(asked);
  });

  test('a site that is not there', async () => {
    const site = await siteWith({});
    const url = site.url('/a');
    await site.close();
    closing.splice(closing.indexOf(site), 1);
    const { fetcher } = fetcherWith({ tries: 1 });
    const error = await failure(fetcher.fetch(url, signal));
    expect(error).toMatchObject({ code: 'fetch_robots_unreachable', retryable: true });
  });

  test('an interruption ends it', async () => {
    const site = await siteWith({ '/a': silent });
    const { fetcher } = fetcherWith();
    const interrupted = new AbortController();
    const fetched = failure(fetcher.fetch(site.url('/a'), interrupted.signal));
    interrupted.abort(new Error('stop'));
    expect((await fetched).message).toBe('stop');
  });
});

test.each([
  ['120', 120_000],
  ['0', 0],
  ['Sat, 21 Nov 2026 00:00:30 GMT', 30_000],
  ['Sat, 21 Nov 2026 00:00:00 GMT', 0],
  ['soon', null],
  ['-5', null],
  ['', null],
  [undefined, null],
])('Retry-After %s asks for %s ms', (value, pause) => {
  expect(retryAfter(value, Date.UTC(2026, 10, 21))).toBe(pause);
});

test('robots.txt: the group that names us holds, else that of all', () => {
  const text = 'User-agent: *\nDisallow: /all/\n\nUser-agent: gongwen\nDisallow: /us/*.pdf$\n';
  const ours = parseRobots(text, 'gongwen');
  const others = parseRobots(text, 'other');
  const allowed = (path: string): boolean[] =>
    [ours, others].map((robots) => robots.isAllowed(`http://a.cn${path}`));
  expect(allowed('/all/a')).toEqual([true, false]);
  expect(allowed('/us/a.pdf')).toEqual([false, true]);
  expect(allowed('/us/a.htm')).toEqual([true, true]);
});
