import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { unitId } from '../../pipeline/emit/unit-tally.js';
import { HISTORY } from '../../workers/changes/history.js';
import {
  SNAPSHOTS,
  type SnapshotName,
  snapshotNames,
} from '../../workers/changes/snapshot-folders.js';
import { CountedFile } from '../../workers/counted-file.js';
import { wellFormedJson } from '../../workers/exports/well-formed-json.js';
import { linesOf } from '../../workers/lines.js';
import { COLLECTIONS, type Collection, type CollectionName } from './collections.js';
import type { LinePlaces } from './line-places.js';
import { quoted, rowsOf } from './sql.js';
import { type PlacedText, WordIndex } from './word-index.js';

/** A dataset cannot be served; the message says why. */
export class IndexError extends Error {}

/** A table's file, open, and where its lines are. */
export interface TableFile {
  readonly collection: Collection;
  readonly path: string;
  readonly places: LinePlaces;
}

/** Bytes of the largest line that DuckDB reads where it is told nothing else. */
const LARGEST_LINE = 16 * 2 ** 20;

/** Reads a table into the database: its columns, and the number of each line as `position`. */
export async function loadTable(connection: DuckDBConnection, table: TableFile): Promise<void> {
  const { collection, places } = table;
  const staged = places.hasHalves ? await withoutHalves(table.path) : null;
  try {
    const columns = Object.entries(collection.columns).map(([name, sql]) => `${sql} AS "${name}"`);
    const source =
      places.count === 0
        ? noLines(collection.reads)
        : jsonLines(staged?.path ?? table.path, collection.reads, places.longest);
    await connection.run(
      `CREATE TABLE ${collection.name} AS SELECT row_number() OVER () - 1 AS position, id, ${collection.inDocument ? 'document_id, ' : ''}${columns.join(', ')}, ${collection.words} AS words FROM ${source}`,
    );
  } catch (error) {
    throw new IndexError(`${table.path}: ${(error as Error).message}. See gongwen validate.`);
  } finally {
    await staged?.remove();
  }
  const [counted] = await rowsOf<{ n: number }>(
    connection,
    `SELECT count(*) AS n FROM ${collection.name}`,
  );
  if (counted!.n !== places.count) {
    throw new IndexError(`${table.path}: ${places.count} lines, ${counted!.n} records.`);
  }
}

function jsonLines(path: string, reads: Readonly<Record<string, string>>, longest = 0): string {
  const types = Object.entries(reads).map(([name, type]) => `"${name}": ${quoted(type)}`);
  const most = Math.max(LARGEST_LINE, longest + 1);
  return `read_json(${quoted(path)}, format = 'newline_delimited', columns = {${types.join(', ')}}, maximum_object_size = ${most})`;
}

const noLines = (reads: Readonly<Record<string, string>>): string => {
  const nulls = Object.entries(reads).map(([name, type]) => `NULL::${type} AS "${name}"`);
  return `(SELECT ${nulls.join(', ')}) WHERE false`;
};

