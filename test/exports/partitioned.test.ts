import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ConvertedDocument } from '../../pipeline/converted.js';
import { partitionOf } from '../../pipeline/emit/partitions.js';
import { exportDataset } from '../../workers/exports/export-dataset.js';
import type { PartitionManifest } from '../../workers/exports/partition-manifest.js';
import { exportPartitions } from '../../workers/exports/partitioned.js';
import { datasetOf, documentOf, newFolder } from './fixtures/datasets.js';

const head = (
  region: string | null,
  issued_on: string | null,
  published_on: string | null = null,
) => partitionOf({ region, issued_on, published_on });

test.each([
  ['温州市', '2025-03-01', null, 'r330000', 2025],
  ['上海市黄浦区', '2024-12-31', null, 'r310000', 2024],
  ['嘉兴市南湖区', null, '2023-01-01', 'r330000', 2023],
  ['新疆维吾尔自治区', '2022-01-01', '2023-01-01', 'r650000', 2022],
  ['全国', null, null, 'r100000', 0],
  [null, '2025-03-01', null, 'r000000', 2025],
  ['某某市', null, null, 'r000000', 0],
])('%s, %s, %s is in %s, %d', (region, issued, published, code, year) => {
  expect(head(region, issued, published)).toEqual({ region: code, year });
});

function notice(id: string, region: string | null, issued: string | null, texts: string[]) {
  const { document, ...records } = documentOf(id, texts);
  return { ...records, document: { ...document, region, issued_on: issued } } as ConvertedDocument;
}

const WENZHOU = notice('d1', '温州市', '2025-03-01', ['甲', '乙']);
const HANGZHOU = notice('d2', '杭州市', '2025-04-01', ['丙']);
const SHANGHAI = notice('d3', '上海市', '2024-05-01', ['NULL', '1-1-1']);
const NOWHERE = notice('d4', null, null, ['丁']);
const ALL = [WENZHOU, HANGZHOU, SHANGHAI, NOWHERE];

const manifestOf = (out: string): PartitionManifest =>
  JSON.parse(readFileSync(join(out, 'partitioned', 'manifest.json'), 'utf8'));
