import { join } from 'node:path';
import { Command } from 'commander';
import type { PartitionKey } from '../pipeline/emit/partitions.js';
import {
  type ExportOptions,
  type ExportSummary,
  exportDataset,
} from '../workers/exports/export-dataset.js';
import type { PartitionSummary } from '../workers/exports/partitioned.js';
import { type ExportFormat, exportFolder, FORMATS } from '../workers/exports/paths.js';
import { asUsageError } from './dataset-errors.js';
import { exportFormats, partitionKeys } from './export-options.js';
import { printable } from './printable.js';

const EXAMPLES = `
Examples:
  $ gongwen export output                            every format, to output/export/
  $ gongwen export output --format csv --bom         CSV that Excel opens as UTF-8
  $ gongwen export output --format parquet,duckdb --out tables
  $ gongwen export output --partition region,year    Parquet in folders, only what changed

csv/ and parquet/ hold a file a table, dataset.duckdb tables, keys and views, dataset.xlsx a sheet a
table. What stood there before is replaced when all is written. --partition writes partitioned/, a folder
a province and year with a manifest; parts whose rows are as before are not written again.`;

interface Flags {
  format?: ExportFormat[];
  partition?: PartitionKey[];
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
    .option(
      '--format <list>',
      'csv, parquet, duckdb, xlsx (default: all; none with --partition)',
      exportFormats,
    )
    .option('--partition <list>', 'Parquet in folders by region, year or both', partitionKeys)
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
  const { partition, format = partition ? [] : [...FORMATS], bom = false } = flags;
  const { keepCopies = false, out } = flags;
  const how = { keepCopies, ...(out && { out }) };
  const all = [
    ...(format.length > 0 || !partition
      ? [
          linesOrJson(
            await writeExport(dataset, { formats: format, bom, ...how }),
            exportLines,
            flags,
          ),
        ]
      : []),
    ...(partition
      ? [linesOrJson(await writePartitions(dataset, partition, how), partitionLines, flags)]
      : []),
  ];
  if (!flags.quiet || flags.json) process.stdout.write(all.join(''));
}

const linesOrJson = <Summary>(
  summary: Summary,
  lines: (summary: Summary) => string,
  { json }: Flags,
): string => (json ? `${JSON.stringify(summary)}\n` : lines(summary));

/** Writes the tables divided by region and year. */
export async function writePartitions(
  dataset: string,
  keys: readonly PartitionKey[],
  { out = exportFolder(dataset), keepCopies }: { out?: string; keepCopies?: boolean },
): Promise<PartitionSummary> {
  const { exportPartitions } = await import('../workers/exports/partitioned.js');
  const options = { dataset, out, keys, ...(keepCopies && { keepCopies }) };
  return asUsageError(() => exportPartitions(options), out);
}

/** What was written of the divided tables, for people. */
function partitionLines({ out, path, files, written, rows, copies }: PartitionSummary): string {
  return [
    `parquet  ${printable(join(out, path))}/`,
    `${rows} rows in ${files} files, ${written} of them written`,
    ...copiesLine(copies),
    '',
  ].join('\n');
}

/** Each format and its path, for people. */
export function exportLines({ out, files, rows, copies }: ExportSummary): string {
  const count = Object.values(rows).reduce((sum, each) => sum + each, 0);
  const lines = files.map(({ format, path }) => `${format.padEnd(8)}${printable(join(out, path))}`);
  lines.push(`${count} rows in ${Object.keys(rows).length} tables`);
  return [...lines, ...copiesLine(copies), ''].join('\n');
}

const copiesLine = (copies: number): string[] =>
  copies > 0
    ? [`${copies} documents that are copies of others left out; --keep-copies keeps them`]
    : [];
