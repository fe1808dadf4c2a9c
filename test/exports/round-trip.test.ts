import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { EXPORT_TABLES, type ExportTable } from '../../pipeline/emit/export-tables.js';
import type { DocumentRecord, Target, Task, UnitRecord } from '../../schemas/index.js';
import { exportDataset } from '../../workers/exports/export-dataset.js';
import { FORMATS } from '../../workers/exports/paths.js';
import { LIST_SEPARATOR } from '../../workers/exports/xlsx-parts.js';
import { newFolder, realDataset } from './fixtures/datasets.js';
import {
  csvRows,
  duckdbRows,
  expectedRows,
  parquetRows,
  type Rows,
  tableNamed,
  xlsxSheets,
} from './fixtures/read-back.js';

let dataset: string;
let out: string;
let counts: Readonly<Record<string, number>>;
let sheets: Map<string, unknown[][]>;
const expected = new Map<string, Rows>();

beforeAll(async () => {
  dataset = await realDataset();
  out = newFolder();
  ({ rows: counts } = await exportDataset({ dataset, out, formats: FORMATS, bom: false }));
  sheets = await xlsxSheets(join(out, 'dataset.xlsx'));
  for (const table of EXPORT_TABLES) {
    expected.set(table.name, await expectedRows(dataset, table));
  }
});

