import type { Column, ColumnType } from '../../pipeline/emit/flat-columns.js';
import { wellFormedJson } from './well-formed-json.js';

/** The type that each kind of column has. */
export const TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'VARCHAR',
  integer: 'INTEGER',
  bigint: 'BIGINT',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  date: 'DATE',
  list: 'VARCHAR[]',
};

/**
 * Settings under which a database is written: one thread keeps rows in their order, memory that is
 * let go of goes back to the system at once, and nothing is fetched from anywhere.
 */
export const SETTINGS = {
  threads: '1',
  allocator_flush_threshold: '1MB',
  allocator_bulk_deallocation_flush_threshold: '1MB',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
};

/** Rows that are held in memory before they are packed, in both formats; texts are long. */
export const ROW_GROUP = 20_480;
/** Rows that DuckDB handles together; Parquet packs no fewer. */
const VECTOR = 2048;
/** Characters of the rows that Parquet packs together, about. */
export const CHARACTERS_OF_GROUP = 8 * 2 ** 20;

/**
 * Bytes of memory that DuckDB may take; how many more a row, for the keys it is found by; how many
 * times the bytes of the rows it handles together; and of its buffer where a row is very long.
 */
const MEMORY = 64 * 2 ** 20;
const MEMORY_OF_KEYS = 48;
export const TIMES_OF_VECTOR = { load: 4, parquet: 8 };
const TIMES_OF_ROW = 16;

/** Bytes of the largest row that DuckDB reads where it is told nothing else. */
const LARGEST_ROW = 16 * 2 ** 20;
/** Bytes of a UTF-16 code unit in UTF-8, at most. */
const BYTES = 3;

/** A row as a line of JSON, by the names of its columns; DuckDB reads such lines. */
export function rowLine(columns: readonly Column[], row: readonly unknown[]): string {
  const fields = row.map((cell, index) => [columns[index]!.name, cell] as const);
  return `${wellFormedJson(Object.fromEntries(fields))}\n`;
}

/** How wide rows are, in UTF-16 code units. */
export class Width {
  rows = 0;
  /** Of all rows. */
  characters = 0;
  /** Of the longest row. */
  largest = 0;
  /** Of the rows that are handled together, the fullest there is. */
  fullest = 0;
  private together = 0;

  add(characters: number): void {
    this.together = this.rows % VECTOR === 0 ? characters : this.together + characters;
    this.rows++;
    this.characters += characters;
    this.largest = Math.max(this.largest, characters);
    this.fullest = Math.max(this.fullest, this.together);
  }
}

/** Fewer rows are packed together where they are wide. */
export function rowGroupOf({ fullest }: Width): number {
  const vectors = Math.floor(CHARACTERS_OF_GROUP / Math.max(1, fullest));
  return Math.min(ROW_GROUP, Math.max(1, vectors) * VECTOR);
}

/** Bounds memory by how wide rows are, not by how many there are, but for those that are `keyed`. */
export function memoryFor({ fullest, largest }: Width, times: number, keyed = 0): number {
  return (
    MEMORY +
    keyed * MEMORY_OF_KEYS +
    fullest * BYTES * times +
    Math.max(0, largest * BYTES - LARGEST_ROW) * TIMES_OF_ROW
  );
}

/** What DuckDB reads a file of rows with, a JSON object a line. */
export function rowsOf(path: string, columns: readonly Column[], { largest }: Width): string {
  const types = columns.map((column) => `${column.name}: '${TYPES[column.type]}'`).join(', ');
  const row = Math.max(LARGEST_ROW, largest * BYTES);
  return `read_json(${quoted(path)}, format = 'newline_delimited', columns = {${types}}, maximum_object_size = ${row})`;
}

/** A text as SQL has it. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
