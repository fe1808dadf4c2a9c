import type { ExportTable } from '../../pipeline/emit/export-tables.js';
import { TABLES } from '../../pipeline/emit/tables.js';
import type { DatasetTables } from '../exports/read-dataset.js';
import { batches, unitIdsOf } from '../exports/rows.js';
import { CopyText } from './copy-text.js';
import type { Session } from './session.js';
import { quotedName, TYPES, tablesOfOnePass } from './tables.js';

/** Characters of a table's rows that are handed to the server together. */
const CHARACTERS_AT_ONCE = 2 ** 20;

/** What the server holds of the dataset for the length of the transaction. */
export interface Staged {
  /** Rows of each table. */
  readonly rows: ReadonlyMap<string, number>;
  /** Values in which U+FFFD stands for a character that PostgreSQL does not hold. */
  readonly replaced: number;
}

/** The temporary table that holds a table's rows as the dataset has them. */
export const stagedName = ({ name }: ExportTable): string =>
  `pg_temp.${quotedName(`staged_${name}`)}`;

/**
 * Hands the whole dataset to temporary tables of the server, each file read once, in parts of bounded
 * size: the program holds one part of each table at most.
 */
export async function stage(
  session: Session,
  dataset: DatasetTables,
  onRecord: (table: string) => void,
): Promise<Staged> {
  const tables = tablesOfOnePass();
  const context = { unitId: await unitIdsOf(dataset) };
  const copyText = new CopyText();
  const rows = new Map<string, number>();
  for (const table of tables) await session.runAll(createStaged(table));
  for (const { name } of TABLES) {
    const parts = tables
      .filter(({ from }) => from === name)
      .map((table) => ({ table, part: new Part(session, table, copyText) }));
    for await (const records of batches(dataset.records(name))) {
      for (const record of records) {
        for (const { table, part } of parts) await part.add(table.rows(record, context));
        onRecord(name);
      }
    }
    for (const { table, part } of parts) {
      await part.send();
      rows.set(table.name, part.rows);
      await session.runAll(
        `ALTER TABLE ${stagedName(table)} ADD PRIMARY KEY (${keyOf(table)}); ANALYZE ${stagedName(table)}`,
      );
    }
  }
  return { rows, replaced: copyText.replaced };
}

/** Rows of one table on their way to the server. */
class Part {
  rows = 0;
  private readonly sql: string;
  private lines: string[] = [];
  private characters = 0;

  constructor(
    private readonly session: Session,
    table: ExportTable,
    private readonly copyText: CopyText,
  ) {
    this.sql = `COPY ${stagedName(table)} FROM STDIN`;
  }

  async add(rows: ReturnType<ExportTable['rows']>): Promise<void> {
    for (const row of rows) {
      const line = this.copyText.row(row);
      this.lines.push(line);
      this.characters += line.length;
      this.rows++;
      if (this.characters >= CHARACTERS_AT_ONCE) await this.send();
    }
  }

  async send(): Promise<void> {
    if (this.lines.length === 0) return;
    const text = this.lines.join('');
    this.lines = [];
    this.characters = 0;
    await this.session.copy(this.sql, text);
  }
}

/** Names of a table's key, for SQL. */
export const keyOf = ({ primaryKey }: ExportTable): string => primaryKey.map(quotedName).join(', ');

function createStaged(table: ExportTable): string {
  const columns = table.columns.map(({ name, type }) => `${quotedName(name)} ${TYPES[type]}`);
  return `CREATE TEMPORARY TABLE ${stagedName(table)} (${columns.join(', ')}) ON COMMIT DROP`;
}
