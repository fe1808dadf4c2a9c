import { describe, expect, test } from 'vitest';
import { AddressGuard, isPublicAddress } from '../../workers/fetch/addresses.js';
import { failure, fetcherWith, signal, siteWith } from './fetcher.js';

test.each([
  ['8.8.8.8', true],
  ['2606:4700::1111', true],
  ['::ffff:8.8.8.8', true],
  ['127.0.0.1', false],
  ['127.9.9.9', false],
  ['0.0.0.0', false],
  ['10.1.2.3', false],
  ['172.16.0.1', false],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::1', false],
  ['::', false],
  ['::ffff:10.0.0.1', false],
  ['::127.0.0.1', false],
  ['64:ff9b::a00:1', false],
  ['2002:a00:1::', false],
  ['fc00::1', false],
  ['fe80::1', false],
  ['ff02::1', false],
  ['2001:db8::1', false],
  ['no address', false],
])('%s is public: %s', (address, is) => {
  expect(isPublicAddress(address)).toBe(is);
});

describe('what is forbidden', () => {
  test.each([
    'http://localhost:PORT/a',
    'http://localhost.:PORT/a',
    'http://[::1]:PORT/a',
    'http://[::ffff:127.0.0.1]:PORT/a',
    'http://2130706433:PORT/a',
    'http://0x7f.1:PORT/a',
    'http://name.example:PORT/a',
    'http://mixed.example:PORT/a',
  ])('%s is refused before any connection is tried', async (address) => {
    const site = await siteWith({ '/a': { body: 'x' } });
    const answers: Record<string, readonly string[]> = {
      localhost: ['127.0.0.1'],
      'localhost.': ['127.0.0.1'],
      'name.example': ['127.0.0.1'],
      'mixed.example': ['8.8.8.8', '127.0.0.1'],
    };
    const resolve = async (host: string) =>
      answers[host]!.map((one) => ({ address: one, family: 4 }));
    const { fetcher } = fetcherWith({ allowHosts: [] }, { resolve });
    const error = await failure(fetcher.fetch(address.replace('PORT', `${site.port}`), signal));
    expect(error).toMatchObject({ code: 'fetch_forbidden_address', retryable: false });
    expect(error.message).toContain('--allow-host');
    expect(site.connections).toBe(0);
  });

  test('a redirect to a private address is refused, also where a name stands for it', async () => {
    const inner = await siteWith({ '/secret': { body: 'x' } });
    const site = await siteWith({
      '/literal': { status: 302, headers: { location: 'http://10.0.0.1/secret' } },
      '/name': { status: 302, headers: { location: inner.url('/secret', 'localhost') } },
      '/metadata': { status: 307, headers: { location: 'http://169.254.169.254/latest' } },
      '/file': { status: 301, headers: { location: 'file:///etc/passwd' } },
    });
    const { fetcher } = fetcherWith();
    for (const path of ['/literal', '/name', '/metadata']) {
      const error = await failure(fetcher.fetch(site.url(path), signal));
      expect(error.code).toBe('fetch_forbidden_address');
    }
    const error = await failure(fetcher.fetch(site.url('/file'), signal));
    expect(error.code).toBe('fetch_bad_address');
    expect(inner.connections).toBe(0);
  });

  test('a name that answers otherwise the second time is asked once a connection', async () => {
    const site = await siteWith({ '/a': { body: 'x' } });
    let asked = 0;
    const resolve = async () => {
      asked++;
      return [{ address: asked === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 }];
    };
    const guard = new AddressGuard(['rebinding.example'], resolve);
    const address = await new Promise((done) => {
      guard.lookup('rebinding.example', { all: false }, (_, found) => done(found));
    });
    expect([address, asked, site.connections]).toEqual(['127.0.0.1', 1, 0]);
  });

  test.each(['ftp://127.0.0.1/a', 'file:///etc/passwd', 'http://u:p@127.0.0.1/', 'no address'])(
    '%s is no address to fetch',
    async (address) => {
      const { fetcher } = fetcherWith();
      expect((await failure(fetcher.fetch(address, signal))).code).toBe('fetch_bad_address');
    },
  );

  test('robots.txt forbids without the page being asked for', async () => {
    const site = await siteWith({
      '/robots.txt': { body: 'User-agent: *\nDisallow: /inner/\n' },
      '/inner/a': { body: 'x' },
      '/outer': { status: 302, headers: { location: '/inner/a' } },
    });
    const { fetcher } = fetcherWith();
    for (const path of ['/inner/a', '/outer']) {
      expect((await failure(fetcher.fetch(site.url(path), signal))).code).toBe('fetch_robots');
    }
    expect(site.paths).toEqual(['/outer']);
  });
});
