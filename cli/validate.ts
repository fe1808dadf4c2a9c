import { Command } from 'commander';
import { NoDatasetError, validateDataset } from '../workers/validate-dataset.js';
import { ExitStatus, UsageError } from './exit-status.js';
import { printable } from './printable.js';

const EXAMPLES = `
Examples:
  $ gongwen validate output
  $ gongwen validate output --quiet && echo sound

Every problem is printed as file:line: message, and the exit status is 1.`;

/** `gongwen validate DIR` */
export function validateCommand(parent: Command): Command {
  return new Command('validate')
    .copyInheritedSettings(parent)
    .description(
      'Checks a dataset: schemas, words against the text, rows, bytes and digests, ids and links.',
    )
    .argument('<dir>', 'folder of the dataset')
    .option('-q, --quiet', 'print problems only')
    .addHelpText('after', EXAMPLES)
    .action(run);
}

async function run(folder: string, flags: { quiet?: true }): Promise<void> {
  let problems = 0;
  try {
    const rows = await validateDataset(folder, ({ file, line, message }) => {
      problems++;
      const place = line === null ? file : `${file}:${line}`;
      process.stdout.write(`${printable(place)}: ${printable(message)}\n`);
    });
    if (!flags.quiet) {
      const counted = [...rows].map(([name, count]) => `${count} ${name}`).join(', ');
      const result = problems === 0 ? 'sound' : `${problems} problem${problems === 1 ? '' : 's'}`;
      process.stdout.write(`${printable(folder)}: ${result} (${counted})\n`);
    }
  } catch (error) {
    if (error instanceof NoDatasetError) throw new UsageError(error.message);
    throw error;
  }
  if (problems > 0) process.exitCode = ExitStatus.problems;
}
