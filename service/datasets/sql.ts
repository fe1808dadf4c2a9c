import type { DuckDBBitValue, DuckDBConnection } from '@duckdb/node-api';

/** A value that a statement is given beside its words. */
export type Bound = string | number | boolean | DuckDBBitValue;

/** Values of a statement, each named where it stands: nothing of a request becomes SQL. */
export class Bindings {
  readonly values: Bound[] = [];

  /** Takes a value; gives the name that stands for it. */
  add = (value: Bound): string => `$${this.values.push(value)}`;
}

/** The rows that a statement gives, as plain values; whole numbers are numbers. */
export async function rowsOf<Row>(
  connection: DuckDBConnection,
  sql: string,
  values: readonly Bound[] = [],
): Promise<Row[]> {
  const reader = await connection.runAndReadAll(sql, [...values]);
  return reader.getRowObjects().map((row) => {
    const entries = Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'bigint' ? Number(value) : value,
    ]);
    return Object.fromEntries(entries) as Row;
  });
}

/** A text as SQL writes it. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The texts of a list that is bound as JSON, as the right side of an IN. */
export const textsOf = (binding: string): string =>
  `(SELECT unnest(from_json(${binding}, '["VARCHAR"]')))`;
