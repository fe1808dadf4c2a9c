#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { PIPELINE_VERSION } from '../pipeline/version.js';
import { ExitStatus, UsageError } from './exit-status.js';

const EXAMPLES = `
Examples:
  $ gongwen extract samples --out output        a dataset from every text in a folder
  $ gongwen export output                       CSV, Parquet, DuckDB and XLSX of a dataset
  $ gongwen query output "from unit_workload"   ask it in SQL
  $ gongwen search output 亮码检查               find sentences in it
  $ gongwen validate output                     check a dataset
  $ gongwen worker                              work through a queue with other machines
  $ gongwen inspect times "2025年8月底前完成"      what one reader of values sees

Exit status: 0 all inputs extracted, 1 finished and some rejected (or problems found),
2 wrong usage or environment, 130 interrupted.`;

/** The commands in the order of the help, each loaded when it is asked for. */
const COMMANDS: Readonly<Record<string, () => Promise<(parent: Command) => Command>>> = {
  extract: async () => (await import('./extract.js')).extractCommand,
  export: async () => (await import('./export.js')).exportCommand,
  query: async () => (await import('./query.js')).queryCommand,
  search: async () => (await import('./search.js')).searchCommand,
  validate: async () => (await import('./validate.js')).validateCommand,
  diff: async () => (await import('./diff.js')).diffCommand,
  report: async () => (await import('./report.js')).reportCommand,
  inspect: async () => (await import('./inspect.js')).inspectCommand,
  worker: async () => (await import('./worker.js')).workerCommand,
  submit: async () => (await import('./submit.js')).submitCommand,
  status: async () => (await import('./status.js')).statusCommand,
  retry: async () => (await import('./retry.js')).retryCommand,
  dashboard: async () => (await import('./dashboard.js')).dashboardCommand,
  source: async () => (await import('./source.js')).sourceCommand,
  scheduler: async () => (await import('./scheduler.js')).schedulerCommand,
  check: async () => (await import('./check.js')).checkCommand,
};

/** The program with the command that is named first, or with all where none is. */
async function gongwen(): Promise<Command> {
  const program = new Command('gongwen')
    .description('Turns Chinese government notices (公文) into data.')
    .version(PIPELINE_VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help on a command')
    .addHelpText('after', EXAMPLES)
    .showHelpAfterError('(see gongwen --help)')
    .exitOverride();
  const named = COMMANDS[process.argv[2] ?? ''];
  for (const load of named ? [named] : Object.values(COMMANDS)) {
    const make = await load();
    program.addCommand(make(program));
  }
  return program;
}

/** Runs the command line and gives the exit status. */
async function main(): Promise<number> {
  try {
    await (await gongwen()).parseAsync();
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
