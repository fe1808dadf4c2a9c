/**
 * Measures exports of synthetic datasets, each format of each size in a process of its own:
 * `npm run bench -- exports [-- --tasks N] [--json]`. Memory must not grow with the tasks.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ExportFormat, exportDataset, FORMATS } from '../workers/exports/export-dataset.js';
import { writeSyntheticDataset } from './synthetic-dataset.js';

const MOST_TASKS = 100_000;
/** Times the memory of a quarter of the tasks that all of them may take. */
const MOST_GROWTH = 1.5;

interface Measured {
  readonly formats: string;
  readonly tasks: number;
  readonly seconds: number;
  /** Highest memory of the process, MiB. */
  readonly peakMemory: number;
}

export async function benchExports(args: readonly string[]): Promise<void> {
  const tasks = Number(args[args.indexOf('--tasks') + 1]) || MOST_TASKS;
  const folder = mkdtempSync(join(tmpdir(), 'gongwen-bench-'));
  const measured: Measured[] = [];
  try {
    for (const size of [tasks / 4, tasks / 2, tasks]) {
      const dataset = join(folder, String(size));
      writeSyntheticDataset(dataset, size);
      for (const formats of [...FORMATS, FORMATS.join(',')]) {
        measured.push(inOwnProcess(dataset, formats, size));
      }
      rmSync(dataset, { recursive: true });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  process.stdout.write(
    args.includes('--json') ? `${JSON.stringify(measured)}\n` : report(measured),
  );
}

function inOwnProcess(dataset: string, formats: string, tasks: number): Measured {
  const output = execFileSync(process.execPath, [fileURLToPath(import.meta.url), dataset, formats]);
  const figures = JSON.parse(output.toString()) as Pick<Measured, 'seconds' | 'peakMemory'>;
  return { formats, tasks, ...figures };
}

function report(measured: readonly Measured[]): string {
  const lines = measured.map(({ formats, tasks, seconds, peakMemory }) => {
    const time = `${seconds.toFixed(1).padStart(7)} s`;
    return `${formats.padEnd(24)}${String(tasks).padStart(8)} tasks${time}${peakMemory.toFixed(0).padStart(6)} MiB`;
  });
  const all = measured.filter(({ formats }) => formats.includes(','));
  const growth = all.at(-1)!.peakMemory / all[0]!.peakMemory;
  const verdict = growth <= MOST_GROWTH ? 'kept' : 'MISSED';
  lines.push(
    `memory for 4 times the tasks: ${growth.toFixed(2)} times (at most ${MOST_GROWTH}: ${verdict})`,
  );
  return `${lines.join('\n')}\n`;
}

/** The process that exports: prints its figures. */
async function exportHere(dataset: string, formats: string): Promise<void> {
  const started = performance.now();
  await exportDataset({
    dataset,
    out: join(dataset, 'export'),
    formats: formats.split(',') as ExportFormat[],
    bom: false,
  });
  const seconds = (performance.now() - started) / 1000;
  const peakMemory = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(JSON.stringify({ seconds, peakMemory }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await exportHere(process.argv[2]!, process.argv[3]!);
}
