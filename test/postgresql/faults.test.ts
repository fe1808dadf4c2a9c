import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { postgresqlPrograms } from '../../scripts/ensure-postgresql.js';
import { PASSWORD, PostgresqlServer } from '../../scripts/postgresql-server.js';
import { freePort } from '../../scripts/redis-server.js';
import { databaseFault } from '../../workers/postgresql/fault.js';
import { datasetOf, documentOf } from '../exports/fixtures/datasets.js';
import { folderOf, type Ran, runScript } from '../workers/fixtures/folders.js';

/** Each load here is a process of its own. */
vi.setConfig({ testTimeout: 240_000 });

let server: PostgresqlServer;
beforeAll(async () => {
  if (postgresqlPrograms() === null) return;
  server = await PostgresqlServer.start();
  await server.query('CREATE ROLE guest LOGIN');
  await server.query("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0");
});
afterAll(() => server?.remove());

const dataset = datasetOf([documentOf('d1', ['甲'])]);
const load = (url: string, args: string[] = [], env: Record<string, string> = {}): Promise<Ran> =>
  runScript('cli/main.ts', ['load', dataset, url, '--quiet', ...args], {
    env: { PGPASSFILE: '/nowhere', ...env },
  });

/** The status, what was said, and that nothing else was. */
const refused = ({ status, stdout, stderr }: Ran): string => {
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^gongwen: [^\n]+\n$/);
  return stderr;
};

describe.skipIf(postgresqlPrograms() === null)('a load that cannot be', () => {
  test.each([
    ['a database that is not there', 'none', /no such database\. Make it: createdb/],
    ['an encoding without Han', 'latin', /encoding LATIN1.* createdb --encoding UTF8/],
  ])('%s', async (_, database, said) => {
    expect(refused(await load(server.url(database)))).toMatch(said);
  });

  test('a server that is away, by TCP and by a socket', async () => {
    const port = await freePort();
    const url = `postgres://li:secret@127.0.0.1:${port}/notices`;
    const tcp = refused(await load(url));
    expect(tcp).toBe(
      `gongwen: li@127.0.0.1:${port}/notices is out of reach: nothing listens there. Is the server running, and are host and port right?\n`,
    );
    expect(refused(await load('postgres://li@/n?host=/none'))).toMatch(/no socket of a server/);
  });

  test('no password, a wrong one; with the right one it goes', async () => {
    const url = server.tcpUrl();
    expect(refused(await load(url))).toMatch(/asks for a password\. Set PGPASSWORD, .*\.pgpass/);
    const wrong = refused(await load(url, [], { PGPASSWORD: 'wrong-and-secret' }));
    expect(wrong).toMatch(/refuses the password\. Set PGPASSWORD/);
    expect(wrong).not.toContain('wrong-and-secret');
    const inUrl = url.replace('@', `:${encodeURIComponent(PASSWORD)}@`);
    for (const ran of [
      await load(inUrl, ['--schema', 'of_url']),
      await load(url, ['--schema', 'of_environment'], { PGPASSWORD: PASSWORD }),
      await load(url, ['--schema', 'of_file'], { PGPASSFILE: passwordFile() }),
    ]) {
      expect(ran).toEqual({ status: 0, stdout: '', stderr: '' });
    }
  });

  function passwordFile(): string {
    const line = `127.0.0.1:*:postgres:*:${PASSWORD.replace(/[\\:]/g, '\\$&')}\n`;
    const path = join(folderOf({ pgpass: line }), 'pgpass');
    chmodSync(path, 0o600);
    return path;
  }

  test('no rights', async () => {
    const said = refused(await load(server.url('postgres', 'guest')));
    expect(said).toMatch(/permission denied for database postgres.* needs CREATE on the database/);
  });

  test('a schema of a later version, and tables of somebody else', async () => {
    expect((await load(server.url(), ['--schema', 'later'])).status).toBe(0);
    await server.query("INSERT INTO later.gongwen_migrations VALUES (99, '将来')");
    for (const args of [[], ['--check']]) {
      expect(refused(await load(server.url(), ['--schema', 'later', ...args]))).toMatch(
        /version 99, made by a later gongwen; this one knows \d+\. Install the later one/,
      );
    }
    await server.query('CREATE TABLE public.tasks (id integer)');
    const said = refused(await load(server.url(), ['--schema', 'public']));
    expect(said).toMatch(/"tasks" already exists.* --schema/);
    expect(await server.query("SELECT to_regclass('public.documents') AS made")).toEqual([
      { made: null },
    ]);
  });

  test('--check where nothing was loaded', async () => {
    const said = refused(await load(server.url(), ['--schema', 'nothing', '--check']));
    expect(said).toMatch(/no tables of gongwen in the schema nothing\. Load the dataset first/);
  });

  test('a record that names one that is not there', async () => {
    const broken = documentOf('d1', ['甲']);
    broken.quantities[0]!.target_id = 'd1.g9';
    const ran = await runScript('cli/main.ts', [
      ...['load', datasetOf([broken]), server.url(), '--schema', 'broken', '--quiet'],
    ]);
    expect(refused(ran)).toMatch(/Key \(target_id\)=\(d1\.g9\) is not present.*gongwen validate/);
  });

  test('wrong usage: no address, a bad name, no dataset', async () => {
    expect(refused(await load('mysql://localhost/n'))).toMatch(/postgres:\/\/user@host:port/);
    const name = await load(server.url(), ['--schema', '名'.repeat(22)]);
    expect([name.status, name.stderr]).toEqual([2, expect.stringContaining('63 bytes at most')]);
    const ran = await runScript('cli/main.ts', ['load', folderOf({}), server.url()]);
    expect(refused(ran)).toMatch(/holds no whole dataset/);
  });
});

test.each([
  [
    { code: '53300', message: 'sorry, too many clients already' },
    /as many connections as it takes/,
  ],
  [{ code: '25006', message: 'cannot execute in a read-only transaction' }, /Name the primary/],
  [{ code: '57P03', message: 'the database system is starting up' }, /Try again in a moment/],
  [{ code: 'DEPTH_ZERO_SELF_SIGNED_CERT', message: 'self-signed certificate' }, /sslrootcert=FILE/],
  [{ code: 'XX000', severity: 'ERROR', message: 'odd' }, /odd \(XX000\)\. Nothing was changed/],
])('%j is told in a sentence', (raised, said) => {
  const fault = databaseFault(Object.assign(new Error(raised.message), raised), 'li@db:5432/n');
  expect((fault as Error).message).toMatch(said);
});

test('a fault of the program itself stays one', () => {
  const error = new TypeError('x is not a function');
  expect(databaseFault(error, 'li@db:5432/n')).toBe(error);
});
