#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { PIPELINE_VERSION } from '../pipeline/version.js';
import { checkCommand } from './check.js';
import { dashboardCommand } from './dashboard.js';
import { ExitStatus, UsageError } from './exit-status.js';
import { extractCommand } from './extract.js';
import { inspectCommand } from './inspect.js';
import { reportCommand } from './report.js';
import { retryCommand } from './retry.js';
import { statusCommand } from './status.js';
import { submitCommand } from './submit.js';
import { validateCommand } from './validate.js';
import { workerCommand } from './worker.js';

const EXAMPLES = `
Examples:
  $ gongwen extract samples --out output        a dataset from every text in a folder
  $ gongwen validate output                     check a dataset
  $ gongwen inspect times "2025年8月底前完成"      what one reader of values sees

Exit status: 0 all inputs extracted, 1 finished and some rejected (or problems found),
2 wrong usage or environment, 130 interrupted.`;

const COMMANDS = [
  extractCommand,
  validateCommand,
  reportCommand,
  inspectCommand,
  workerCommand,
  submitCommand,
  statusCommand,
  retryCommand,
  dashboardCommand,
  checkCommand,
];

function gongwen(): Command {
  const program = new Command('gongwen')
    .description('Turns Chinese government notices (公文) into data.')
    .version(PIPELINE_VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help on a command')
    .addHelpText('after', EXAMPLES)
    .showHelpAfterError('(see gongwen --help)')
    .exitOverride();
  for (const make of COMMANDS) {
    program.addCommand(make(program));
  }
  return program;
}

/** Runs the command line and gives the exit status. */
async function main(): Promise<number> {
  try {
    await gongwen().parseAsync();
    return Number(process.exitCode ?? ExitStatus.ok);
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? ExitStatus.ok : ExitStatus.usage;
    }
    const says = error instanceof UsageError ? error.message : ((error as Error).stack ?? error);
    process.stderr.write(`gongwen: ${says}\n`);
    return ExitStatus.usage;
  }
}

// The reader of a pipe may leave early (`gongwen … | head`); that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(ExitStatus.ok);
  throw error;
});
process.exitCode = await main();
