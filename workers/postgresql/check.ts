import type { ExportTable } from '../../pipeline/emit/export-tables.js';
import { Dataset } from '../exports/read-dataset.js';
import { compare, type Differences, differingName, digestOf, extraName } from './compare.js';
import { DatabaseFault } from './fault.js';
import type { LoadOrder } from './load.js';
import { MIGRATIONS } from './migrations/index.js';
import { requireKnownVersion, schemaVersion, useSchema } from './schema.js';
import { Session } from './session.js';
import { keyOf, stage } from './stage.js';
import { DATABASE_TABLES, DIGEST, quotedName } from './tables.js';

/** Keys that are named of each table, at most. */
const MOST_KEYS = 5;

/** How one table of the database compares with the dataset. */
export interface TableCheck extends Differences {
  /** Rows that the dataset has. */
  readonly dataset: number;
  /** Rows that the database has. */
  readonly database: number;
  /** Rows that were changed since they were loaded: their digest is not that of their values. */
  readonly touched: number;
  /** Some keys of rows that differ, parts of a key with a slash between them. */
  readonly keys: readonly string[];
}

export interface CheckSummary {
  readonly database: string;
  readonly schema: string;
  readonly same: boolean;
  readonly tables: Readonly<Record<string, TableCheck>>;
}

/**
 * Compares the tables of a schema with a dataset, row by row, and changes nothing. The digests of the
 * database are made of what stands there now.
 *
 * @throws NoDatasetError, DatasetError, DatabaseFault, LoadStopped
 */
export async function checkDatabase(order: LoadOrder): Promise<CheckSummary> {
  const dataset = Dataset.open(order.dataset);
  const session = await Session.begin(order.place, order, 'REPEATABLE READ');
  try {
    await requireSchema(session, order.schema);
    const staged = await stage(session, dataset, order.onRecord ?? (() => {}));
    const tables: Record<string, TableCheck> = {};
    for (const table of DATABASE_TABLES) {
      tables[table.name] = await checkTable(session, table, staged.rows.get(table.name)!);
    }
    const same = Object.values(tables).every(isSame);
    return { database: order.place.name, schema: order.schema, same, tables };
  } finally {
    await session.close();
  }
}

/** Whether a table holds what the dataset holds. */
export const isSame = ({ missing, different, extra }: Differences): boolean =>
  missing + different + extra === 0;

async function requireSchema(session: Session, schema: string): Promise<void> {
  const version = await schemaVersion(session, schema);
  requireKnownVersion(version, schema);
  if (version < MIGRATIONS.length) {
    throw new DatabaseFault(
      version === 0
        ? `There are no tables of gongwen in the schema ${schema}. Load the dataset first, or name the schema with --schema.`
        : `The schema ${schema} has version ${version}; this gongwen needs ${MIGRATIONS.length}. Load the dataset, which brings it up to date.`,
    );
  }
  await useSchema(session, schema);
}

async function checkTable(
  session: Session,
  table: ExportTable,
  dataset: number,
): Promise<TableCheck> {
  const differences = await compare(session, table);
  const [counts] = await session.rows<{ rows: string; touched: string }>(
    `SELECT count(*) AS rows, count(*) FILTER (WHERE ${DIGEST} <> ${digestOf(table, 't')}) AS touched
      FROM ${quotedName(table.name)} t`,
  );
  const key = `concat_ws('/', ${keyOf(table)})`;
  const keys = await session.rows<{ key: string }>(
    `SELECT ${key} AS key FROM ${differingName(table)}
      UNION ALL SELECT ${key} FROM ${extraName(table)} ORDER BY key LIMIT ${MOST_KEYS}`,
  );
  return {
    dataset,
    database: Number(counts!.rows),
    ...differences,
    touched: Number(counts!.touched),
    keys: keys.map((row) => row.key),
  };
}
