import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { QueryError, query } from '../../workers/exports/query.js';
import { NoDatasetError } from '../../workers/validate-dataset.js';
import { datasetOf, documentOf, newFolder } from './fixtures/datasets.js';

let dataset: string;

beforeAll(() => {
  dataset = datasetOf([documentOf('d1', ['甲', '乙', '丙'])]);
});

const rowsOf = (sql: string, folder = dataset): Promise<unknown[]> =>
  query(folder, sql, async ({ columns, rows }) => {
    const all: unknown[] = [columns];
    for await (const row of rows) all.push(row);
    return all;
  });

describe('an answer', () => {
  test.each([
    [
      'SELECT count(*) AS n, sum(at_end) AS s FROM tasks',
      [
        ['n', 's'],
        [3, 12],
      ],
    ],
    [
      'SELECT id, path FROM tasks LIMIT 1',
      [
        ['id', 'path'],
        ['d1.t0', ['甲', '']],
      ],
    ],
    [
      'SELECT value, due_on, unit FROM targets',
      [
        ['value', 'due_on', 'unit'],
        [-0.5, '1899-12-31', ''],
      ],
    ],
    [
      'SELECT source_bytes, issued_on FROM documents',
      [
        ['source_bytes', 'issued_on'],
        [5_000_000_000, '2024-02-29'],
      ],
    ],
    [
      'SELECT 1 AS a, 2 AS a',
      [
        ['a', 'a:1'],
        [1, 2],
      ],
    ],
    ['SELECT 9007199254740993 AS wide', [['wide'], ['9007199254740993']]],
    ['SELECT 1 WHERE false', [['1']]],
    [
      "SELECT name FROM unit_workload WHERE region = '温州市' ORDER BY name",
      [['name'], ['丙'], ['乙'], ['甲']],
    ],
  ])('to %s', async (sql, expected) => {
    expect(await rowsOf(sql)).toEqual(expected);
  });
});

describe('a query that reaches out of the dataset, or changes it, is refused', () => {
  test.each([
    ["SELECT * FROM read_text('/etc/passwd')"],
    ["SELECT * FROM read_csv('/etc/passwd')"],
    ["FROM '/etc/passwd'"],
    ["SELECT * FROM glob('/*')"],
    ["SELECT * FROM 'https://example.com/x.parquet'"],
    ["COPY tasks TO '/tmp/gongwen-stolen.csv'"],
    ["EXPORT DATABASE '/tmp/gongwen-stolen'"],
    ["ATTACH '/tmp/gongwen-other.duckdb'"],
    ['SET enable_external_access = true'],
    ['RESET lock_configuration'],
    ['INSTALL httpfs'],
    ['LOAD httpfs'],
    ["INSERT INTO rejects VALUES ('a', 'b', 'c', 'd', 'e', 'f')"],
    ['UPDATE tasks SET title = null'],
    ['DROP TABLE tasks'],
    ['CREATE TABLE mine AS SELECT 1'],
    ['SELECT * FROM nowhere'],
    ['SELEC 1'],
    [''],
  ])('%s', async (sql) => {
    await expect(rowsOf(sql)).rejects.toThrow(QueryError);
  });
});

test.each([
  ['SELECT 1; SELECT 2', 'Ask one statement at a time: there are 2.'],
  ['-- nothing', 'There is no statement to answer.'],
])('%s is refused; one statement may have a mark behind it', async (sql, says) => {
  await expect(rowsOf(sql)).rejects.toThrow(says);
  expect(await rowsOf('SELECT 1 AS a;')).toEqual([['a'], [1]]);
});

test('a folder without a dataset is said', async () => {
  await expect(rowsOf('SELECT 1', newFolder())).rejects.toThrow(NoDatasetError);
});

test('the database is kept until the dataset changes', async () => {
  const folder = datasetOf([documentOf('d1', ['甲'])]);
  const kept = join(folder, '.gongwen', 'query');
  expect(await rowsOf('SELECT count(*) AS n FROM tasks', folder)).toEqual([['n'], [1]]);
  const [first] = readdirSync(kept);
  await rowsOf('SELECT 1', folder);
  expect(readdirSync(kept)).toEqual([first]);
  const other = datasetOf([documentOf('d1', ['甲', '乙'])]);
  for (const name of ['datapackage.json', 'tasks.jsonl', 'units.jsonl', 'documents.jsonl']) {
    writeFileSync(join(folder, name), readFileSync(join(other, name)));
  }
  expect(await rowsOf('SELECT count(*) AS n FROM tasks', folder)).toEqual([['n'], [2]]);
  expect(readdirSync(kept)).toHaveLength(1);
  expect(readdirSync(kept)).not.toEqual([first]);
  expect(existsSync('/tmp/gongwen-stolen.csv')).toBe(false);
});
