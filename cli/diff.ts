import { Command } from 'commander';
import type { Change } from '../schemas/index.js';
import { DiffError, datasetChanges, datasetFolder } from '../workers/changes/diff.js';
import { ExitStatus, UsageError } from './exit-status.js';
import { printable } from './printable.js';

const EXAMPLES = `
Examples:
  $ gongwen diff previous latest --out output      what the last emission changed
  $ gongwen diff 20250601T020000Z-0123456789ab latest --out output
  $ gongwen diff last-year this-year               two datasets of any origin
  $ gongwen diff previous latest --out output --json | jq .summary

A and B are folders of datasets or snapshots; with --out also names of its snapshots, latest, or
previous. Exit status: 0 compared, whether or not something changed (nothing is printed where
nothing did); 2 wrong usage.`;

interface Flags {
  out?: string;
  json?: true;
}

/** `gongwen diff A B` */
export function diffCommand(parent: Command): Command {
  return new Command('diff')
    .copyInheritedSettings(parent)
    .description('Tells which documents, tasks and targets were added, changed or withdrawn.')
    .argument('<a>', 'former dataset')
    .argument('<b>', 'latter dataset')
    .option('-o, --out <dir>', 'dataset whose snapshots are meant')
    .option('--json', 'print the changes as JSON, one a line')
    .addHelpText('after', EXAMPLES)
    .action(run);
}

function run(a: string, b: string, flags: Flags): void {
  try {
    const out = flags.out ?? null;
    let document: string | null = null;
    for (const listed of datasetChanges(datasetFolder(a, out), datasetFolder(b, out))) {
      if (flags.json) {
        process.stdout.write(`${JSON.stringify(listed.change)}\n`);
        continue;
      }
      const { change } = listed;
      if (change.document_id !== document) {
        document = change.document_id;
        process.stdout.write(`${printable(listed.document || 'untitled')} (${document})\n`);
      }
      process.stdout.write(`  ${line(change)}\n`);
    }
  } catch (error) {
    if (error instanceof DiffError) throw new UsageError(error.message);
    throw error;
  }
  process.exitCode = ExitStatus.ok;
}

const LONGEST_TITLE = 40;
const MARKS: Readonly<Record<Change['change'], string>> = {
  added: '+',
  changed: '~',
  withdrawn: '-',
};

function line({ kind, change, title, summary }: Change): string {
  if (kind === 'document') return `${MARKS[change]} ${printable(summary)}`;
  const short = title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE)}…` : title;
  return `${MARKS[change]} ${kind} ${printable(short)}: ${printable(summary)}`;
}
