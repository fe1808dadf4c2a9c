import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { ConvertedDocument } from '../../pipeline/converted.js';
import type { Reject } from '../../schemas/index.js';
import { NO_POSTGRESQL, postgresqlPrograms } from '../../scripts/ensure-postgresql.js';
import { PostgresqlServer } from '../../scripts/postgresql-server.js';
import { databasePlace } from '../../workers/postgresql/database-url.js';
import { type LoadSummary, loadDataset } from '../../workers/postgresql/load.js';
import { MIGRATIONS } from '../../workers/postgresql/migrations/index.js';
import { DATABASE_TABLES, DIGEST, TYPES } from '../../workers/postgresql/tables.js';
import {
  datasetOf,
  documentOf,
  HOSTILE,
  realDataset,
  sampleDocuments,
} from '../exports/fixtures/datasets.js';
import { expectedRows, tableNamed } from '../exports/fixtures/read-back.js';
import { contents, rowVersions } from './fixtures/contents.js';

if (postgresqlPrograms() === null) process.stderr.write(`${NO_POSTGRESQL}\n`);

vi.setConfig({ testTimeout: 240_000 });

let server: PostgresqlServer;
beforeAll(async () => {
  if (postgresqlPrograms() !== null) server = await PostgresqlServer.start();
});
afterAll(() => server?.remove());

const load = (dataset: string, schema: string): Promise<LoadSummary> =>
  loadDataset({ dataset, schema, place: databasePlace(server.url()), timeout: 60_000 });

/** Rows as text, in an order that does not hang on where they stand. */
const inOrder = (rows: readonly unknown[]): string[] =>
  rows.map((row) => JSON.stringify(row)).sort();

/** Rows inserted, updated and deleted, table by table, where there are any. */
const changesOf = ({ tables }: LoadSummary): Record<string, readonly number[]> =>
  Object.fromEntries(
    Object.entries(tables)
      .map(
        ([name, { inserted, updated, deleted }]) => [name, [inserted, updated, deleted]] as const,
      )
      .filter(([, counts]) => counts.some((count) => count > 0)),
  );

describe.skipIf(postgresqlPrograms() === null)('a load', () => {
  test('writes what the dataset holds, and the same again writes nothing', async () => {
    const dataset = await realDataset();
    const first = await load(dataset, 'same');
    expect(first.migrations).toEqual(MIGRATIONS.map(({ name }) => name));
    for (const table of DATABASE_TABLES.filter(({ name }) => name !== 'rejects')) {
      const expected = await expectedRows(dataset, tableNamed(table.name));
      expect(inOrder(await contents(server, 'same', table))).toEqual(inOrder(expected));
      const counts = { inserted: expected.length, updated: 0, deleted: 0, unchanged: 0 };
      expect(first.tables[table.name]).toEqual(counts);
    }
    expect(first.tables.tasks!.inserted).toBeGreaterThan(100);
    const before = await rowVersions(server, 'same');
    const second = await load(dataset, 'same');
    expect(second.migrations).toEqual([]);
    expect(changesOf(second)).toEqual({});
    expect(second.tables.tasks!.unchanged).toBe(first.tables.tasks!.inserted);
    expect(await rowVersions(server, 'same')).toEqual(before);
  });

  test('of one changed value writes one row, and notes what it was', async () => {
    const documents = await sampleDocuments('001_445cbee25541fbb5.txt');
    await load(datasetOf(documents), 'changed');
    const before = await rowVersions(server, 'changed');
    const task = documents[0]!.tasks[5]!;
    const title = task.title;
    task.title = '改了的标题';
    expect(changesOf(await load(datasetOf(documents), 'changed'))).toEqual({ tasks: [0, 1, 0] });
    const after = await rowVersions(server, 'changed');
    const moved = [...after].filter(([key, version]) => before.get(key) !== version);
    expect(moved.map(([key]) => key).filter((key) => !/^(loads|history) /.test(key))).toEqual([
      `tasks ${task.id}`,
    ]);
    expect(
      await server.query(
        'SELECT table_name, record_id, position, change, before, after FROM changed.history',
      ),
    ).toEqual([
      {
        ...{ table_name: 'tasks', record_id: task.id, position: null, change: 'changed' },
        ...{ before: { title }, after: { title: '改了的标题' } },
      },
    ]);
  });

  test('takes away what the dataset no longer holds, with all that names it', async () => {
    const kept = documentOf('d1', ['甲', '乙']);
    const removed = documentOf('d2', ['丙']);
    await load(datasetOf([kept, removed]), 'removed');
    const changes = changesOf(await load(datasetOf([kept]), 'removed'));
    expect(changes).toEqual({
      ...{ documents: [0, 0, 1], document_references: [0, 0, 1], document_warnings: [0, 0, 1] },
      ...{ units: [0, 0, 1], targets: [0, 0, 1], tasks: [0, 0, 1], task_units: [0, 0, 1] },
      ...{ task_deadlines: [0, 0, 1], task_contacts: [0, 0, 1], task_targets: [0, 0, 1] },
      quantities: [0, 0, 1],
    });
    const [withdrawn] = await server.query<{ before: { text: string }; after: unknown }>(
      "SELECT before, after FROM removed.history WHERE table_name = 'tasks'",
    );
    expect(withdrawn).toMatchObject({ before: { id: 'd2.t0', text: '丙' }, after: null });
    await load(datasetOf([kept, removed]), 'removed');
    expect(
      await server.query(
        "SELECT load_id, change FROM removed.history WHERE record_id = 'd2.t0' AND table_name = 'tasks' ORDER BY id",
      ),
    ).toEqual([
      { load_id: '2', change: 'withdrawn' },
      { load_id: '3', change: 'added' },
    ]);
  });

  test('puts back what somebody changed by hand', async () => {
    const dataset = datasetOf([documentOf('d1', ['甲', '乙'])]);
    await load(dataset, 'mended');
    await server.query("UPDATE mended.tasks SET text = '丁' WHERE id = 'd1.t1'");
    await server.query("DELETE FROM mended.task_deadlines WHERE task_id = 'd1.t0'");
    expect(changesOf(await load(dataset, 'mended'))).toEqual({
      tasks: [0, 1, 0],
      task_deadlines: [1, 0, 0],
    });
  });

  test('holds hostile texts as they are, but for NUL and halves of characters', async () => {
    const dataset = datasetOf([documentOf('d1', HOSTILE)]);
    const { replaced } = await load(dataset, 'hostile');
    expect(replaced).toBeGreaterThan(2);
    const storable = (value: unknown): unknown =>
      JSON.parse(
        JSON.stringify(value)
          .replaceAll('\\u0000', '\uFFFD')
          .replace(/\\ud[0-9a-f]{3}/g, '\uFFFD'),
      );
    for (const name of ['documents', 'tasks', 'task_units', 'units']) {
      const expected = storable(await expectedRows(dataset, tableNamed(name))) as { id?: string }[];
      const held = await contents(server, 'hostile', tableNamed(name));
      expect(inOrder(held)).toEqual(inOrder(expected));
    }
    expect(changesOf(await load(dataset, 'hostile'))).toEqual({});
  });

  test('finds a reject by what it says: one more changes no other row', async () => {
    const reject = (uri: string): Reject => ({
      ...{ uri, sha256: null, stage: 'read', code: 'no_text_layer', message: '无文字层' },
      document_id: null,
    });
    const documents: ConvertedDocument[] = [documentOf('d1', ['甲'])];
    const first = [reject('b.pdf'), reject('c.pdf'), reject('c.pdf')];
    await load(datasetOf(documents, first), 'rejects');
    const changes = changesOf(
      await load(datasetOf(documents, [reject('a.pdf'), ...first]), 'rejects'),
    );
    expect(changes).toEqual({ rejects: [1, 0, 0] });
    expect(changesOf(await load(datasetOf(documents, first.slice(0, 2)), 'rejects'))).toEqual({
      rejects: [0, 0, 2],
    });
  });

  test('takes any name for a schema', async () => {
    const dataset = datasetOf([documentOf('d1', ['甲'])]);
    const name = '温州"; DROP SCHEMA same; --';
    await load(dataset, name);
    expect(changesOf(await load(dataset, name))).toEqual({});
  });
});

