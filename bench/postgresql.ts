/**
 * Measures loads of a synthetic dataset into a PostgreSQL server of its own, each in a process of its
 * own: `npm run bench -- postgresql [-- --tasks N] [--json]`. The server waits for its disk as servers do.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PostgresqlServer } from '../scripts/postgresql-server.js';
import { checkDatabase } from '../workers/postgresql/check.js';
import { databasePlace } from '../workers/postgresql/database-url.js';
import { loadDataset, type TableCounts } from '../workers/postgresql/load.js';
import { writeSyntheticDataset } from './synthetic-dataset.js';

const TASKS = 200_000;
const TASKS_A_DOCUMENT = 10;

interface Measured {
  readonly what: string;
  readonly seconds: number;
  /** Highest memory of the process, MiB. */
  readonly peakMemory: number;
  /** Rows inserted, updated, deleted, unchanged; of a comparison, none. */
  readonly rows: readonly number[];
}

export async function benchPostgresql(args: readonly string[]): Promise<void> {
  const tasks = Number(args[args.indexOf('--tasks') + 1]) || TASKS;
  const folder = mkdtempSync(join(tmpdir(), 'gongwen-bench-'));
  const server = await PostgresqlServer.start({});
  const measured: Measured[] = [];
  try {
    const dataset = join(folder, 'dataset');
    writeSyntheticDataset(dataset, tasks, TASKS_A_DOCUMENT);
    const measure = (what: string, check: boolean): void => {
      const command = [fileURLToPath(import.meta.url), dataset, server.url(), String(check)];
      const output = execFileSync(process.execPath, command).toString();
      measured.push({ what, ...(JSON.parse(output) as Omit<Measured, 'what'>) });
    };
    measure('first load', false);
    measure('the same again', false);
    changeOne(join(dataset, 'tasks.jsonl'));
    measure('one value changed', false);
    measure('--check', true);
  } finally {
    await server.remove();
    rmSync(folder, { recursive: true, force: true });
  }
  process.stdout.write(
    args.includes('--json') ? `${JSON.stringify(measured)}\n` : report(tasks, measured),
  );
}

function changeOne(path: string): void {
  writeFileSync(path, readFileSync(path, 'utf8').replace('"title":"事项7"', '"title":"事项七"'));
}

function report(tasks: number, measured: readonly Measured[]): string {
  const lines = measured.map(({ what, seconds, peakMemory, rows }) => {
    const [inserted, updated, deleted, unchanged] = rows;
    const counts = `${inserted} inserted, ${updated} updated, ${deleted} deleted, ${unchanged} unchanged`;
    return `${what.padEnd(18)}${seconds.toFixed(1).padStart(7)} s${peakMemory.toFixed(0).padStart(6)} MiB  ${counts}`;
  });
  return `${tasks / TASKS_A_DOCUMENT} documents, ${tasks} tasks\n${lines.join('\n')}\n`;
}

/** The process that loads: prints its figures. */
async function loadHere(dataset: string, url: string, check: boolean): Promise<void> {
  const started = performance.now();
  const order = { dataset, place: databasePlace(url), schema: 'gongwen', timeout: 600_000 };
  const tables: TableCounts[] = [];
  if (check) await checkDatabase(order);
  else tables.push(...Object.values((await loadDataset(order)).tables));
  const seconds = (performance.now() - started) / 1000;
  const peakMemory = process.resourceUsage().maxRSS / 1024;
  const sum = (key: keyof TableCounts): number => tables.reduce((all, each) => all + each[key], 0);
  const rows = [sum('inserted'), sum('updated'), sum('deleted'), sum('unchanged')];
  process.stdout.write(JSON.stringify({ seconds, peakMemory, rows }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await loadHere(process.argv[2]!, process.argv[3]!, process.argv[4] === 'true');
}
