import { Command } from 'commander';
import { type Pruned, type PruneSummary, prune } from '../workers/prune.js';
import { asUsageError } from './dataset-errors.js';
import { printable } from './printable.js';

const EXAMPLES = `
Examples:
  $ gongwen prune output --dry-run                 how much would go
  $ gongwen prune output                           removes it
  $ gongwen prune data/a data/b --store store      of a store that these two datasets share

Results that the dataset or one of its snapshots was made from stay, and so do all snapshots. Name
every dataset that shares a store: what only others need is converted again at their next run. In a
shared store results of the last day stay, too.`;

interface Flags {
  store?: string;
  dryRun?: true;
  json?: true;
  quiet?: true;
}

/** `gongwen prune DIR… [--dry-run]` */
export function pruneCommand(parent: Command): Command {
  return new Command('prune')
    .copyInheritedSettings(parent)
    .description('Removes stored results that no dataset and no snapshot needs, and says how much.')
    .argument('<dir...>', 'folders of datasets')
    .option('--store <dir>', 'the store that they share (default: <dir>/.gongwen/store)')
    .option('-n, --dry-run', 'say what would be removed, and remove nothing')
    .option('--json', 'print the summary as JSON')
    .option('-q, --quiet', 'print nothing')
    .addHelpText('after', EXAMPLES)
    .action(run);
}

async function run(datasets: string[], flags: Flags): Promise<void> {
  const { store = null, dryRun = false } = flags;
  const summary = await asUsageError(() => prune({ datasets, store, dryRun }));
  if (flags.json) process.stdout.write(`${JSON.stringify({ dry_run: dryRun, ...summary })}\n`);
  else if (!flags.quiet) process.stdout.write(linesOf(datasets, summary, dryRun));
}

function linesOf(datasets: readonly string[], summary: PruneSummary, dryRun: boolean): string {
  const { results, leftovers, kept } = summary;
  const does = dryRun ? 'would be removed' : 'removed';
  return [
    `${printable(datasets.join(', '))}:`,
    `  ${of(results, 'result')} ${does}`,
    `  ${of(leftovers, 'file')} of killed runs ${does}`,
    `  ${of(kept, 'result')} kept`,
    '',
  ].join('\n');
}

const of = ({ files, bytes }: Pruned, name: string): string =>
  `${files} ${name}${files === 1 ? '' : 's'} (${size(bytes)})`;

const size = (bytes: number): string =>
  bytes < 2 ** 20 ? `${(bytes / 2 ** 10).toFixed(1)} KiB` : `${(bytes / 2 ** 20).toFixed(1)} MiB`;
