import { join } from 'node:path';
import { Command } from 'commander';
import {
  type ExportOptions,
  type ExportSummary,
  exportDataset,
} from '../workers/exports/export-dataset.js';
import { type ExportFormat, exportFolder, FORMATS } from '../workers/exports/paths.js';
import { asUsageError } from './dataset-errors.js';
import { exportFormats } from './export-options.js';
import { printable } from './printable.js';

const EXAMPLES = `
Examples:
  $ gongwen export output                            every format, to output/export/
  $ gongwen export output --format csv --bom         CSV that Excel opens as UTF-8
  $ gongwen export output --format parquet,duckdb --out tables

csv/ and parquet/ hold a file a table, dataset.duckdb tables, keys and views, dataset.xlsx a sheet a
table. What stood there before is replaced when all is written.`;

interface Flags {
  format: ExportFormat[];
  out?: string;
  bom?: true;
  keepCopies?: boolean;
  json?: true;
  quiet?: true;
}

/** `gongwen export DATASET --format …` */
export function exportCommand(parent: Command): Command {
  return new Command('export')
    .copyInheritedSettings(parent)
    .description('Writes a dataset in the formats that spreadsheets, databases and notebooks open.')
    .argument('<dataset>', 'folder of the dataset')
    .option('--format <list>', 'csv, parquet, duckdb, xlsx', exportFormats, [...FORMATS])
    .option('-o, --out <dir>', 'folder to write to (default: <dataset>/export)')
    .option('--bom', 'begin CSV files with a byte order mark, for Excel')
    .option('--keep-copies', 'also write documents that are copies of others (copy_of)')
    .option('--json', 'print the summary as JSON')
    .option('-q, --quiet', 'print no summary')
    .addHelpText('after', EXAMPLES)
    .action(run);
}

/** Writes the formats to a folder, by default inside the dataset. */
export const writeExport = (
  dataset: string,
  {
    out = exportFolder(dataset),
    ...options
  }: Pick<ExportOptions, 'formats' | 'bom' | 'keepCopies'> & { out?: string },
): Promise<ExportSummary> => asUsageError(() => exportDataset({ dataset, out, ...options }), out);

async function run(dataset: string, flags: Flags): Promise<void> {
  const { format: formats, bom = false, keepCopies = false, out } = flags;
  const summary = await writeExport(dataset, { formats, bom, keepCopies, ...(out && { out }) });
  if (flags.json) process.stdout.write(`${JSON.stringify(summary)}\n`);
  else if (!flags.quiet) process.stdout.write(exportLines(summary));
}

/** Each format and its path, for people. */
export function exportLines({ out, files, rows, copies }: ExportSummary): string {
  const count = Object.values(rows).reduce((sum, each) => sum + each, 0);
  const lines = files.map(({ format, path }) => `${format.padEnd(8)}${printable(join(out, path))}`);
  lines.push(`${count} rows in ${Object.keys(rows).length} tables`);
  if (copies > 0) {
    lines.push(`${copies} documents that are copies of others left out; --keep-copies keeps them`);
  }
  return `${lines.join('\n')}\n`;
}
