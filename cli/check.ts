import { Command } from 'commander';
import { unknownVariables } from '../workers/configuration/load.js';
import type { Finding } from '../workers/queue/check.js';
import { configurationOf, settingOptions } from './configuration.js';
import { ExitStatus } from './exit-status.js';

const EXAMPLES = `
Examples:
  $ gongwen check
  $ gongwen check --redis redis://queue:6379 --store /shared/store
  $ gongwen check --json            one JSON object a line

Exit status: 0 all is well (warnings too), 1 something is to be mended.`;

/** `gongwen check` */
export function checkCommand(parent: Command): Command {
  const command = new Command('check')
    .copyInheritedSettings(parent)
    .description(
      'Checks the configuration, Redis, the store and the dictionaries, and says what to mend.',
    )
    .option('--json', 'print JSON');
  for (const option of settingOptions('redis', 'store', 'prefix')) command.addOption(option);
  return command.addHelpText('after', EXAMPLES).action(run);
}

async function run(flags: { json?: true }): Promise<void> {
  const configuration = configurationOf(flags);
  const print = (finding: Finding): void => {
    if (finding.status === 'fault') process.exitCode = ExitStatus.problems;
    process.stdout.write(flags.json ? `${JSON.stringify(finding)}\n` : line(finding));
  };
  const unknown = unknownVariables(process.env);
  print(
    unknown.length === 0
      ? { subject: 'configuration', status: 'ok', says: 'can be used' }
      : {
          subject: 'configuration',
          status: 'warning',
          says: `${unknown.join(', ')} means nothing here; see gongwen help worker`,
        },
  );
  const { checkAll } = await import('../workers/queue/check.js');
  for await (const finding of checkAll(configuration)) print(finding);
}

const line = ({ subject, status, says }: Finding): string =>
  `${status.padEnd(8)}${subject}: ${says}\n`;
