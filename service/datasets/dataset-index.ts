import { readFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { textPath } from '../../pipeline/emit/tables.js';
import { COLLECTIONS, type CollectionName } from './collections.js';
import { cursorOf, type Place, placeOf } from './cursor.js';
import { BODY, conditionOf } from './filters.js';
import { readLine } from './line-places.js';
import {
  IndexError,
  joinDocuments,
  loadHistory,
  loadTable,
  loadTaskUnits,
  timeOfRun,
} from './load-tables.js';
import { digestOf, type OpenTable, openTables } from './open-tables.js';
import { afterPlace, orderOf } from './order.js';
import { Bindings, type Bound, rowsOf } from './sql.js';

/** What is asked of a collection. */
export interface Asked {
  /** Values of its filters. */
  readonly filters: Readonly<Record<string, unknown>>;
  /** One of its orders, with a minus for the other way round; undefined: that of the dataset. */
  readonly sort?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
  /** Whether all that match are counted. */
  readonly count?: boolean;
}

/** Some records of a list, each as its line of JSON. */
export interface Page {
  readonly records: readonly Buffer[];
  /** Leads to the next page; null on the last one. */
  readonly next: string | null;
  /** What leads on after so many of the records, for who cannot take them all. */
  cursorAfter(records: number): string;
  /** Records of the whole list, where they were counted. */
  readonly total: number | null;
}

/** A task with since when it stands so. */
export interface Dated {
  readonly record: Buffer;
  /** ISO 8601, UTC. */
  readonly since: string;
  /** Whether it stood otherwise before. */
  readonly isChanged: boolean;
  /** What changed, in words. */
  readonly told: string | null;
}

/** A body, as far as one is told from another. */
export interface Body {
  readonly id: string;
  readonly name: string;
  readonly region: string | null;
}

/** An answer took too long, and was given up. */
export class SlowQueryError extends Error {}

/** Bytes that the database may keep in memory; what is more goes to the disk. */
const MEMORY = '1GB';
/** Milliseconds that one statement may take. */
const PATIENCE = 20_000;
/** Times that a dataset which is being replaced is read anew. */
const ATTEMPTS = 5;

/**
 * One edition of a dataset, to be asked. It holds what records are found by in a database in memory,
 * and the places of the records in their files, which it keeps open: the folder may be replaced
 * meanwhile.
 */
export class DatasetIndex {
  private readers = 0;
  private retired = false;

  /** Digest of the dataset's description: another one, another edition. */
  readonly version: string;
  /** When it was made: ISO 8601, UTC. */
  readonly time: string;

  private constructor(
    readonly folder: string,
    digest: string,
    private readonly tables: Readonly<Record<CollectionName, OpenTable>>,
    private readonly instance: DuckDBInstance,
    private readonly connections: DuckDBConnection[],
  ) {
    this.version = digest.slice(0, 16);
    this.time = timeOfRun(folder);
  }

  /** @throws NoDatasetError, IndexError */
  static async open(folder: string): Promise<DatasetIndex> {
    for (let attempt = 1; ; attempt++) {
      const digest = await digestOf(folder);
      const index = await DatasetIndex.read(folder, digest);
      if ((await digestOf(folder)) === digest) return index;
      index.retire();
      if (attempt === ATTEMPTS) throw new IndexError(`${folder} does not come to rest.`);
    }
  }

  private static async read(folder: string, digest: string): Promise<DatasetIndex> {
    const tables = await openTables(folder);
    const instance = await DuckDBInstance.create(':memory:', {
      memory_limit: MEMORY,
      threads: String(availableParallelism()),
      temp_directory: join(tmpdir(), `gongwen-index-${process.pid}`),
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
    const connection = await instance.connect();
    const index = new DatasetIndex(folder, digest, tables, instance, [connection]);
    try {
      for (const collection of Object.values(COLLECTIONS)) {
        const { places } = tables[collection.name];
        await loadTable(connection, { collection, path: join(folder, collection.path), places });
      }
      await joinDocuments(connection);
      await loadTaskUnits(connection);
      await loadHistory(connection, folder, digest);
      await connection.run('SET enable_external_access = false');
      await connection.run('SET lock_configuration = true');
      return index;
    } catch (error) {
      index.retire();
      throw error;
    }
  }

  /** Records of each collection. */
  get counts(): Readonly<Record<CollectionName, number>> {
    const entries = Object.entries(this.tables).map(([name, { places }]) => [name, places.count]);
    return Object.fromEntries(entries) as Record<CollectionName, number>;
  }

  /**
   * A page of a collection.
   *
   * @throws CursorError
   */
  async page(name: CollectionName, { filters, sort, limit, cursor, count }: Asked): Promise<Page> {
    const asked = { name, filters, sort: sort ?? null };
    const bindings = new Bindings();
    const condition = conditionOf(name, filters, bindings.add);
    const order = orderOf(name, sort);
    const total = count ? await this.count(name, condition, bindings.values) : null;
    const after =
      cursor === undefined
        ? 'true'
        : afterPlace(order, placeOf(this.version, asked, cursor), bindings.add);
    const rows = await this.ask<Place>(
      `SELECT position, ${order.key} AS key FROM ${name} WHERE ${condition} AND ${after} ORDER BY ${order.by} LIMIT ${limit + 1}`,
      bindings.values,
    );
    const shown = rows.slice(0, limit);
    const cursorAfter = (records: number): string =>
      cursorOf(this.version, asked, shown[records - 1]!);
    const next = rows.length > limit ? cursorAfter(limit) : null;
    return { records: await this.linesAt(name, shown), next, total, cursorAfter };
  }

  /** A record by its id; null where there is none. */
  async record(name: CollectionName, id: string): Promise<Buffer | null> {
    return (await this.recordsOf(name, [id]))[0] ?? null;
  }

  /** The records of some ids, as far as there are any, in the order of the dataset. */
  recordsOf(name: CollectionName, ids: readonly string[]): Promise<Buffer[]> {
    const wanted = `id IN (SELECT unnest(from_json($1, '["VARCHAR"]')))`;
    return this.recordsWhere(name, wanted, [JSON.stringify(ids)]);
  }

  /** The records that a condition of SQL holds for, in the order of the dataset. */
  async recordsWhere(
    name: CollectionName,
    condition: string,
    values: readonly Bound[],
  ): Promise<Buffer[]> {
    const sql = `SELECT position FROM ${name} WHERE ${condition} ORDER BY position`;
    return await this.linesAt(name, await this.ask<{ position: number }>(sql, values));
  }

  /** The tasks that match, the last changed first. */
  async changedTasks(
    filters: Readonly<Record<string, unknown>>,
    limit: number,
  ): Promise<readonly Dated[]> {
    const bindings = new Bindings();
    const condition = conditionOf('tasks', filters, bindings.add);
    const rows = await this.ask<{
      position: number;
      since: string;
      is_changed: boolean;
      told: string | null;
    }>(
      `SELECT position, since, is_changed, told FROM tasks WHERE ${condition} ORDER BY since DESC, position LIMIT ${limit}`,
      bindings.values,
    );
    const records = await this.linesAt('tasks', rows);
    return rows.map(({ since, is_changed: isChanged, told }, index) => ({
      ...{ record: records[index]!, since, isChanged, told },
    }));
  }

  /** The bodies that a name or an id stands for; else those whose names hold it. */
  async bodies(name: string): Promise<readonly Body[]> {
    const found = (condition: string): Promise<Body[]> =>
      this.ask(
        `SELECT id, name, region FROM units WHERE ${condition} ORDER BY tasks DESC, position`,
        [name],
      );
    const exact = await found(`id IN (${BODY('$1')})`);
    return exact.length > 0 ? exact : await found('contains(words, $1)');
  }

  /** The text that every `at` of a document's records counts in; null where there is none. */
  async text(documentId: string): Promise<string | null> {
    if (/[/\\\0]/.test(documentId)) return null;
    try {
      return await readFile(join(this.folder, textPath(documentId)), 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  /** Lets it stand while it is asked, even where another edition has taken its place. */
  async use<Answer>(ask: (index: DatasetIndex) => Promise<Answer>): Promise<Answer> {
    this.readers++;
    try {
      return await ask(this);
    } finally {
      this.readers--;
      if (this.retired && this.readers === 0) this.close();
    }
  }

  /** Closes it once nobody asks it any more. */
  retire(): void {
    if (this.retired) return;
    this.retired = true;
    if (this.readers === 0) this.close();
  }

  private async count(
    name: CollectionName,
    condition: string,
    values: readonly Bound[],
  ): Promise<number> {
    const sql = `SELECT count(*) AS n FROM ${name} WHERE ${condition}`;
    return (await this.ask<{ n: number }>(sql, values))[0]!.n;
  }

  private linesAt(
    name: CollectionName,
    rows: readonly { readonly position: number }[],
  ): Promise<Buffer[]> {
    const { file, places } = this.tables[name];
    return Promise.all(rows.map(({ position }) => readLine(file, places, position)));
  }

  /**
   * One statement a connection at a time, and none for ever.
   *
   * @throws SlowQueryError
   */
  private async ask<Row>(sql: string, values: readonly Bound[]): Promise<Row[]> {
    const connection = this.connections.pop() ?? (await this.instance.connect());
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      connection.interrupt();
    }, PATIENCE);
    try {
      return await rowsOf<Row>(connection, sql, values);
    } catch (error) {
      if (isLate)
        throw new SlowQueryError('The dataset is asked too much. Ask for less at a time.');
      throw error;
    } finally {
      clearTimeout(timer);
      this.connections.push(connection);
    }
  }

  private close(): void {
    for (const connection of this.connections) connection.closeSync();
    this.instance.closeSync();
    for (const { file } of Object.values(this.tables)) void file.close();
  }
}
