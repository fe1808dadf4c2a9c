import type { Json } from '@duckdb/node-api';
import Table from 'cli-table3';
import { Command } from 'commander';
import { csvLines } from '../workers/exports/csv-files.js';
import { type Answer, query } from '../workers/exports/query.js';
import { asUsageError } from './dataset-errors.js';
import { UsageError } from './exit-status.js';
import { wholeNumber } from './option-values.js';
import { printable } from './printable.js';

const EXAMPLES = `
Examples:
  $ gongwen query output "select name, tasks, leads from unit_workload order by tasks desc limit 10"
  $ gongwen query output "select due_on, title from deadline_calendar where due_year = 2025" --csv
  $ gongwen query output "from task_overview where list_contains(lead_units, '市财政局')" --json
  $ gongwen query output "show tables"

Views: task_overview, unit_workload, deadline_calendar. The tables are those of docs/dataset.md. A
query reads the dataset and nothing else, and changes nothing.`;

interface Flags {
  json?: true;
  csv?: true;
  limit: number;
}

/** `gongwen query DATASET "select …"` */
export function queryCommand(parent: Command): Command {
  return new Command('query')
    .copyInheritedSettings(parent)
    .description('Answers an SQL query (DuckDB) over the tables and views of a dataset.')
    .argument('<dataset>', 'folder of the dataset')
    .argument('<sql>', 'the query')
    .option('--json', 'print a JSON array, an object a line')
    .option('--csv', 'print CSV')
    .option('--limit <n>', 'most rows of the table for people', wholeNumber(1), 100)
    .addHelpText('after', EXAMPLES)
    .action(run);
}

async function run(dataset: string, sql: string, flags: Flags): Promise<void> {
  if (sql.trim() === '') throw new UsageError('The query is empty. Give one, or "show tables".');
  const print = flags.json ? printJson : flags.csv ? printCsv : printTable(flags.limit);
  await asUsageError(() => query(dataset, sql, print));
}

async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) {
    await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
}

async function printJson({ columns, rows }: Answer): Promise<void> {
  let before = '[\n';
  for await (const row of rows) {
    const fields = columns.map((name, index) => [name, row[index]]);
    await write(`${before}${JSON.stringify(Object.fromEntries(fields))}`);
    before = ',\n';
  }
  await write(before === '[\n' ? '[]\n' : '\n]\n');
}

async function printCsv({ columns, rows }: Answer): Promise<void> {
  await write(csvLines([columns]));
  for await (const row of rows) await write(csvLines([row]));
}

const printTable =
  (limit: number) =>
  async ({ columns, rows }: Answer): Promise<void> => {
    const colour = process.stdout.isTTY === true && !process.env.NO_COLOR;
    const table = new Table({
      head: columns.map(shown),
      style: { head: colour ? ['bold'] : [], border: colour ? ['grey'] : [], compact: true },
    });
    let more = false;
    for await (const row of rows) {
      more = table.length === limit;
      if (more) break;
      table.push(row.map(shown));
    }
    await write(`${table.toString()}\n`);
    if (more)
      process.stderr.write(`Only the first ${limit} rows; see --limit, --csv and --json.\n`);
  };

const LONGEST_CELL = 60;

/** A value on one line that fits a table. */
function shown(value: Json): string {
  if (value === null) return '';
  const whole = typeof value === 'object' ? JSON.stringify(value) : String(value);
  const letters = [...printable(whole.slice(0, 4 * LONGEST_CELL))];
  return letters.length > LONGEST_CELL
    ? `${letters.slice(0, LONGEST_CELL - 1).join('')}…`
    : letters.join('');
}
