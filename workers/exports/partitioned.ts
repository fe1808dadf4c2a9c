import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { ExportTable, RowContext } from '../../pipeline/emit/export-tables.js';
import type { Column } from '../../pipeline/emit/flat-columns.js';
import {
  NO_PARTITION,
  PARTITION_COLUMNS,
  PARTITION_KEYS,
  type Partition,
  type PartitionKey,
  partitionOf,
} from '../../pipeline/emit/partitions.js';
import { linkFile } from '../link-file.js';
import { sha256OfFile } from '../sha256.js';
import {
  memoryFor,
  quoted,
  rowGroupOf,
  rowLine,
  rowsOf,
  SETTINGS,
  TIMES_OF_VECTOR,
  TYPES,
} from './duckdb-rows.js';
import { tablesOf } from './export-tables-of.js';
import { onceEach } from './once-each.js';
import {
  formerFiles,
  type PartFile,
  type PartitionManifest,
  writeManifest,
} from './partition-manifest.js';
import { PartitionRows, type PartRows } from './partition-rows.js';
import { Dataset, type DatasetTables } from './read-dataset.js';
import { unitIdsOf } from './rows.js';
import { Staging } from './staging.js';

/** Where the divided tables stand in the folder of an export. */
export const PARTITIONED = 'partitioned';

export interface PartitionOptions {
  readonly dataset: string;
  /** Folder of the export. */
  readonly out: string;
  readonly keys: readonly PartitionKey[];
  readonly keepCopies?: boolean;
}

export interface PartitionSummary {
  readonly out: string;
  readonly path: typeof PARTITIONED;
  readonly files: number;
  /** Of these, files that were written by this run; the others stay as they were. */
  readonly written: number;
  readonly rows: number;
  readonly copies: number;
}

/** Tables whose rows belong to no document: they are not divided. */
const UNDIVIDED: ReadonlySet<string> = new Set(['units', 'rejects']);

/**
 * Writes the tables of a dataset as Parquet, a folder a part (`tasks/part_region=r330000/part_year=2025/`),
 * with a manifest. Of a former export the files whose rows are the same are taken over. Everything is
 * put together beside and renamed at the end, so that whoever reads by names or by the manifest never
 * sees a row twice or a part that lacks.
 *
 * @throws NoDatasetError, DatasetError, and the system's errors
 */
export async function exportPartitions(options: PartitionOptions): Promise<PartitionSummary> {
  const dataset = Dataset.open(options.dataset);
  const out = resolve(options.out);
  const staging = new Staging(out);
  const instance = await DuckDBInstance.create(':memory:', SETTINGS);
  const connection = await instance.connect();
  try {
    const { tables, copies } = options.keepCopies
      ? { tables: dataset, copies: 0 }
      : await onceEach(dataset);
    const keys = PARTITION_KEYS.filter((key) => options.keys.includes(key));
    const former = { folder: join(out, PARTITIONED), files: formerFiles(join(out, PARTITIONED)) };
    const writer = new PartWriter(connection, staging.path(PARTITIONED), former);
    const manifest = await writeParts(tables, keys, staging, writer);
    writeManifest(staging.path(PARTITIONED), manifest);
    staging.publish(PARTITIONED);
    const files = manifest.tables.reduce((sum, table) => sum + table.files.length, 0);
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    return { out: options.out, path: PARTITIONED, files, written: writer.written, rows, copies };
  } finally {
    connection.closeSync();
    instance.closeSync();
    staging.remove();
  }
}

async function writeParts(
  dataset: DatasetTables,
  keys: readonly PartitionKey[],
  staging: Staging,
  writer: PartWriter,
): Promise<PartitionManifest> {
  const parts = await partsOf(dataset);
  const context = { unitId: await unitIdsOf(dataset) };
  const tables = tablesOf(dataset);
  const written = new Map<string, PartitionManifest['tables'][number]>();
  mkdirSync(staging.path('rows'));
  for (const name of new Set(tables.map(({ from }) => from))) {
    const open = tables
      .filter(({ from }) => from === name)
      .map(
        (table) => new DividedTable(table, UNDIVIDED.has(name) ? [] : keys, staging.path('rows')),
      );
    for await (const record of dataset.records(name)) {
      const part = parts.get(documentIdOf(record)) ?? NO_PARTITION;
      for (const table of open) table.add(record, part, context);
    }
    for (const table of open) written.set(table.name, await table.write(writer));
  }
  return {
    version: 1,
    partition_by: [...keys],
    tables: tables.map((table) => written.get(table.name)!),
  };
}