/** A copy of a file in which every character is whole. */
async function withoutHalves(path: string): Promise<{ path: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'gongwen-index-'));
  const copy = join(folder, 'lines.jsonl');
  const file = new CountedFile(copy);
  for await (const line of linesOf(createReadStream(path, 'utf8') as AsyncIterable<string>)) {
    file.add(`${wellFormedJson(JSON.parse(line) as object)}\n`);
  }
  file.close();
  return { path: copy, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Lets the records of a document be found by its place, date and nature. */
export async function joinDocuments(connection: DuckDBConnection): Promise<void> {
  for (const { name, inDocument } of Object.values(COLLECTIONS)) {
    if (!inDocument) continue;
    await connection.run(
      `CREATE OR REPLACE TABLE ${name} AS SELECT ${name}.*, documents.region, documents.issued_on, documents.nature, documents.copy_of FROM ${name} LEFT JOIN documents ON documents.id = ${name}.document_id ORDER BY ${name}.position`,
    );
  }
}

/** Which bodies each task is given to, by their ids; `tasks` loses the columns that told it. */
export async function loadTaskUnits(connection: DuckDBConnection): Promise<void> {
  await connection.run(
    `CREATE TABLE named AS SELECT position, region, each.name AS name, each.canonical AS canonical, each.role AS role, coalesce(lead_basis = 'first-listed', false) AND list_contains(lead_units, each.name) AS first_listed FROM (SELECT position, region, lead_basis, lead_units, unnest(units) AS each FROM tasks)`,
  );
  const bodies = await rowsOf<{ name: string; canonical: string | null; region: string | null }>(
    connection,
    'SELECT DISTINCT name, canonical, region FROM named',
  );
  const known = JSON.stringify(bodies.map((body) => ({ ...body, id: unitId(body, body.region) })));
  await connection.run(
    `CREATE TABLE bodies AS SELECT unnest(from_json($1, '[{"name":"VARCHAR","canonical":"VARCHAR","region":"VARCHAR","id":"VARCHAR"}]'), recursive := true)`,
    [known],
  );
  await connection.run(
    `CREATE TABLE task_units AS SELECT position, bodies.id AS unit_id, role, first_listed FROM named JOIN bodies ON bodies.name = named.name AND bodies.canonical IS NOT DISTINCT FROM named.canonical AND bodies.region IS NOT DISTINCT FROM named.region ORDER BY position`,
  );
  await connection.run('DROP TABLE named; DROP TABLE bodies');
  await connection.run('ALTER TABLE tasks DROP COLUMN units');
  await connection.run('ALTER TABLE tasks DROP COLUMN lead_units');
}

/**
 * Adds to each task since when it stands as it does (`since`), whether it stood otherwise before
 * (`is_changed`) and what changed (`told`): from the newest snapshot where it is this dataset, else
 * all since the run's end.
 */
export async function loadHistory(
  connection: DuckDBConnection,
  folder: string,
  digest: string,
): Promise<void> {
  const snapshots = snapshotNames(folder);
  const newest = snapshots.at(-1);
  const path = newest && join(folder, SNAPSHOTS, newest.name, HISTORY);
  if (!newest || !digest.startsWith(newest.hash) || !existsSync(path!)) {
    const time = quoted(timeOfRun(folder));
    await connection.run(
      `CREATE OR REPLACE TABLE tasks AS SELECT *, ${time} AS since, false AS is_changed, NULL::VARCHAR AS told FROM tasks ORDER BY position`,
    );
    return;
  }
  await loadChanges(connection, folder, snapshots);
  const reads = { task_id: 'VARCHAR', valid_from: 'VARCHAR', valid_to: 'VARCHAR' };
  await connection.run(
    `CREATE OR REPLACE TABLE tasks AS SELECT tasks.*, coalesce(stands.since, ${quoted(newest.time)}) AS since, coalesce(stands.since > stands.first, false) AS is_changed, changes.summary AS told FROM tasks LEFT JOIN (SELECT task_id, max(valid_from) FILTER (valid_to IS NULL) AS since, min(valid_from) AS first FROM ${jsonLines(path!, reads)} GROUP BY task_id) AS stands ON stands.task_id = tasks.id LEFT JOIN changes ON changes.id = tasks.id AND changes.time = stands.since ORDER BY tasks.position`,
  );
  await connection.run('DROP TABLE changes');
}

async function loadChanges(
  connection: DuckDBConnection,
  folder: string,
  snapshots: readonly SnapshotName[],
): Promise<void> {
  await connection.run('CREATE TABLE changes (id VARCHAR, time VARCHAR, summary VARCHAR)');
  for (const { name, time } of snapshots) {
    const path = join(folder, SNAPSHOTS, name, 'changes.jsonl');
    if (!existsSync(path) || statSync(path).size === 0) continue;
    const reads = { kind: 'VARCHAR', id: 'VARCHAR', summary: 'VARCHAR' };
    await connection.run(
      `INSERT INTO changes SELECT id, ${quoted(time)}, summary FROM ${jsonLines(path, reads)} WHERE kind = 'task'`,
    );
  }
}

/** Takes the words that a search looks in out of a table: they are searched outside the database. */
export async function takeWords(
  connection: DuckDBConnection,
  name: CollectionName,
): Promise<WordIndex> {
  const words = await WordIndex.of(wordsIn(connection, name));
  await connection.run(`ALTER TABLE ${name} DROP COLUMN words`);
  return words;
}

async function* wordsIn(
  connection: DuckDBConnection,
  name: CollectionName,
): AsyncGenerator<PlacedText[]> {
  const result = await connection.stream(
    `SELECT position::INTEGER, coalesce(words, '') FROM ${name}`,
  );
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) return;
    yield chunk.getRows() as unknown as PlacedText[];
  }
}

/** Who issued each document, and which tasks each target and quantity belongs to, a row each. */
export async function loadLinks(connection: DuckDBConnection): Promise<void> {
  await connection.run(
    'CREATE TABLE issuers AS SELECT position, region, unnest(issuers) AS issuer FROM documents',
  );
  for (const name of ['targets', 'quantities']) {
    await connection.run(
      `CREATE TABLE ${name}_tasks AS SELECT each.position, tasks.position AS task FROM (SELECT position, unnest(task_ids) AS id FROM ${name}) AS each JOIN tasks ON tasks.id = each.id ORDER BY each.position`,
    );
  }
}

/** When the dataset was made: the end of its run, else the time of its description. */
export function timeOfRun(folder: string): string {
  try {
    const { finished } = JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8')) as {
      readonly finished?: unknown;
    };
    if (typeof finished === 'string') return `${finished.slice(0, 19)}Z`;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && !(error instanceof SyntaxError)) throw error;
  }
  const { mtime } = statSync(join(folder, 'datapackage.json'));
  return `${mtime.toISOString().slice(0, 19)}Z`;
}
