import type { ExportTable } from '../../pipeline/emit/export-tables.js';
import { differingName, extraName, sameKey } from './compare.js';
import type { Session } from './session.js';
import { stagedName } from './stage.js';
import { DIGEST, quotedName, quotedText } from './tables.js';

/** Writes the rows that are new. */
export function insertNew(session: Session, table: ExportTable): Promise<number> {
  const columns = table.columns.map(({ name }) => quotedName(name));
  return session.run(
    `INSERT INTO ${quotedName(table.name)} (${columns.join(', ')}, ${DIGEST})
      SELECT ${columns.map((name) => `s.${name}`).join(', ')}, d.digest
      FROM ${stagedName(table)} s JOIN ${differingName(table)} d ON ${sameKey(table, 's', 'd')}
      WHERE d.is_new`,
  );
}

/** Writes the rows that differ anew. */
export function updateDifferent(session: Session, table: ExportTable): Promise<number> {
  const values = table.columns
    .map(({ name }) => quotedName(name))
    .map((name) => `${name} = s.${name}`);
  return session.run(
    `UPDATE ${quotedName(table.name)} t SET ${values.join(', ')}, ${DIGEST} = d.digest
      FROM ${stagedName(table)} s JOIN ${differingName(table)} d ON ${sameKey(table, 's', 'd')}
      WHERE NOT d.is_new AND ${sameKey(table, 't', 's')}`,
  );
}

/** Takes away the rows that the dataset does not hold; rows that name them go first. */
export const deleteExtra = (session: Session, table: ExportTable): Promise<number> =>
  session.run(
    `DELETE FROM ${quotedName(table.name)} t USING ${extraName(table)} e WHERE ${sameKey(table, 't', 'e')}`,
  );

/** Notes what the load is about to do to a table; the rows stand as they were. */
export async function noteHistory(
  session: Session,
  table: ExportTable,
  loadId: string,
): Promise<void> {
  const [id, position] = table.primaryKey.map(quotedName);
  const place = (alias: string): string =>
    `$1::bigint, ${quotedText(table.name)}, ${alias}.${id}, ${position ? `${alias}.${position}` : 'NULL::integer'}`;
  const stands = `to_jsonb(t) - ${quotedText(DIGEST)}`;
  const into =
    'INSERT INTO history (load_id, table_name, record_id, position, change, before, after)';
  const differing = `${differingName(table)} d JOIN ${stagedName(table)} s ON ${sameKey(table, 's', 'd')}`;
  await session.run(
    `${into} SELECT ${place('s')}, 'added', NULL, to_jsonb(s) FROM ${differing} WHERE d.is_new`,
    [loadId],
  );
  await session.run(
    `${into} SELECT ${place('t')}, 'changed', fields.before, fields.after
      FROM ${differing} JOIN ${quotedName(table.name)} t ON ${sameKey(table, 's', 't')}
      CROSS JOIN LATERAL (
        SELECT jsonb_object_agg(former.key, former.value) AS before, jsonb_object_agg(latter.key, latter.value) AS after
        FROM jsonb_each(${stands}) former JOIN jsonb_each(to_jsonb(s)) latter ON latter.key = former.key
        WHERE former.value IS DISTINCT FROM latter.value
      ) fields
      WHERE NOT d.is_new AND fields.before IS NOT NULL`,
    [loadId],
  );
  await session.run(
    `${into} SELECT ${place('t')}, 'withdrawn', ${stands}, NULL
      FROM ${quotedName(table.name)} t JOIN ${extraName(table)} e ON ${sameKey(table, 't', 'e')}`,
    [loadId],
  );
}
