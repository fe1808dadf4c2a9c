import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ExportTable } from '../../pipeline/emit/export-tables.js';
import { CsvFiles } from './csv-files.js';
import { DuckdbFile } from './duckdb-file.js';
import { tablesOf } from './export-tables-of.js';
import { onceEach } from './once-each.js';
import { OVERVIEW, overviewRows } from './overview-sheet.js';
import { EXPORT_PATHS, type ExportFormat, FORMATS } from './paths.js';
import { Dataset, type DatasetTables } from './read-dataset.js';
import { batches, unitIdsOf } from './rows.js';
import type { Sink, TableWriter } from './sink.js';
import { Staging } from './staging.js';
import { XlsxFile } from './xlsx-file.js';

export { EXPORT_PATHS, type ExportFormat, FORMATS };

export interface ExportOptions {
  /** The dataset's folder. */
  readonly dataset: string;
  /** Folder that the formats are written to. */
  readonly out: string;
  readonly formats: readonly ExportFormat[];
  /** Whether CSV files begin with a byte order mark, for Excel. */
  readonly bom: boolean;
  /** Whether documents that are copies of others (`copy_of`) are written too; left out: no. */
  readonly keepCopies?: boolean;
}

export interface ExportSummary {
  readonly out: string;
  /** Paths relative to `out`. */
  readonly files: readonly { readonly format: ExportFormat; readonly path: string }[];
  /** Rows of each table. */
  readonly rows: Readonly<Record<string, number>>;
  /** Documents that were left out as copies of others. */
  readonly copies: number;
}

/**
 * Writes a dataset in other formats, table by table in batches of rows: memory does not grow with the
 * number of tasks. Everything is written beside and renamed at the end; after an error what stood
 * before stands.
 *
 * @throws NoDatasetError, DatasetError, and the system's errors.
 */
export async function exportDataset(options: ExportOptions): Promise<ExportSummary> {
  const dataset = Dataset.open(options.dataset);
  const staging = new Staging(resolve(options.out));
  const sinks = new Map<ExportFormat, Sink>();
  try {
    const database = await openSinks(options, staging, sinks);
    const { tables, copies } = options.keepCopies
      ? { tables: dataset, copies: 0 }
      : await onceEach(dataset);
    const rows = await writeTables(tables, [...sinks.values()]);
    if (database) await finishDatabase(database, options.formats, staging, Object.keys(rows));
    const workbook = sinks.get('xlsx');
    if (workbook) await writeOverview(tables, workbook as XlsxFile);
    for (const sink of sinks.values()) await sink.finish();
    sinks.clear();
    const files = FORMATS.filter((format) => options.formats.includes(format)).map((format) => ({
      format,
      path: EXPORT_PATHS[format],
    }));
    for (const { path } of files) staging.publish(path);
    return { out: options.out, files, rows, copies };
  } finally {
    for (const sink of sinks.values()) sink.abort();
    staging.remove();
  }
}

/** Parquet is written by the database, so that it is made for it too. */
async function openSinks(
  { formats, bom }: ExportOptions,
  staging: Staging,
  sinks: Map<ExportFormat, Sink>,
): Promise<DuckdbFile | null> {
  if (formats.includes('csv')) {
    mkdirSync(staging.path(EXPORT_PATHS.csv));
    sinks.set('csv', new CsvFiles(staging.path(EXPORT_PATHS.csv), { bom }));
  }
  if (formats.includes('xlsx')) {
    sinks.set('xlsx', new XlsxFile(staging.path(EXPORT_PATHS.xlsx), staging.path('sheets')));
  }
  if (!formats.some((format) => format === 'parquet' || format === 'duckdb')) return null;
  const database = await DuckdbFile.create(staging.path(EXPORT_PATHS.duckdb), {
    keys: formats.includes('duckdb'),
  });
  sinks.set('duckdb', database);
  return database;
}

/** Reads each file of the dataset once, for all tables that come from it. */
async function writeTables(
  dataset: DatasetTables,
  sinks: readonly Sink[],
): Promise<Record<string, number>> {
  const context = { unitId: await unitIdsOf(dataset) };
  const counts: Record<string, number> = {};
  const tables = tablesOf(dataset);
  for (const name of new Set(tables.map(({ from }) => from))) {
    const open: OpenTable[] = [];
    try {
      for (const table of tables.filter(({ from }) => from === name)) {
        const writers: TableWriter[] = [];
        open.push({ table, writers });
        for (const sink of sinks) writers.push(...[(await sink.begin(table)) ?? []].flat());
        counts[table.name] = 0;
      }
      for await (const records of batches(dataset.records(name))) {
        for (const { table, writers } of open) {
          const rows = records.flatMap((record) => table.rows(record, context));
          if (rows.length > 0) for (const writer of writers) writer.add(rows);
          counts[table.name]! += rows.length;
        }
      }
      for (const { writers } of open) {
        for (const writer of writers.splice(0)) await writer.end();
      }
    } finally {
      for (const { writers } of open) for (const writer of writers) writer.abort();
    }
  }
  return counts;
}

/** A table that is being written, in each format. */
interface OpenTable {
  readonly table: ExportTable;
  readonly writers: TableWriter[];
}

async function finishDatabase(
  database: DuckdbFile,
  formats: readonly ExportFormat[],
  staging: Staging,
  tables: readonly string[],
): Promise<void> {
  await database.addViews();
  if (!formats.includes('parquet')) return;
  mkdirSync(staging.path(EXPORT_PATHS.parquet));
  for (const table of tables) {
    await database.writeParquet(table, staging.path(`${EXPORT_PATHS.parquet}/${table}.parquet`));
  }
}

async function writeOverview(dataset: DatasetTables, workbook: XlsxFile): Promise<void> {
  const sheet = workbook.sheet(OVERVIEW);
  try {
    for await (const rows of batches(overviewRows(dataset))) sheet.add(rows);
    await sheet.end();
  } catch (error) {
    sheet.abort();
    throw error;
  }
}