const linesOf = <T>(name: string): T[] =>
  readFileSync(join(dataset, `${name}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as T);

test('the rows are as many as the JSON Lines hold', () => {
  const documents = linesOf<DocumentRecord>('documents');
  const tasks = linesOf<Task>('tasks');
  const sum = <T>(records: readonly T[], list: (record: T) => readonly unknown[]): number =>
    records.reduce((total, record) => total + list(record).length, 0);
  expect(counts).toMatchObject({
    documents: 3,
    tasks: tasks.length,
    targets: linesOf<Target>('targets').length,
    units: linesOf<UnitRecord>('units').length,
    rejects: 1,
    document_references: sum(documents, ({ references }) => references),
    document_warnings: sum(documents, ({ warnings }) => warnings),
    task_units: sum(tasks, ({ units }) => units),
    task_deadlines: sum(tasks, ({ deadlines }) => deadlines),
    task_contacts: sum(tasks, ({ contacts }) => contacts),
    task_targets: sum(tasks, ({ target_ids }) => target_ids),
  });
  expect(counts.task_units).toBeGreaterThan(800);
  expect(counts.task_deadlines).toBeGreaterThan(100);
  expect(counts.task_contacts).toBeGreaterThan(100);
});

describe.each(EXPORT_TABLES.map((table) => [table.name, table] as const))('%s', (name, table) => {
  test('CSV, read by csv-parse, has what the JSON Lines have', () => {
    expect(csvRows(join(out, 'csv', `${name}.csv`), table)).toEqual(expected.get(name));
  });

  test('Parquet, read by hyparquet, has what the JSON Lines have', async () => {
    expect(await parquetRows(join(out, 'parquet', `${name}.parquet`))).toEqual(expected.get(name));
  });

  test('DuckDB, read anew, has what the JSON Lines have', async () => {
    const rows = await duckdbRows(join(out, 'dataset.duckdb'), `FROM ${name} ORDER BY rowid`);
    expect(rows).toEqual(expected.get(name));
  });

  test('XLSX, read by read-excel-file, has what the JSON Lines have', () => {
    if (table.from === 'tokens') return expect(sheets.has(name)).toBe(false);
    const [head, ...rows] = sheets.get(name)!;
    expect(head).toEqual(table.columns.map((column) => column.name));
    expect(rows.map((row) => sheetRow(row, table))).toEqual(
      expected.get(name)!.map((row) => sheetValues(row, table)),
    );
  });
});

/** A row of a sheet: dates as text, an empty cell is null. */
const sheetRow = (row: readonly unknown[], { columns }: ExportTable): unknown[] =>
  columns.map((_, index) => {
    const cell = row[index] ?? null;
    return cell instanceof Date ? cell.toISOString().slice(0, 10) : cell;
  });

/** What the cells of a row should hold; a sheet does not tell empty texts from missing ones. */
const sheetValues = (row: Record<string, unknown>, { columns }: ExportTable): unknown[] =>
  columns.map(({ name }) => {
    const value = row[name];
    const text = Array.isArray(value) ? value.join(LIST_SEPARATOR) : value;
    return typeof text === 'string' && text.trim() === '' ? null : text;
  });

test('an overview of the tasks comes second in the workbook, after a list of its sheets', () => {
  expect([...sheets.keys()].slice(0, 3)).toEqual(['about', 'documents', 'document_supersedes']);
  const [head, ...rows] = sheets.get('task_overview')!;
  expect(rows).toHaveLength(counts.tasks!);
  const row = Object.fromEntries(head!.map((name, index) => [name, rows[0]![index]]));
  expect(row).toMatchObject({
    region: '温州市',
    number: '1',
    title: '大力推进“高效办成一件事”',
    lead_basis: 'first-listed',
    lead_units: '市政务服务局',
  });
});

test('the overview of the workbook is the view of the database', async () => {
  const [head, ...rows] = sheets.get('task_overview')!;
  const columns = head!.map((name) => `task_overview.${name}`).join(', ');
  const sql = `SELECT ${columns} FROM task_overview JOIN tasks ON tasks.id = task_id ORDER BY tasks.rowid`;
  const view = await duckdbRows(join(out, 'dataset.duckdb'), sql);
  expect(view).toHaveLength(rows.length);
  for (const [index, row] of view.entries()) {
    const cells = Object.values(row).map((value) => {
      const text = Array.isArray(value) ? value.join(LIST_SEPARATOR) : value;
      return text === '' ? null : text;
    });
    expect(
      rows[index]!.map((cell) =>
        cell instanceof Date ? cell.toISOString().slice(0, 10) : (cell ?? null),
      ),
    ).toEqual(cells);
  }
});

describe('types', () => {
  test('are those of the columns in the database', async () => {
    const sql = `SELECT column_name AS name, data_type AS type FROM information_schema.columns WHERE table_name = 'tasks'`;
    const types = Object.fromEntries(
      (await duckdbRows(join(out, 'dataset.duckdb'), sql)).map(({ name, type }) => [name, type]),
    );
    expect(types).toMatchObject({
      id: 'VARCHAR',
      path: 'VARCHAR[]',
      et_al: 'BOOLEAN',
      part: 'INTEGER',
    });
  });

  test('are those of the columns in Parquet', async () => {
    const file = join(out, 'parquet', 'task_deadlines.parquet');
    const sql = `SELECT name, type, converted_type FROM parquet_schema('${file}')`;
    const rows = await duckdbRows(':memory:', sql);
    expect(rows.find(({ name }) => name === 'ends_on')).toMatchObject({
      type: 'INT32',
      converted_type: 'DATE',
    });
    const targets = join(out, 'parquet', 'targets.parquet');
    const described = await duckdbRows(':memory:', `DESCRIBE SELECT * FROM '${targets}'`);
    expect(
      Object.fromEntries(described.map((row) => [row.column_name, row.column_type])),
    ).toMatchObject({
      value: 'DOUBLE',
      due_on: 'DATE',
      task_ids: 'VARCHAR[]',
      at_start: 'INTEGER',
    });
  });
});

describe('keys', () => {
  test('are declared', async () => {
    const sql = `SELECT table_name, constraint_type AS type, constraint_column_names AS columns, referenced_table AS refers FROM duckdb_constraints() WHERE constraint_type IN ('PRIMARY KEY', 'FOREIGN KEY')`;
    const rows = await duckdbRows(join(out, 'dataset.duckdb'), sql);
    for (const table of EXPORT_TABLES) {
      const own = rows.filter(({ table_name }) => table_name === table.name);
      const primary = own
        .filter(({ type }) => type === 'PRIMARY KEY')
        .map(({ columns }) => columns);
      expect(primary).toEqual(table.primaryKey.length > 0 ? [table.primaryKey] : []);
      const foreign = own.filter(({ type }) => type === 'FOREIGN KEY').map(({ refers }) => refers);
      expect(foreign.sort()).toEqual(table.foreignKeys.map((link) => link.table).sort());
    }
  });

  test('bodies of tasks are those of units', async () => {
    const rows = await duckdbRows(
      join(out, 'dataset.duckdb'),
      `SELECT units.name, units.tasks, count(DISTINCT task_id)::INTEGER AS counted,
         (count(DISTINCT task_id) FILTER (role = 'lead'))::INTEGER AS led, units.leads
       FROM units JOIN task_units ON task_units.unit_id = units.id GROUP BY ALL`,
    );
    expect(rows).toHaveLength(counts.units!);
    for (const { tasks, counted, led, leads } of rows)
      expect([counted, led]).toEqual([tasks, leads]);
  });

  test('tables and columns say what they are', async () => {
    const sql = `SELECT count(*)::INTEGER AS missing FROM duckdb_columns() WHERE table_name IN (${EXPORT_TABLES.map(({ name }) => `'${name}'`).join()}) AND coalesce(comment, '') = ''`;
    expect(await duckdbRows(join(out, 'dataset.duckdb'), sql)).toEqual([{ missing: 0 }]);
    expect(tableNamed('task_units').description).toBe('One body that a task is given to.');
  });
});

describe('views', () => {
  test('deadline_calendar has a row a deadline', async () => {
    const [row] = await duckdbRows(
      join(out, 'dataset.duckdb'),
      'SELECT count(*)::INTEGER AS rows, count(due_on)::INTEGER AS dated FROM deadline_calendar',
    );
    const deadlines = expected.get('task_deadlines')!;
    const dated = deadlines.filter(({ ends_on }) => ends_on !== null).length;
    expect(row).toEqual({ rows: deadlines.length, dated });
  });

  test('unit_workload has a row a body', async () => {
    const [row] = await duckdbRows(
      join(out, 'dataset.duckdb'),
      'SELECT count(*)::INTEGER AS rows, sum(leads)::INTEGER AS leads FROM unit_workload',
    );
    const leads = linesOf<UnitRecord>('units').reduce((sum, unit) => sum + unit.leads, 0);
    expect(row).toEqual({ rows: counts.units, leads });
  });
});
