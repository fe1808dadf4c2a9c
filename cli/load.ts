import { Command, InvalidArgumentError } from 'commander';
import { type CheckSummary, checkDatabase, isSame } from '../workers/postgresql/check.js';
import { recordsOf } from '../workers/postgresql/count-records.js';
import { databasePlace } from '../workers/postgresql/database-url.js';
import { DatabaseFault, LoadStopped } from '../workers/postgresql/fault.js';
import { type LoadOrder, type LoadSummary, loadDataset } from '../workers/postgresql/load.js';
import { schemaNameFault } from '../workers/postgresql/schema.js';
import { asUsageError } from './dataset-errors.js';
import { ExitStatus, UsageError } from './exit-status.js';
import { listenForInterruption } from './interruption.js';
import { seconds } from './option-values.js';
import { printable } from './printable.js';
import { progressOf } from './progress.js';

const EXAMPLES = `
Examples:
  $ gongwen load output postgres://gongwen@localhost/notices        all tables, in the schema gongwen
  $ gongwen load output "postgres:///notices?host=/var/run/postgresql" --schema 温州
  $ PGPASSWORD=… gongwen load output postgres://gongwen@db.example.org:5432/notices?sslmode=verify-full
  $ gongwen load output postgres://gongwen@localhost/notices --check

One transaction: all of the dataset, or nothing. Rows that are the same are not written; what the
dataset no longer holds is deleted, and noted in the table history. The password comes from the
address, PGPASSWORD or ~/.pgpass, what the address leaves out from PGHOST, PGPORT, PGUSER, PGDATABASE.

Exit status: 0 loaded, or the same; 1 --check has found a difference; 2 wrong usage or environment;
130 interrupted, and nothing changed. The tables: docs/postgresql.md`;

interface Flags {
  schema: string;
  timeout: number;
  check?: true;
  json?: true;
  quiet?: true;
}

/** `gongwen load DATASET postgres://…` */
export function loadCommand(parent: Command): Command {
  return new Command('load')
    .copyInheritedSettings(parent)
    .description('Makes the tables of a PostgreSQL database those of a dataset.')
    .argument('<dataset>', 'folder of the dataset')
    .argument('<database>', 'postgres://user@host:port/database')
    .option(
      '--schema <name>',
      'schema of the tables; it is made where there is none',
      schemaName,
      'gongwen',
    )
    .option('--check', 'compare the database with the dataset, and change nothing')
    .option(
      '--timeout <seconds>',
      'longest time that the server may take for one step',
      seconds,
      600,
    )
    .option('--json', 'print the summary as JSON')
    .option('-q, --quiet', 'print neither progress nor summary')
    .addHelpText('after', EXAMPLES)
    .action(run);
}

function schemaName(value: string): string {
  const fault = schemaNameFault(value);
  if (fault !== null) throw new InvalidArgumentError(fault);
  return value;
}

async function run(dataset: string, database: string, flags: Flags): Promise<void> {
  const interruption = listenForInterruption();
  const progress = await progressOf(flags.quiet ?? false);
  try {
    await asUsageError(async () => {
      const order: LoadOrder = {
        dataset,
        place: databasePlace(database),
        schema: flags.schema,
        timeout: Math.round(flags.timeout * 1000),
        signal: interruption.signal,
        onRecord: progress.step,
      };
      progress.start(recordsOf(dataset));
      if (flags.check) {
        const summary = await checkDatabase(order);
        progress.stop();
        print(summary, flags, checkLines);
        if (!summary.same) process.exitCode = ExitStatus.problems;
      } else {
        const summary = await loadDataset(order);
        progress.stop();
        print(summary, flags, loadLines);
      }
    });
  } catch (error) {
    if (error instanceof LoadStopped) process.exitCode = ExitStatus.interrupted;
    else throw error instanceof DatabaseFault ? new UsageError(error.message) : error;
  } finally {
    progress.stop();
    interruption.close();
  }
}

function print<Summary>(
  summary: Summary,
  { json, quiet }: Flags,
  lines: (summary: Summary) => string[],
): void {
  if (json) process.stdout.write(`${JSON.stringify(summary)}\n`);
  else if (!quiet) process.stdout.write(`${lines(summary).join('\n')}\n`);
}

/** What a load did, for people. */
function loadLines({ database, schema, migrations, tables, replaced }: LoadSummary): string[] {
  const lines = table(
    ['table', 'inserted', 'updated', 'deleted', 'unchanged'],
    Object.entries(tables).map(([name, counts]) => [
      name,
      ...[counts.inserted, counts.updated, counts.deleted, counts.unchanged],
    ]),
  );
  if (migrations.length > 0) lines.push(`schema ${schema}: ${migrations.join(', ')} made`);
  if (replaced > 0) {
    lines.push(`${replaced} values with characters that PostgreSQL does not hold: U+FFFD there`);
  }
  lines.push(`${printable(database)}, schema ${printable(schema)}`);
  return lines;
}

/** How the database compares, for people. */
function checkLines({ database, schema, same, tables }: CheckSummary): string[] {
  const entries = Object.entries(tables);
  const lines = table(
    ['table', 'dataset', 'database', 'missing', 'different', 'extra', 'touched'],
    entries.map(([name, counts]) => [
      name,
      ...[counts.dataset, counts.database, counts.missing, counts.different],
      ...[counts.extra, counts.touched],
    ]),
  );
  for (const [name, counts] of entries.filter(([, counts]) => !isSame(counts))) {
    lines.push(`${name}: ${printable(counts.keys.join(' '))}`);
  }
  const outcome = same ? 'holds what the dataset holds' : 'does NOT hold what the dataset holds';
  lines.push(`${printable(database)}, schema ${printable(schema)}, ${outcome}`);
  return lines;
}

/** Names on the left, numbers on the right. */
function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string[] {
  const all = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, index) => Math.max(...all.map((row) => row[index]!.length)));
  return all.map((row) =>
    row
      .map((cell, index) => (index === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[index]!)))
      .join('  '),
  );
}