const filesOf = (out: string, table: string): string[] =>
  readdirSync(join(out, 'partitioned', table), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.parquet'))
    .sort();

async function ask(sql: string, folder: string): Promise<unknown[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const reader = await connection.runAndReadAll(sql.replaceAll('export/', `${folder}/`));
    return reader.getRowsJson();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

const BOTH = ['region', 'year'] as const;

describe('tables divided by region and year', () => {
  let out: string;
  beforeAll(async () => {
    out = newFolder();
    await exportPartitions({ dataset: datasetOf(ALL), out, keys: BOTH });
  });

  test('stand in folders of ASCII names, and a manifest lists every file', () => {
    const manifest = manifestOf(out);
    const tasks = manifest.tables.find(({ name }) => name === 'tasks')!;
    expect(tasks.files.map(({ path, rows }) => [path.replace(/part-.*/, ''), rows])).toEqual([
      ['tasks/part_region=r000000/part_year=0/', 1],
      ['tasks/part_region=r310000/part_year=2024/', 2],
      ['tasks/part_region=r330000/part_year=2025/', 3],
    ]);
    expect(tasks.rows).toBe(6);
    for (const { name, files } of manifest.tables) {
      expect(files.map(({ path }) => path)).toEqual(
        filesOf(out, name).map((file) => `${name}/${file}`),
      );
      for (const { path, bytes } of files) {
        expect(path).toMatch(/^[\x21-\x7e]+$/);
        expect(path).not.toContain('%');
        expect(statSync(join(out, 'partitioned', path)).size).toBe(bytes);
      }
    }
    expect(manifest.tables.find(({ name }) => name === 'units')!.partitioned).toBe(false);
  });

  test('hold the rows of the tables that are not divided', async () => {
    const whole = newFolder();
    await exportDataset({ dataset: datasetOf(ALL), out: whole, formats: ['parquet'], bom: false });
    for (const { name, partitioned } of manifestOf(out).tables) {
      const columns = partitioned ? '* EXCLUDE (part_region, part_year)' : '*';
      const divided = `SELECT ${columns} FROM read_parquet('${out}/partitioned/${name}/**/*.parquet', hive_partitioning = false) ORDER BY ALL`;
      const same = `SELECT * FROM read_parquet('${whole}/parquet/${name}.parquet') ORDER BY ALL`;
      expect(await ask(divided, out), name).toEqual(await ask(same, out));
    }
  });

  test('a table without rows has its columns', async () => {
    const sql = `SELECT count(*), count(code) FROM read_parquet('${out}/partitioned/rejects/*.parquet')`;
    expect(await ask(sql, out)).toEqual([['0', '0']]);
  });
});

describe('a second export', () => {
  const export_ = async (out: string, documents: readonly ConvertedDocument[]) =>
    exportPartitions({ dataset: datasetOf(documents), out, keys: BOTH });

  test('of the same dataset writes nothing', async () => {
    const out = newFolder();
    const first = await export_(out, ALL);
    expect(first.written).toBe(first.files);
    const before = filesOf(out, 'tasks').map(
      (file) => statSync(join(out, 'partitioned/tasks', file)).ino,
    );
    expect(await export_(out, ALL)).toMatchObject({ files: first.files, written: 0 });
    expect(
      filesOf(out, 'tasks').map((file) => statSync(join(out, 'partitioned/tasks', file)).ino),
    ).toEqual(before);
  });

  test('writes the parts whose rows differ, and takes away those that are gone', async () => {
    const out = newFolder();
    await export_(out, ALL);
    const before = filesOf(out, 'tasks');
    const changed = notice('d3', '上海市', '2024-05-01', ['NULL', '1-1-2']);
    await export_(out, [WENZHOU, HANGZHOU, changed]);
    const after = filesOf(out, 'tasks');
    expect(after.map((file) => file.replace(/part-.*/, ''))).toEqual([
      'part_region=r310000/part_year=2024/',
      'part_region=r330000/part_year=2025/',
    ]);
    expect(after[1]).toBe(before[2]);
    expect(after[0]).not.toBe(before[1]);
    expect(existsSync(join(out, 'partitioned/tasks/part_region=r000000'))).toBe(false);
  });

  test('writes a file anew that is damaged, or whose manifest is', async () => {
    const out = newFolder();
    const { files } = await export_(out, ALL);
    const [file] = filesOf(out, 'tasks');
    const path = join(out, 'partitioned/tasks', file!);
    const good = readFileSync(path);
    writeFileSync(path, Buffer.alloc(good.length));
    expect(await export_(out, ALL)).toMatchObject({ written: 1 });
    expect(readFileSync(path).equals(good)).toBe(true);
    writeFileSync(join(out, 'partitioned/manifest.json'), '{');
    expect(await export_(out, ALL)).toMatchObject({ files, written: files });
  });
});

test('by year alone there is one folder a year', async () => {
  const out = newFolder();
  await exportPartitions({ dataset: datasetOf(ALL), out, keys: ['year'] });
  expect(filesOf(out, 'documents').map((file) => file.replace(/part-.*/, ''))).toEqual([
    'part_year=0/',
    'part_year=2024/',
    'part_year=2025/',
  ]);
});

describe('docs/partitions.md', () => {
  const page = readFileSync('docs/partitions.md', 'utf8');
  const queries = [...page.matchAll(/```sql\n(SELECT[^`]*)```/g)].map(([, sql]) => sql!);
  let out: string;
  beforeAll(async () => {
    out = newFolder();
    await exportPartitions({ dataset: datasetOf(ALL), out, keys: BOTH });
  });

  /** What Spark and Trino call tables, for DuckDB. */
  const asTables = (sql: string): string => {
    const tables = ['documents', 'tasks', 'task_units', 'task_deadlines'].map(
      (name) =>
        `${name} AS (FROM read_parquet('export/partitioned/${name}/*/*/*.parquet', hive_partitioning = true, hive_types = {'part_region': VARCHAR, 'part_year': INTEGER}))`,
    );
    return `WITH ${tables.join(', ')} ${sql}`;
  };

  test('has five queries, each of which gives rows', async () => {
    const answers = await Promise.all(queries.map((sql) => ask(asTables(sql), out)));
    expect(answers[0]).toEqual([[2025, '3']]);
    expect(answers[1]).toContainEqual(['tasks', '6', expect.stringMatching(/^\d+$/)]);
    expect(answers[2]).toEqual([
      ['温州市', '2'],
      ['杭州市', '1'],
    ]);
    expect(answers[3]).toEqual([
      ['r310000', 2024, '2', '1'],
      ['r330000', 2025, '3', '2'],
    ]);
    expect(answers[4]).toHaveLength(3);
    expect(answers).toHaveLength(5);
  });
});
