import { Command } from 'commander';
import { configurationOf, settingOptions } from './configuration.js';
import { ExitStatus, UsageError } from './exit-status.js';
import { aborted, listenForInterruption } from './interruption.js';
import { logLevelOption, openLog } from './log.js';
import { webhookOf } from './webhook-setting.js';

const EXAMPLES = `
Examples:
  $ gongwen scheduler --redis redis://queue:6379 --store /shared/store
  $ GONGWEN_REDIS_URL=redis://queue:6379 GONGWEN_STORE=/shared/store gongwen scheduler

Runs the rounds of the sources that have --every or --cron (see gongwen source) and gives what they
hold to the workers. A second scheduler may stand by: each source is looked at once a tick.`;

/** `gongwen scheduler` */
export function schedulerCommand(parent: Command): Command {
  const command = new Command('scheduler')
    .copyInheritedSettings(parent)
    .description('Looks at sources at their times and gives what is new to the queue.');
  const options = settingOptions(
    ...(['redis', 'store', 'maxBytes', 'attempts', 'lock', 'prefix'] as const),
    ...(['allowHost', 'hostInterval', 'userAgent', 'webhook', 'webhookSecret'] as const),
  );
  for (const option of options) command.addOption(option);
  return command
    .addOption(logLevelOption().default('info'))
    .addHelpText('after', EXAMPLES)
    .action(run);
}

async function run(flags: { logLevel: string }): Promise<void> {
  const configuration = configurationOf(flags);
  const { SourceScheduler } = await import('../workers/sources/scheduler.js');
  const { queuedRounds } = await import('../workers/sources/run-queued.js');
  const interruption = listenForInterruption({ logged: true });
  const log = await openLog(flags.logLevel);
  const webhook = webhookOf(configuration, {
    delivered: (message) => log.info({ message }, 'webhook told'),
    failed: (message, reason, last) =>
      log.warn({ message, reason }, last ? 'webhook not told; given up' : 'webhook not told'),
  });
  const round = queuedRounds(configuration, webhook);
  const between = async (): Promise<void> => webhook?.deliver(interruption.signal);
  const scheduler = new SourceScheduler({ configuration, log, round, between });
  try {
    const started = scheduler.start().catch((error: unknown) => error);
    const failed = await Promise.race([started, aborted(interruption.signal)]);
    if (failed instanceof Error) throw new UsageError(failed.message);
    await aborted(interruption.signal);
  } finally {
    await scheduler.stop();
    interruption.close();
  }
  // Connections that wait for a Redis that is away would keep the process alive.
  process.exit(ExitStatus.ok);
}
