import type { Session } from './session.js';
import { DATABASE_TABLES, DIGEST, quotedName, quotedText } from './tables.js';

/** What a table or, with a column, one of its columns holds. */
interface Comment {
  readonly table: string;
  readonly column: string | null;
  readonly text: string;
}

/** The tables that tell of loads: what they and their columns hold. */
export const OWN_TABLES: Readonly<
  Record<string, { readonly text: string; readonly columns: Readonly<Record<string, string>> }>
> = {
  loads: {
    text: 'One load that changed something.',
    columns: {
      id: 'Counts loads.',
      loaded_at: 'When the transaction of the load began.',
      dataset_sha256: "Of the dataset's datapackage.json: equal digests, equal dataset.",
      program_version: 'Version of gongwen.',
      counts: 'Rows inserted, updated, deleted and unchanged, table by table.',
    },
  },
  history: {
    text: 'One row that a load after the first one added, changed or withdrew.',
    columns: {
      id: 'Counts changes.',
      load_id: 'The load.',
      table_name: 'The table of the row.',
      record_id: "The first column of the row's key.",
      position: "The second column of the row's key, in tables of lists.",
      change: 'What became of the row.',
      before:
        'The values that it lost: of a changed row those that differ, of a withdrawn row all.',
      after: 'The values that it got: of a changed row those that differ, of an added row all.',
    },
  },
  gongwen_migrations: {
    text: 'One version of this schema.',
    columns: {
      version: 'Counts versions; the highest one stands.',
      name: 'What the step to it was about.',
      applied_at: 'When the step was made.',
    },
  },
};

const DIGEST_TEXT = "SHA-256 of the row's other values as text, as the load wrote them.";

function* comments(): Generator<Comment> {
  for (const { name, description, columns } of DATABASE_TABLES) {
    yield { table: name, column: null, text: description };
    for (const column of columns) {
      yield { table: name, column: column.name, text: column.description };
    }
    yield { table: name, column: DIGEST, text: DIGEST_TEXT };
  }
  for (const [table, { text, columns }] of Object.entries(OWN_TABLES)) {
    yield { table, column: null, text };
    for (const [column, meaning] of Object.entries(columns)) yield { table, column, text: meaning };
  }
}

/** Gives tables and columns the descriptions of the records' fields, where they have others. */
export async function writeComments(session: Session, schema: string): Promise<void> {
  const written = await session.rows<{ table: string; column: string | null; text: string }>(
    `SELECT relname AS table, attname AS column, description AS text
      FROM pg_catalog.pg_description
      JOIN pg_catalog.pg_class ON pg_class.oid = objoid
      JOIN pg_catalog.pg_namespace ON pg_namespace.oid = relnamespace
      LEFT JOIN pg_catalog.pg_attribute ON attrelid = objoid AND attnum = objsubid AND objsubid > 0
      WHERE classoid = 'pg_catalog.pg_class'::regclass AND nspname = $1`,
    [schema],
  );
  const keyOf = (table: string, column: string | null): string => JSON.stringify([table, column]);
  const known = new Map(written.map(({ table, column, text }) => [keyOf(table, column), text]));
  const statements = [...comments()]
    .filter(({ table, column, text }) => known.get(keyOf(table, column)) !== text)
    .map(({ table, column, text }) =>
      column === null
        ? `COMMENT ON TABLE ${quotedName(table)} IS ${quotedText(text)}`
        : `COMMENT ON COLUMN ${quotedName(table)}.${quotedName(column)} IS ${quotedText(text)}`,
    );
  if (statements.length > 0) await session.runAll(statements.join(';\n'));
}