describe.skipIf(postgresqlPrograms() === null)('the schema', () => {
  beforeAll(() => load(datasetOf([documentOf('d1', ['甲'])]), 'described'));

  test('has after all migrations the columns that the records have: else write a migration', async () => {
    const columns = await server.query<{
      table: string;
      column: string;
      type: string;
      required: boolean;
    }>(
      `SELECT relname AS table, attname AS column, format_type(atttypid, atttypmod) AS type, attnotnull AS required
        FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
        WHERE relnamespace = 'described'::regnamespace AND relkind = 'r' AND attnum > 0 AND NOT attisdropped
          AND relname NOT IN ('loads', 'history', 'gongwen_migrations')
        ORDER BY relname, attnum`,
    );
    const wanted = DATABASE_TABLES.flatMap((table) => [
      ...table.columns.map(({ name, type, nullable }) => [
        table.name,
        name,
        TYPES[type],
        !nullable,
      ]),
      [table.name, DIGEST, 'bytea', true],
    ]);
    expect(
      inOrder(columns.map(({ table, column, type, required }) => [table, column, type, required])),
    ).toEqual(inOrder(wanted));
  });

  test('has the keys and links of the tables', async () => {
    const keys = await server.query<{ table: string; text: string }>(
      `SELECT conrelid::regclass::text AS table, pg_get_constraintdef(oid) AS text FROM pg_constraint
        WHERE connamespace = 'described'::regnamespace AND contype IN ('p', 'f')`,
    );
    for (const { name, primaryKey, foreignKeys } of DATABASE_TABLES) {
      const texts = keys
        .filter(({ table }) => table === `described.${name}`)
        .map(({ text }) => text);
      const wanted = foreignKeys.map(
        (link) =>
          `FOREIGN KEY (${link.columns.join(', ')}) REFERENCES described.${link.table}(${link.references.join(', ')})`,
      );
      expect(texts.sort()).toEqual(
        [
          `PRIMARY KEY (${primaryKey.join(', ').replace('position', '"position"')})`,
          ...wanted,
        ].sort(),
      );
    }
  });

  test('says of each table and column what it holds', async () => {
    const silent = await server.query(
      `SELECT relname, attname FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0
        WHERE relnamespace = 'described'::regnamespace AND relkind = 'r'
          AND (col_description(pg_class.oid, attnum) IS NULL OR obj_description(pg_class.oid) IS NULL)`,
    );
    expect(silent).toEqual([]);
    const [column] = await server.query<{ text: string }>(
      "SELECT col_description('described.task_deadlines'::regclass, attnum) AS text FROM pg_attribute WHERE attrelid = 'described.task_deadlines'::regclass AND attname = 'ends_on'",
    );
    expect(column!.text).toBe('Last day; a month, quarter or year means its last day.');
  });
});
