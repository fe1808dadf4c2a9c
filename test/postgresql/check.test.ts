import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { postgresqlPrograms } from '../../scripts/ensure-postgresql.js';
import { PostgresqlServer } from '../../scripts/postgresql-server.js';
import { type CheckSummary, checkDatabase, isSame } from '../../workers/postgresql/check.js';
import { databasePlace } from '../../workers/postgresql/database-url.js';
import { loadDataset } from '../../workers/postgresql/load.js';
import { datasetOf, documentOf } from '../exports/fixtures/datasets.js';
import { runScript } from '../workers/fixtures/folders.js';
import { rowVersions } from './fixtures/contents.js';

/** Each load here is a process of its own. */
vi.setConfig({ testTimeout: 240_000 });

let server: PostgresqlServer;
beforeAll(async () => {
  if (postgresqlPrograms() !== null) server = await PostgresqlServer.start();
});
afterAll(() => server?.remove());

const dataset = datasetOf([documentOf('d1', ['甲', '乙']), documentOf('d2', ['丙'])]);
const order = (schema: string, user?: string) => ({
  ...{ dataset, schema, timeout: 60_000 },
  place: databasePlace(server.url('postgres', user)),
});

/** The tables that are not the same. */
const differing = ({ tables }: CheckSummary): object =>
  Object.fromEntries(Object.entries(tables).filter(([, table]) => !isSame(table)));

describe.skipIf(postgresqlPrograms() === null)('--check', () => {
  test('finds what was just loaded the same, and changes nothing', async () => {
    await loadDataset(order('same'));
    const before = await rowVersions(server, 'same');
    const summary = await checkDatabase(order('same'));
    expect(summary.same).toBe(true);
    expect(summary.tables.tasks).toEqual({
      ...{ dataset: 3, database: 3, missing: 0, different: 0, extra: 0, touched: 0, keys: [] },
    });
    expect(await rowVersions(server, 'same')).toEqual(before);
  });

  test('finds rows that were manipulated, taken away and put in', async () => {
    await loadDataset(order('other'));
    await server.query("UPDATE other.tasks SET text = text || ' ' WHERE id = 'd1.t1'");
    await server.query("UPDATE other.targets SET value = value + 0.0000001 WHERE id = 'd2.g0'");
    await server.query("DELETE FROM other.task_deadlines WHERE task_id = 'd2.t0'");
    await server.query(
      "INSERT INTO other.rejects SELECT 'x', 'a.pdf', NULL, 'read', 'bad_row', '', NULL, '\\x00'",
    );
    const summary = await checkDatabase(order('other'));
    expect(summary.same).toBe(false);
    expect(differing(summary)).toEqual({
      tasks: {
        ...{ dataset: 3, database: 3, missing: 0, different: 1, extra: 0, touched: 1 },
        keys: ['d1.t1'],
      },
      targets: {
        ...{ dataset: 2, database: 2, missing: 0, different: 1, extra: 0, touched: 1 },
        keys: ['d2.g0'],
      },
      task_deadlines: {
        ...{ dataset: 3, database: 2, missing: 1, different: 0, extra: 0, touched: 0 },
        keys: ['d2.t0/1'],
      },
      rejects: {
        ...{ dataset: 0, database: 1, missing: 0, different: 0, extra: 1, touched: 1 },
        keys: ['x'],
      },
    });
  });

  test('needs no right but to read and to make temporary tables', async () => {
    await loadDataset(order('read'));
    await server.query('CREATE ROLE reader LOGIN');
    await server.query('GRANT USAGE ON SCHEMA read TO reader');
    await server.query('GRANT SELECT ON ALL TABLES IN SCHEMA read TO reader');
    expect((await checkDatabase(order('read', 'reader'))).same).toBe(true);
  });

  test('ends with status 1 where they differ, 0 where they do not', async () => {
    const { status, stdout } = await runScript('cli/main.ts', [
      ...['load', dataset, server.url(), '--schema', 'told', '--quiet'],
    ]);
    expect([status, stdout]).toEqual([0, '']);
    const check = () =>
      runScript('cli/main.ts', [
        'load',
        dataset,
        server.url(),
        '--schema',
        'told',
        '--check',
        '-q',
        '--json',
      ]);
    const same = await check();
    expect([same.status, JSON.parse(same.stdout).same]).toEqual([0, true]);
    await server.query('UPDATE told.units SET tasks = 0');
    const other = await check();
    expect([other.status, JSON.parse(other.stdout).same]).toEqual([1, false]);
  });
});
