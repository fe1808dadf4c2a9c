import { Command } from 'commander';
import type { RejectCode } from '../schemas/codes.js';
import { configurationOf, settingOptions } from './configuration.js';
import { UsageError } from './exit-status.js';

const EXAMPLES = `
Examples:
  $ gongwen retry                       everything that failed
  $ gongwen retry --code timeout        after --timeout was raised on the workers

Documents that were set aside are taken back, and the datasets that lack them are made anew.`;

/** `gongwen retry [--code CODE]` */
export function retryCommand(parent: Command): Command {
  const command = new Command('retry')
    .copyInheritedSettings(parent)
    .description('Tries failed jobs again, all or those of one code (see gongwen status).')
    .option('--code <code>', 'only jobs that failed with this code');
  for (const option of settingOptions('redis', 'store', 'attempts', 'prefix')) {
    command.addOption(option);
  }
  return command
    .option('--json', 'print what was done as JSON')
    .addHelpText('after', EXAMPLES)
    .action(run);
}

async function run(flags: { code?: string; json?: true }): Promise<void> {
  const configuration = configurationOf(flags);
  const code = await rejectCode(flags.code);
  const { connectProducer } = await import('./producer.js');
  const { objectsAt } = await import('../workers/open-objects.js');
  const { retryFailed } = await import('../workers/queue/retry.js');
  const redis = (await connectProducer(configuration, null))!;
  try {
    const objects = objectsAt(configuration.store);
    const retried = await retryFailed(redis, configuration, objects, code);
    const { documents, batches } = retried;
    process.stdout.write(
      flags.json
        ? `${JSON.stringify(retried)}\n`
        : `${documents} documents to be tried again, ${batches} batches run again\n`,
    );
  } finally {
    redis.disconnect();
  }
}

async function rejectCode(word: string | undefined): Promise<RejectCode | null> {
  if (word === undefined) return null;
  const { isRejectCode } = await import('../schemas/codes.js');
  if (isRejectCode(word)) return word;
  throw new UsageError(`There is no code ${word}. docs/codes.md lists them.`);
}
