import { rmSync } from 'node:fs';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { ExportTable } from '../../pipeline/emit/export-tables.js';
import { CountedFile } from '../counted-file.js';
import {
  CHARACTERS_OF_GROUP,
  memoryFor,
  quoted,
  ROW_GROUP,
  rowGroupOf,
  rowLine,
  rowsOf,
  SETTINGS,
  TIMES_OF_VECTOR,
  TYPES,
  Width,
} from './duckdb-rows.js';
import type { Sink, TableWriter } from './sink.js';
import { VIEWS } from './views.js';

/** Rows that are loaded together, and characters: what they take is let go of before the next come. */
const ROWS_AT_ONCE = 2 * ROW_GROUP;
const CHARACTERS_AT_ONCE = 2 * CHARACTERS_OF_GROUP;

/**
 * A DuckDB file with tables, keys, comments and views. The rows of a table go through a file of JSON
 * Lines beside it, which DuckDB reads many times faster, and in less memory, than it takes rows.
 */
export class DuckdbFile implements Sink {
  /** Rows that are found by a key. */
  private keyed = 0;
  private readonly widths = new Map<string, Width>();

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
    const parts: RowsFile[] = [];
    const width = new Width();
    this.widths.set(name, width);
    return {
      add: (rows) => {
        for (const row of rows) {
          let part = parts.at(-1);
          if (!part || part.isFull) {
            part?.close();
            part = new RowsFile(`${this.path}.${name}.${parts.length}`);
            parts.push(part);
          }
          const line = rowLine(columns, row);
          part.add(line);
          width.add(line.length);
        }
      },
      end: async () => {
        for (const part of parts) await this.load(table, part);
      },
      abort: () => parts.at(-1)?.close(),
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
    const width = this.widths.get(table)!;
    await this.allowMemory(width, TIMES_OF_VECTOR.parquet);
    await this.connection.run(
      `COPY ${table} TO ${quoted(path)} (FORMAT parquet, ROW_GROUP_SIZE ${rowGroupOf(width)})`,
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

  private async load({ name, columns }: ExportTable, part: RowsFile): Promise<void> {
    part.close();
    if (this.keys) this.keyed += part.width.rows;
    await this.allowMemory(part.width, TIMES_OF_VECTOR.load);
    const source = rowsOf(part.path, columns, part.width);
    await this.connection.run(`INSERT INTO ${name} SELECT * FROM ${source}`);
    await this.connection.run('CHECKPOINT');
    rmSync(part.path);
  }

  private async allowMemory(width: Width, times: number): Promise<void> {
    await this.connection.run(`SET memory_limit = '${memoryFor(width, times, this.keyed)}B'`);
  }
}

/** Rows of a table on their way into the database, as JSON Lines. */
class RowsFile {
  readonly width = new Width();
  private file: CountedFile | null;

  constructor(readonly path: string) {
    this.file = new CountedFile(path);
  }

  get isFull(): boolean {
    return this.width.rows >= ROWS_AT_ONCE || this.width.characters >= CHARACTERS_AT_ONCE;
  }

  add(line: string): void {
    this.width.add(line.length);
    this.file!.add(line);
  }

  /** May be called again. */
  close(): void {
    this.file?.close();
    this.file = null;
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
