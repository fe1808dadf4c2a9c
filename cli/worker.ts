import { Command } from 'commander';
import { configurationOf, settingOptions } from './configuration.js';
import { ExitStatus, UsageError } from './exit-status.js';
import { aborted, listenForInterruption } from './interruption.js';
import { logLevelOption, openLog } from './log.js';

const EXAMPLES = `
Examples:
  $ gongwen worker --redis redis://queue:6379 --store /shared/store
  $ gongwen worker --jobs 4 --grace 60
  $ GONGWEN_REDIS_URL=redis://queue:6379 GONGWEN_STORE=/shared/store gongwen worker

Any number of workers on any number of machines share the queue and the store. With a folder as the store,
inputs, store and datasets must stand under the same paths on all of them; with a bucket (--store
s3://notices/store, keys from AWS_ACCESS_KEY_ID … or AWS_PROFILE) they share nothing else. A worker may be killed at any moment: its
jobs are taken over. SIGTERM lets it finish what it is at; a second signal ends it at once.`;

/** Seconds for a worker to end once the time for its jobs is over. */
const LAST_MOMENTS = 10;

/** `gongwen worker` */
export function workerCommand(parent: Command): Command {
  const command = new Command('worker')
    .copyInheritedSettings(parent)
    .description(
      'Takes documents and batches from the queue and works on them until it is stopped.',
    );
  const options = settingOptions(
    ...(['redis', 'store', 'jobs', 'grace', 'timeout', 'maxBytes', 'maxMemory'] as const),
    ...(['attempts', 'lock', 'listen', 'prefix'] as const),
  );
  for (const option of options) command.addOption(option);
  return command
    .addOption(logLevelOption().default('info'))
    .addHelpText('after', EXAMPLES)
    .action(run);
}

async function run(flags: { listen?: string; logLevel: string }): Promise<void> {
  const configuration = configurationOf(flags);
  const { QueueWorker, WorkerStartError } = await import('../workers/queue/worker.js');
  const interruption = listenForInterruption({
    moments: (configuration.grace + LAST_MOMENTS) * 1000,
    logged: true,
  });
  const log = await openLog(flags.logLevel);
  // What nobody foresaw leaves the process in an unknown state; its jobs are taken over.
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      log.fatal({ reason: error instanceof Error ? error.stack : error }, event);
      process.exit(1);
    });
  }
  const portChosen = Boolean(flags.listen ?? process.env.GONGWEN_LISTEN);
  const worker = new QueueWorker({ configuration, log, portChosen });
  try {
    const started = worker.start().catch((error: unknown) => error);
    const failed = await Promise.race([started, aborted(interruption.signal)]);
    if (failed instanceof WorkerStartError) throw new UsageError(failed.message);
    if (failed instanceof Error) throw failed;
    await aborted(interruption.signal);
    log.info({ grace: configuration.grace }, 'stopping');
    await worker.stop();
  } finally {
    interruption.close();
  }
  // Connections that wait for a Redis that is away would keep the process alive.
  process.exit(ExitStatus.ok);
}
