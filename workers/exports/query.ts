import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance, DuckDBTypeId, type Json } from '@duckdb/node-api';
import { EXPORT_TABLES } from '../../pipeline/emit/export-tables.js';
import { WORK_FOLDER } from '../dataset-folder.js';
import { EXPORT_PATHS, exportDataset } from './export-dataset.js';
import { Dataset } from './read-dataset.js';
import { VIEWS } from './views.js';

/** What is wrong with a query, in the database's words. */
export class QueryError extends Error {}

/** The answer to a query, read as a stream. */
export interface Answer {
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<readonly Json[]>;
}

/** Nothing but the database itself can be read, nothing written, and no setting changed. */
const CLOSED = {
  access_mode: 'READ_ONLY',
  enable_external_access: 'false',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  memory_limit: '1GB',
  lock_configuration: 'true',
};

/** Types whose values are numbers although JSON gives them as text. */
const WIDE_NUMBERS: ReadonlySet<DuckDBTypeId> = new Set([
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.UBIGINT,
  DuckDBTypeId.HUGEINT,
  DuckDBTypeId.UHUGEINT,
  DuckDBTypeId.DECIMAL,
]);

/**
 * Answers one SQL query over the tables and views of a dataset. The database is made at the first
 * query and kept in the dataset's work folder until the dataset changes; where that cannot be
 * written to, in a temporary folder for this query alone.
 *
 * @throws NoDatasetError, DatasetError, QueryError
 */
export async function query<T>(
  folder: string,
  sql: string,
  use: (answer: Answer) => Promise<T>,
): Promise<T> {
  const database = await databaseOf(folder);
  const instance = await DuckDBInstance.create(database.path, CLOSED);
  const connection = await instance.connect();
  try {
    return await use(await answerOf(connection, sql));
  } finally {
    connection.closeSync();
    instance.closeSync();
    database.release();
  }
}

async function answerOf(connection: DuckDBConnection, sql: string): Promise<Answer> {
  const { count } = await asQueryError(() => connection.extractStatements(sql));
  // Of several, only the last would be answered.
  if (count > 1) throw new QueryError(`Ask one statement at a time: there are ${count}.`);
  const result = await asQueryError(() => connection.stream(sql));
  const wide = result.columnTypes().map(({ typeId }) => WIDE_NUMBERS.has(typeId));
  async function* rows(): AsyncGenerator<readonly Json[]> {
    const batches = result.yieldRowsJson();
    for (;;) {
      const { value, done } = await asQueryError(() => batches.next());
      if (done) return;
      for (const row of value) {
        yield row.map((cell, index) => (wide[index] ? numberOf(cell) : cell));
      }
    }
  }
  return { columns: result.deduplicatedColumnNames(), rows: rows() };
}

/** A number where it has no more digits than a number can have. */
function numberOf(cell: Json): Json {
  if (typeof cell !== 'string') return cell;
  const number = Number(cell);
  return Number.isInteger(number) && !Number.isSafeInteger(number) ? cell : number;
}

/** All that @duckdb/node-api (1.5.6) says of a text that holds no statement. */
const NO_STATEMENT = 'Error in native callback';

async function asQueryError<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { message } = error as Error;
    throw new QueryError(message === NO_STATEMENT ? 'There is no statement to answer.' : message);
  }
}

interface Database {
  readonly path: string;
  release(): void;
}

async function databaseOf(folder: string): Promise<Database> {
  const name = keyOf(Dataset.open(folder));
  const kept = keptFolder(folder);
  const out = kept === null ? mkdtempSync(join(tmpdir(), 'gongwen-query-')) : join(kept, name);
  const path = join(out, EXPORT_PATHS.duckdb);
  if (!existsSync(path)) {
    await exportDataset({
      dataset: folder,
      out,
      formats: ['duckdb'],
      bom: false,
      keepCopies: true,
    });
  }
  if (kept === null) return { path, release: () => rmSync(out, { recursive: true, force: true }) };
  for (const other of readdirSync(kept)) {
    if (other !== name) rmSync(join(kept, other), { recursive: true, force: true });
  }
  return { path, release: () => {} };
}

/** Changes with the dataset and with the layout of the tables. */
function keyOf(dataset: Dataset): string {
  const layout = JSON.stringify([EXPORT_TABLES, VIEWS]);
  const hash = createHash('sha256').update(dataset.description()).update(layout);
  return hash.digest('hex').slice(0, 16);
}

function keptFolder(folder: string): string | null {
  try {
    accessSync(folder, constants.W_OK);
    return join(folder, WORK_FOLDER, 'query');
  } catch {
    return null;
  }
}
