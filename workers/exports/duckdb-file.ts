import { rmSync } from 'node:fs';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { ExportTable } from '../../pipeline/emit/export-tables.js';
import type { ColumnType } from '../../pipeline/emit/flat-columns.js';
import { CountedFile } from '../counted-file.js';
import type { Sink, TableWriter } from './sink.js';
import { VIEWS } from './views.js';

const TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'VARCHAR',
  integer: 'INTEGER',
  bigint: 'BIGINT',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  date: 'DATE',
  list: 'VARCHAR[]',
};

/**
 * Settings under which a database is written: memory has a bound, one thread keeps rows in their
 * order, and nothing is fetched from anywhere.
 */
const SETTINGS = {
  threads: '1',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
};

/** Rows that are held in memory before they are packed, in both formats; texts are long. */
const ROW_GROUP = 20_480;

/** Bytes of memory that DuckDB may take, and how many more a row, for the keys it is found by. */
const MEMORY = 192 * 2 ** 20;
const MEMORY_OF_KEYS = 64;

/** Bytes of the largest row that DuckDB reads where it is told nothing else. */
const LARGEST_ROW = 16 * 2 ** 20;

/**
 * A DuckDB file with tables, keys, comments and views. The rows of a table go through a file of JSON
 * Lines beside it, which DuckDB reads many times faster, and in less memory, than it takes rows.
 */
export class DuckdbFile implements Sink {
  private rows = 0;

  private constructor(
    private readonly instance: DuckDBInstance,
    readonly connection: DuckDBConnection,
    private readonly path: string,
    private readonly keys: boolean,
  ) {}

  /** The file must not be there; rows on their way stand beside it in `<path>.<table>`. `keys`: whether tables have
   * primary and foreign keys, which take time and memory.
   */
  static async create(path: string, options: { keys: boolean }): Promise<DuckdbFile> {
    const instance = await DuckDBInstance.create(':memory:', SETTINGS);
    const connection = await instance.connect();
    await connection.run(`ATTACH ${quoted(path)} AS dataset (ROW_GROUP_SIZE ${ROW_GROUP})`);
    await connection.run('USE dataset');
    return new DuckdbFile(instance, connection, path, options.keys);
  }

  async begin(table: ExportTable): Promise<TableWriter> {
    const { name, columns } = table;
    await this.connection.run(createTable(table, this.keys));
    for (const sql of comments(table)) await this.connection.run(sql);
    const path = `${this.path}.${name}`;
    const file = new CountedFile(path);
    let largest = 0;
    return {
      add: (rows) => {
        for (const row of rows) {
          const fields = row.map((cell, index) => [columns[index]!.name, cell] as const);
          const line = `${wellFormedJson(Object.fromEntries(fields))}\n`;
          largest = Math.max(largest, line.length);
          file.add(line);
        }
      },
      end: async () => {
        const { rows } = file.close();
        this.rows += rows;
        if (rows > 0) await this.load(table, path, largest);
        rmSync(path);
      },
      abort: () => file.close(),
    };
  }

  /** Adds the views; the tables can be read from then on. */
  async addViews(): Promise<void> {
    for (const { name, description, sql } of VIEWS) {
      await this.connection.run(`CREATE VIEW ${name} AS ${sql}`);
      await this.connection.run(`COMMENT ON VIEW ${name} IS ${quoted(description)}`);
    }
  }

  /** Writes one table to a Parquet file, rows in their order. */
  async writeParquet(table: string, path: string): Promise<void> {
    await this.connection.run(
      `COPY ${table} TO ${quoted(path)} (FORMAT parquet, ROW_GROUP_SIZE ${ROW_GROUP})`,
    );
  }

  async finish(): Promise<void> {
    await this.connection.run('USE memory');
    await this.connection.run('DETACH dataset');
    this.connection.closeSync();
    this.instance.closeSync();
  }

  abort(): void {
    this.connection.closeSync();
    this.instance.closeSync();
  }

  /** `largest`: UTF-16 code units of the longest row, each of three bytes at most. */
  private async load(table: ExportTable, path: string, largest: number): Promise<void> {
    const row = Math.max(LARGEST_ROW, largest * 3);
    const memory = MEMORY + this.rows * MEMORY_OF_KEYS + (row - LARGEST_ROW) * 16;
    await this.connection.run(`SET memory_limit = '${memory}B'`);
    const types = table.columns.map(({ name, type }) => `${name}: '${TYPES[type]}'`).join(', ');
    const source = `read_json(${quoted(path)}, format = 'newline_delimited', columns = {${types}}, maximum_object_size = ${row})`;
    await this.connection.run(`INSERT INTO ${table.name} SELECT * FROM ${source}`);
    await this.connection.run('CHECKPOINT');
  }
}

function createTable(table: ExportTable, keys: boolean): string {
  const { name, columns, primaryKey, foreignKeys } = table;
  const parts = columns.map(
    (column) => `${column.name} ${TYPES[column.type]}${column.nullable ? '' : ' NOT NULL'}`,
  );
  if (!keys) return `CREATE TABLE ${name} (${parts.join(', ')})`;
  if (primaryKey.length > 0) parts.push(`PRIMARY KEY (${primaryKey.join(', ')})`);
  for (const link of foreignKeys) {
    const references = `${link.table} (${link.references.join(', ')})`;
    parts.push(`FOREIGN KEY (${link.columns.join(', ')}) REFERENCES ${references}`);
  }
  return `CREATE TABLE ${name} (${parts.join(', ')})`;
}

function comments({ name, description, columns }: ExportTable): string[] {
  return [
    `COMMENT ON TABLE ${name} IS ${quoted(description)}`,
    ...columns.map(
      (column) => `COMMENT ON COLUMN ${name}.${column.name} IS ${quoted(column.description)}`,
    ),
  ];
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** JSON without halves of characters, which no UTF-8 has. */
function wellFormedJson(value: object): string {
  const json = JSON.stringify(value);
  // Halves are all that JSON.stringify writes as \ud8xx to \udfxx; a backslash itself is doubled.
  return json.includes('\\ud')
    ? JSON.stringify(value, (_, each: unknown) =>
        typeof each === 'string' ? each.replace(/\p{Surrogate}/gu, '\uFFFD') : each,
      )
    : json;
}