/** The part of each document by its id. */
async function partsOf(dataset: DatasetTables): Promise<ReadonlyMap<string, Partition>> {
  const known = new Map<string, Partition>();
  const parts = new Map<string, Partition>();
  for await (const document of dataset.records('documents')) {
    const part = partitionOf(document);
    const key = `${part.region} ${part.year}`;
    known.set(key, known.get(key) ?? part);
    parts.set(document.id, known.get(key)!);
  }
  return parts;
}

const documentIdOf = (record: object): string => {
  const { id, document_id: of } = record as { id?: string; document_id?: string | null };
  return of === undefined ? (id ?? '') : (of ?? '');
};

/** A table with the columns that say in what part each row is. */
class DividedTable {
  readonly name: string;
  private readonly columns: readonly Column[];
  private readonly rows: PartitionRows;
  private count = 0;

  constructor(
    private readonly table: ExportTable,
    private readonly keys: readonly PartitionKey[],
    folder: string,
  ) {
    this.name = table.name;
    this.columns = [...table.columns, ...keys.map((key) => PARTITION_COLUMNS[key])];
    this.rows = new PartitionRows(folder, table.name);
  }

  add(record: object, part: Partition, context: RowContext): void {
    const values = this.keys.map((key) => part[key]);
    const folder = this.folderOf(part);
    for (const row of this.table.rows(record, context)) {
      this.rows.add(folder, rowLine(this.columns, [...row, ...values]));
      this.count++;
    }
  }

  async write(writer: PartWriter): Promise<PartitionManifest['tables'][number]> {
    // Readers find the columns of a table without rows, too.
    if (this.count === 0) this.rows.begin(this.folderOf(NO_PARTITION));
    const files: PartFile[] = [];
    for (const part of this.rows.end()) {
      files.push(await writer.write(this.name, this.columns, part));
    }
    return {
      name: this.name,
      description: this.table.description,
      partitioned: this.keys.length > 0,
      columns: this.columns.map(({ name, type, description }) => ({
        ...{ name, type: TYPES[type], description },
      })),
      rows: this.count,
      files,
    };
  }

  private folderOf(part: Partition): string {
    return this.keys.map((key) => `${PARTITION_COLUMNS[key].name}=${part[key]}/`).join('');
  }
}

/** Version of how rows are written; part of what a file is made from. */
const LAYOUT = 1;

/** Writes parts, or takes over the files of a former export that hold the same rows. */
class PartWriter {
  written = 0;
  private version: string | null = null;

  constructor(
    private readonly connection: DuckDBConnection,
    private readonly folder: string,
    private readonly former: {
      readonly folder: string;
      readonly files: ReadonlyMap<string, PartFile>;
    },
  ) {}

  async write(table: string, columns: readonly Column[], part: PartRows): Promise<PartFile> {
    this.version ??= String((await this.connection.runAndReadAll('SELECT version()')).getRows()[0]);
    const { rows } = part.width;
    const types = columns.map(({ name, type }) => [name, TYPES[type]]);
    const made = createHash('sha256').update(JSON.stringify([LAYOUT, this.version, types, table]));
    const madeFrom = made.update(part.folder).update(part.hash.digest()).digest('hex');
    const path = `${table}/${part.folder}part-${madeFrom.slice(0, 16)}.parquet`;
    const place = join(this.folder, path);
    mkdirSync(dirname(place), { recursive: true });
    const former = this.former.files.get(madeFrom);
    const stands = join(this.former.folder, path);
    const standing = former ? sha256OfFile(stands) : null;
    const isSame = standing !== null && standing.sha256 === former?.sha256;
    if (isSame) linkFile(stands, place);
    else await this.copy(columns, part, place);
    rmSync(part.path, { force: true });
    return { path, rows, ...(isSame ? standing : sha256OfFile(place)), made_from: madeFrom };
  }

  private async copy(columns: readonly Column[], part: PartRows, place: string): Promise<void> {
    const { width } = part;
    this.written++;
    const memory = memoryFor(width, TIMES_OF_VECTOR.parquet + TIMES_OF_VECTOR.load);
    await this.connection.run(`SET memory_limit = '${memory}B'`);
    const nothing = columns.map(({ name, type }) => `NULL::${TYPES[type]} AS ${name}`).join(', ');
    const source =
      width.rows > 0
        ? `SELECT * FROM ${rowsOf(part.path, columns, width)}`
        : `SELECT ${nothing} WHERE false`;
    await this.connection.run(
      `COPY (${source}) TO ${quoted(place)} (FORMAT parquet, ROW_GROUP_SIZE ${rowGroupOf(width)})`,
    );
  }
}
