import { createHash } from 'node:crypto';
import { PIPELINE_VERSION } from '../../pipeline/version.js';
import { Dataset } from '../exports/read-dataset.js';
import { deleteExtra, insertNew, noteHistory, updateDifferent } from './apply.js';
import { compare, type Differences } from './compare.js';
import type { DatabasePlace } from './database-url.js';
import { DatabaseFault } from './fault.js';
import { migrate } from './schema.js';
import { Session, type SessionOptions } from './session.js';
import { type Staged, stage } from './stage.js';
import { DATABASE_TABLES, quotedName } from './tables.js';

/** Where a dataset stands, and where its tables are to stand. */
export interface LoadOrder extends SessionOptions {
  /** The dataset's folder. */
  readonly dataset: string;
  readonly place: DatabasePlace;
  readonly schema: string;
  /** Called for each record that was read, with the name of its table. */
  readonly onRecord?: (table: string) => void;
}

/** What became of the rows of one table. */
export interface TableCounts {
  readonly inserted: number;
  readonly updated: number;
  readonly deleted: number;
  readonly unchanged: number;
}

export interface LoadSummary {
  readonly database: string;
  readonly schema: string;
  /** Steps by which the schema was made, or brought to the version of this program. */
  readonly migrations: readonly string[];
  readonly tables: Readonly<Record<string, TableCounts>>;
  /** Values in which U+FFFD stands for a character that PostgreSQL does not hold. */
  readonly replaced: number;
}

/**
 * Makes the tables of a schema those of a dataset, in one transaction: rows that are the same are left
 * as they are, others inserted, updated, deleted, and noted in the history from the second load on.
 *
 * @throws NoDatasetError, DatasetError, DatabaseFault, LoadStopped
 */
export async function loadDataset(order: LoadOrder): Promise<LoadSummary> {
  const dataset = Dataset.open(order.dataset);
  const session = await Session.begin(order.place, order);
  try {
    await lockSchema(session, order.schema);
    const migrations = await migrate(session, order.schema);
    await lockTables(session);
    const staged = await stage(session, dataset, order.onRecord ?? (() => {}));
    const differences = new Map<string, Differences>();
    for (const table of DATABASE_TABLES) differences.set(table.name, await compare(session, table));
    const tables = countsOf(staged, differences);
    if (Object.values(tables).some(isChange)) {
      const digest = createHash('sha256').update(dataset.description()).digest('hex');
      await write(session, differences, { digest, tables });
    }
    await session.commit();
    const { name: database } = order.place;
    return { database, schema: order.schema, migrations, tables, replaced: staged.replaced };
  } finally {
    await session.close();
  }
}

/** Keeps two loads of one schema apart, from before there are tables. */
async function lockSchema(session: Session, schema: string): Promise<void> {
  const [row] = await session.rows<{ locked: boolean }>(
    "SELECT pg_try_advisory_xact_lock(hashtextextended('gongwen load ' || $1, 0)) AS locked",
    [schema],
  );
  if (row!.locked) return;
  throw new DatabaseFault(
    `Another load of the schema ${schema} is under way. Wait until it has ended.`,
  );
}

/** Others go on reading what stood before; nobody else writes. */
async function lockTables(session: Session): Promise<void> {
  const names = [...DATABASE_TABLES.map(({ name }) => name), 'loads', 'history'].map(quotedName);
  await session.runAll(`LOCK TABLE ${names.join(', ')} IN SHARE ROW EXCLUSIVE MODE`);
}

function countsOf(
  { rows }: Staged,
  differences: ReadonlyMap<string, Differences>,
): Record<string, TableCounts> {
  const entries = [...differences].map(([name, { missing, different, extra }]) => {
    const unchanged = rows.get(name)! - missing - different;
    return [name, { inserted: missing, updated: different, deleted: extra, unchanged }] as const;
  });
  return Object.fromEntries(entries);
}

const isChange = ({ inserted, updated, deleted }: TableCounts): boolean =>
  inserted + updated + deleted > 0;

async function write(
  session: Session,
  differences: ReadonlyMap<string, Differences>,
  { digest, tables }: { digest: string; tables: Readonly<Record<string, TableCounts>> },
): Promise<void> {
  const isFirst = (await session.rows('SELECT FROM loads LIMIT 1')).length === 0;
  const [load] = await session.rows<{ id: string }>(
    `INSERT INTO loads (dataset_sha256, program_version, counts) VALUES ($1, $2, $3::jsonb) RETURNING id`,
    [digest, PIPELINE_VERSION, JSON.stringify(tables)],
  );
  for (const table of DATABASE_TABLES) {
    const { missing, different, extra } = differences.get(table.name)!;
    if (!isFirst && missing + different + extra > 0) await noteHistory(session, table, load!.id);
    if (missing > 0) await insertNew(session, table);
    if (different > 0) await updateDifferent(session, table);
    if (isFirst) await session.runAll(`ANALYZE ${quotedName(table.name)}`);
  }
  for (const table of DATABASE_TABLES.toReversed()) {
    if (differences.get(table.name)!.extra > 0) await deleteExtra(session, table);
  }
}
