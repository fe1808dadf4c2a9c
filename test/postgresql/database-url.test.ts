import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { databasePlace } from '../../workers/postgresql/database-url.js';
import { folderOf } from '../workers/fixtures/folders.js';

afterEach(() => vi.unstubAllEnvs());

const NAMES: readonly (readonly [string, Record<string, string>, string])[] = [
  ['postgres://li@db.example.org:6543/notices', {}, 'li@db.example.org:6543/notices'],
  ['postgresql://li:secret@db.example.org/notices', {}, 'li@db.example.org:5432/notices'],
  ['postgres://li@/notices?host=/run/postgresql', {}, 'li@/run/postgresql:5432/notices'],
  ['postgres://li@[::1]/notices', {}, 'li@[::1]:5432/notices'],
  ['postgres://li@localhost/%E5%85%AC%E6%96%87', {}, 'li@localhost:5432/公文'],
  [
    'postgres://',
    { PGHOST: 'db', PGPORT: '5433', PGUSER: 'wang', PGDATABASE: 'n' },
    'wang@db:5433/n',
  ],
  ['postgres://li@localhost', { PGUSER: 'wang' }, 'li@localhost:5432/li'],
];

test.each(NAMES)('%s with %j is %s', (url, environment, name) => {
  expect(databasePlace(url, environment).name).toBe(name);
});

test.each([
  'mysql://li:secret@localhost/notices',
  'li:secret@localhost',
  'postgres://li:secret@localhost:port/notices',
  'postgres://li:sec/ret@localhost/notices',
  'postgres://li:secret@localhost:99999/notices',
  'postgres://li:secret@localhost/notices?sslmode=verify-full&sslrootcert=/none.pem',
])('says what is wrong with %s, and not the password', (url) => {
  expect(() => databasePlace(url, {})).toThrow(/^(?!.*(secret|sec\/)).*\S/);
});

describe('the password', () => {
  const passwordOf = async (url: string): Promise<unknown> => {
    const { password } = databasePlace(url).config;
    return typeof password === 'function' ? await password() : password;
  };

  function passwordFile(mode: number): string {
    const path = join(folderOf({}), '.pgpass');
    writeFileSync(
      path,
      '# 密码\ndb.example.org:*:notices:li:from the file\nlocalhost:5432:*:li:of the socket\n',
    );
    chmodSync(path, mode);
    vi.stubEnv('PGPASSFILE', path);
    return path;
  }

  test('is that of the address, of PGPASSWORD, of the file, in this order', async () => {
    passwordFile(0o600);
    const url = 'postgres://li@db.example.org/notices';
    expect(await passwordOf(url)).toBe('from the file');
    vi.stubEnv('PGPASSWORD', '环境');
    expect(await passwordOf(url)).toBe('环境');
    expect(await passwordOf('postgres://li:p%40ss%2F@db.example.org/notices')).toBe('p@ss/');
  });

  test('of the usual socket is that of localhost, as libpq takes it', async () => {
    passwordFile(0o600);
    expect(await passwordOf('postgres://li@/notices?host=/var/run/postgresql')).toBe(
      'of the socket',
    );
    expect(await passwordOf('postgres://li@/notices?host=/srv/other')).toBe('');
  });

  test('is not read from a file that others can read', async () => {
    passwordFile(0o644);
    expect(await passwordOf('postgres://li@db.example.org/notices')).toBe('');
  });
});

test.each([
  ['', undefined],
  ['?sslmode=disable', false],
  ['?sslmode=require', { rejectUnauthorized: false }],
  ['?sslmode=verify-full', {}],
])('%s means what it means to libpq', (query, ssl) => {
  expect(databasePlace(`postgres://li@db/notices${query}`, {}).config.ssl).toEqual(ssl);
});

test.each([
  [{ PGSSLMODE: 'require' }, '', { rejectUnauthorized: false }],
  [{ PGSSLMODE: 'require' }, '?sslmode=disable', false],
  [{ PGSSLMODE: 'prefer' }, '', undefined],
])('%j with the address %s means what it means to libpq', (environment, query, ssl) => {
  const { config } = databasePlace(`postgres://li@db/notices${query}`, environment);
  expect(config.ssl).toEqual(ssl);
});

test('says that a mode lacks its certificate', () => {
  expect(() => databasePlace('postgres://li@db/notices?sslmode=verify-ca', {})).toThrow(
    /verify-ca needs .*sslrootcert=FILE/,
  );
});
