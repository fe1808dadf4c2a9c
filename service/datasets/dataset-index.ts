import { readFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBBitValue, type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { folded } from '../../pipeline/emit/search-terms.js';
import { textPath } from '../../pipeline/emit/tables.js';
import type { Asked, Body, Dated, Page } from './answers.js';
import { BodyNames } from './body-names.js';
import { COLLECTION_NAMES, COLLECTIONS, type CollectionName } from './collections.js';
import { cursorOf, type Place, placeOf } from './cursor.js';
import { conditionOf, partCondition } from './filters.js';
import { readLine } from './line-places.js';
import {
  IndexError,
  joinDocuments,
  loadHistory,
  loadLinks,
  loadTable,
  loadTaskUnits,
  takeWords,
  timeOfRun,
} from './load-tables.js';
import { digestOf, type OpenTable, openTables } from './open-tables.js';
import { afterPlace, orderOf } from './order.js';
import { PositionSet, positionBits } from './position-set.js';
import { isIn, type Searched, searched } from './search.js';
import { Bindings, type Bound, rowsOf, textsOf } from './sql.js';
import type { WordIndex } from './word-index.js';

export type { Asked, Body, Dated, Page } from './answers.js';

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
  private readonly words = {} as Record<CollectionName, WordIndex>;
  private names = new BodyNames([]);

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
      index.names = await BodyNames.read(connection);
      for (const name of COLLECTION_NAMES) index.words[name] = await takeWords(connection, name);
      await joinDocuments(connection);
      await loadTaskUnits(connection);
      await loadLinks(connection);
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
    const condition = await this.conditionOf(name, filters, bindings);
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
    return this.recordsWhere(name, `id IN ${textsOf('$1')}`, [JSON.stringify(ids)]);
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
    const condition = await this.conditionOf('tasks', filters, bindings);
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

  /** The bodies that a name or an id stands for; else those whose names hold it. The busiest first. */
  bodies(name: string): Promise<readonly Body[]> {
    const exact = this.names.named(name).map(({ id }) => id);
    const [found, value] =
      exact.length > 0
        ? [`id IN ${textsOf('$1')}`, JSON.stringify(exact)]
        : [isIn('$1'), this.words.units.with(folded(name)).value];
    return this.ask(
      `SELECT id, name, region FROM units WHERE ${found} ORDER BY tasks DESC, position`,
      [value],
    );
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

  /** What its filters and its search ask of a collection, as SQL. */
  private async conditionOf(
    name: CollectionName,
    filters: Asked['filters'],
    { add }: Bindings,
  ): Promise<string> {
    const conditions = [conditionOf(name, filters, add)];
    const parts = new Bindings();
    const part = name === 'tasks' ? partCondition(filters, this.names, parts.add) : null;
    if (part !== null) {
      const { size } = this.words.tasks;
      const sql = `SELECT ${positionBits(size)} AS found FROM task_units WHERE ${part}`;
      conditions.push(isIn(add((await this.bits(sql, parts.values, size)).value)));
    }
    const { q, any } = filters;
    if (typeof q === 'string') {
      const { words, names: bodies } = this;
      const bits: Searched['bits'] = (...asked) => this.bits(...asked);
      const found = await searched(name, q, any === true, { words, bodies, bits });
      conditions.push(isIn(add(found.value)));
    }
    return conditions.join(' AND ');
  }

  /** The positions that a statement gives as `found`. */
  private async bits(sql: string, values: readonly Bound[], size: number): Promise<PositionSet> {
    const [row] = await this.ask<{ found: DuckDBBitValue | null }>(sql, values);
    return PositionSet.from(row?.found ?? null, size);
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
