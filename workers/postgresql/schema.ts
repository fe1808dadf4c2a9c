import { writeComments } from './comments.js';
import { DatabaseFault } from './fault.js';
import { MIGRATIONS } from './migrations/index.js';
import type { Session } from './session.js';
import { quotedName } from './tables.js';

/** Bytes that PostgreSQL keeps of a name. */
const LONGEST_NAME = 63;

/** Which versions of the schema were made when. */
const VERSIONS = 'gongwen_migrations';

/**
 * What is wrong with a name for a schema, null where nothing is: PostgreSQL would cut a long one, and
 * keeps some for itself.
 */
export function schemaNameFault(name: string): string | null {
  if (name === '' || name.includes('\0')) return 'Give a name.';
  if (Buffer.byteLength(name) > LONGEST_NAME)
    return `Give a name of ${LONGEST_NAME} bytes at most.`;
  return /^pg_|^information_schema$/i.test(name) ? `${name} is kept by PostgreSQL.` : null;
}

/** Has names without a schema mean those of this one. */
export const useSchema = (session: Session, schema: string): Promise<void> =>
  session.runAll(`SET LOCAL search_path TO ${quotedName(schema)}, pg_temp`);

/** The version of the schema that stands; 0 where there is none. */
export async function schemaVersion(session: Session, schema: string): Promise<number> {
  const [found] = await session.rows<{ found: boolean }>(
    'SELECT to_regclass($1) IS NOT NULL AS found',
    [`${quotedName(schema)}.${VERSIONS}`],
  );
  if (!found!.found) return 0;
  const [row] = await session.rows<{ version: number | null }>(
    `SELECT max(version) AS version FROM ${quotedName(schema)}.${VERSIONS}`,
  );
  return row!.version ?? 0;
}

/** @throws DatabaseFault where a later program has made the schema */
export function requireKnownVersion(version: number, schema: string): void {
  if (version <= MIGRATIONS.length) return;
  throw new DatabaseFault(
    `The schema ${schema} has version ${version}, made by a later gongwen; this one knows ${MIGRATIONS.length}. Install the later one, or choose another schema with --schema.`,
  );
}

/**
 * Makes the schema what this program needs, step by step from the version that it has, and its comments
 * those of the records' fields. Nothing is written where it is so already.
 *
 * @returns the steps that were made
 */
export async function migrate(session: Session, schema: string): Promise<readonly string[]> {
  const [found] = await session.rows<{ found: boolean }>(
    'SELECT EXISTS (SELECT FROM pg_catalog.pg_namespace WHERE nspname = $1) AS found',
    [schema],
  );
  if (!found!.found) await session.runAll(`CREATE SCHEMA ${quotedName(schema)}`);
  await useSchema(session, schema);
  const version = await schemaVersion(session, schema);
  requireKnownVersion(version, schema);
  if (version === 0) {
    await session.runAll(`CREATE TABLE ${VERSIONS} (
      version integer PRIMARY KEY, name text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now()
    )`);
  }
  const steps = MIGRATIONS.slice(version);
  for (const [index, { name, sql }] of steps.entries()) {
    await session.runAll(sql);
    await session.run(`INSERT INTO ${VERSIONS} (version, name) VALUES ($1, $2)`, [
      version + index + 1,
      name,
    ]);
  }
  await writeComments(session, schema);
  return steps.map(({ name }) => name);
}
