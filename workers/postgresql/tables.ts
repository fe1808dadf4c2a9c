import { createHash } from 'node:crypto';
import { EXPORT_TABLES, type ExportTable } from '../../pipeline/emit/export-tables.js';
import type { Column, ColumnType } from '../../pipeline/emit/flat-columns.js';

/** The types of columns in PostgreSQL. */
export const TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'text',
  integer: 'integer',
  bigint: 'bigint',
  number: 'double precision',
  boolean: 'boolean',
  date: 'date',
  list: 'text[]',
};

/** The column that holds the digest of a row's values. */
export const DIGEST = 'row_digest';

const REJECT_KEY: Column = {
  name: 'id',
  type: 'text',
  nullable: false,
  filled: true,
  description: 'Made of what the row says; a row that says the same once more has -2 after it.',
  values: null,
  path: [],
};

/** The tables of the database, what others refer to first: those of exports, each with a key. */
export const DATABASE_TABLES: readonly ExportTable[] = EXPORT_TABLES.map((table) =>
  table.primaryKey.length > 0
    ? table
    : { ...table, columns: [REJECT_KEY, ...table.columns], primaryKey: [REJECT_KEY.name] },
);

/**
 * The tables with their rows for one pass over a dataset. What rejects are found by is counted in it,
 * so that a reject more or less changes no other row.
 */
export function tablesOfOnePass(): readonly ExportTable[] {
  const seen = new Map<string, number>();
  const keyOf = (row: readonly unknown[]): string => {
    const key = createHash('sha256').update(JSON.stringify(row)).digest('hex').slice(0, 16);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : `${key}-${count}`;
  };
  return DATABASE_TABLES.map((table, index) => {
    const plain = EXPORT_TABLES[index]!;
    if (plain.primaryKey.length > 0) return table;
    const rows: ExportTable['rows'] = (record, context) =>
      plain.rows(record, context).map((row) => [keyOf(row), ...row]);
    return { ...table, rows };
  });
}

/** A name as SQL takes it, whatever it is made of. */
export const quotedName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A text as SQL takes it. */
export const quotedText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
