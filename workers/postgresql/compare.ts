import type { ExportTable } from '../../pipeline/emit/export-tables.js';
import type { Session } from './session.js';
import { keyOf, stagedName } from './stage.js';
import { DIGEST, quotedName } from './tables.js';

/** How a table of the database differs from the dataset that is staged beside it. */
export interface Differences {
  /** Rows that the dataset has and the database has not. */
  readonly missing: number;
  /** Rows that are in both and are not the same. */
  readonly different: number;
  /** Rows that the database has and the dataset has not. */
  readonly extra: number;
}

/** Temporary table of keys that are new or differ, each with the digest that its row is to have. */
export const differingName = ({ name }: ExportTable): string =>
  `pg_temp.${quotedName(`differing_${name}`)}`;

/** Temporary table of keys that the dataset does not hold. */
export const extraName = ({ name }: ExportTable): string =>
  `pg_temp.${quotedName(`extra_${name}`)}`;

/** The digest of a row's values, told from the values themselves. */
export function digestOf(table: ExportTable, alias: string): string {
  const values = table.columns.map(({ name }) => `${alias}.${quotedName(name)}`);
  return `sha256(convert_to(ROW(${values.join(', ')})::text, 'UTF8'))`;
}

/** Whether two rows have the same key, for SQL. */
export const sameKey = ({ primaryKey }: ExportTable, one: string, other: string): string =>
  primaryKey
    .map((name) => `${one}.${quotedName(name)} = ${other}.${quotedName(name)}`)
    .join(' AND ');

/**
 * Compares a table with what is staged, row by row by digests made of the values that stand there, so
 * that what somebody changed by hand is found too; keeps the keys that differ.
 */
export async function compare(session: Session, table: ExportTable): Promise<Differences> {
  const keys = table.primaryKey.map(quotedName);
  const stands = quotedName(table.name);
  await session.runAll(`
    CREATE TEMPORARY TABLE ${differingName(table)} ON COMMIT DROP AS
      SELECT ${keys.map((key) => `s.${key}`).join(', ')}, s.digest, t.${keys[0]} IS NULL AS is_new
      FROM (SELECT ${keyOf(table)}, ${digestOf(table, 'staged')} AS digest FROM ${stagedName(table)} staged) s
      LEFT JOIN ${stands} t ON ${sameKey(table, 's', 't')}
      WHERE t.${keys[0]} IS NULL OR ${digestOf(table, 't')} <> s.digest OR t.${DIGEST} <> s.digest;
    CREATE TEMPORARY TABLE ${extraName(table)} ON COMMIT DROP AS
      SELECT ${keyOf(table)} FROM ${stands} t
      WHERE NOT EXISTS (SELECT FROM ${stagedName(table)} s WHERE ${sameKey(table, 's', 't')});
    ANALYZE ${differingName(table)}; ANALYZE ${extraName(table)}`);
  const [counts] = await session.rows<Record<keyof Differences, string>>(
    `SELECT count(*) FILTER (WHERE is_new) AS missing, count(*) FILTER (WHERE NOT is_new) AS different,
      (SELECT count(*) FROM ${extraName(table)}) AS extra
      FROM ${differingName(table)}`,
  );
  const { missing, different, extra } = counts!;
  return { missing: Number(missing), different: Number(different), extra: Number(extra) };
}
