import { Command } from 'commander';
import { StoreDownError } from '../workers/object-store.js';
import { UsageError } from './exit-status.js';
import { printable } from './printable.js';

const EXAMPLES = `
Examples:
  $ gongwen pull s3://notices/data data          then: gongwen validate data, query, export, serve …
  $ AWS_ENDPOINT_URL=http://store:9000 gongwen pull s3://notices/data data

The dataset comes whole, with its snapshots, each file compared with its digest. What stood in the folder
before stays until then. Keys come from AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE.`;

interface Flags {
  json?: true;
  quiet?: true;
}

/** `gongwen pull s3://BUCKET/PREFIX DIR` */
export function pullCommand(parent: Command): Command {
  return new Command('pull')
    .copyInheritedSettings(parent)
    .description('Fetches a dataset from a bucket into a folder.')
    .argument('<address>', 's3://bucket/prefix of the dataset')
    .argument('<dir>', 'folder to put it in: empty, or holding a dataset')
    .option('--json', 'print the summary as JSON')
    .option('-q, --quiet', 'print nothing')
    .addHelpText('after', EXAMPLES)
    .action(run);
}

async function run(address: string, folder: string, flags: Flags): Promise<void> {
  const { pullDataset } = await import('../workers/bucket/pull.js');
  try {
    const pulled = await pullDataset(address, folder, new AbortController().signal);
    const { files, bytes, snapshots } = pulled;
    if (flags.json) process.stdout.write(`${JSON.stringify({ out: folder, ...pulled })}\n`);
    else if (!flags.quiet) {
      process.stdout.write(
        `${printable(folder)}: ${files} files (${(bytes / 2 ** 20).toFixed(1)} MiB), ${snapshots} snapshots\n`,
      );
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (error instanceof StoreDownError) throw new UsageError(message);
    if (code === undefined) throw error;
    throw new UsageError(`Cannot write to ${folder}: ${message}`);
  }
}
