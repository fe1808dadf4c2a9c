#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { PIPELINE_VERSION } from '../pipeline/version.js';
import { COMMANDS } from './commands.js';
import { ExitStatus, UsageError } from './exit-status.js';
import { endAtSignals, ignoreSignals } from './interruption.js';
import { isWatched, runWatched } from './supervised.js';

const EXAMPLES = `
Examples:
  $ gongwen extract samples --out output        a dataset from every text in a folder
  $ gongwen export output                       CSV, Parquet, DuckDB and XLSX of a dataset
  $ gongwen load output postgres://db/notices   tables in PostgreSQL, only what differs
  $ gongwen query output "from unit_workload"   ask it in SQL
  $ gongwen search output 亮码检查               find sentences in it
  $ gongwen validate output                     check a dataset
  $ gongwen worker                              work through a queue with other machines
  $ gongwen inspect times "2025年8月底前完成"      what one reader of values sees

Exit status: 0 all inputs extracted, 1 finished and some rejected (or problems found),
2 wrong usage or environment, 130 interrupted.`;

/** The program with the command that is named; all others are names with a summary. */
async function gongwen(): Promise<Command> {
  const program = new Command('gongwen')
    .description('Turns Chinese government notices (公文) into data.')
    .version(PIPELINE_VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help on a command')
    .addHelpText('after', EXAMPLES)
    .showHelpAfterError('(see gongwen --help)')
    .hook('preAction', (_, command) => refuseEmpty(command))
    .exitOverride();
  const [first, second] = process.argv.slice(2);
  const named = first === 'help' ? second : first;
  for (const [name, { summary, load }] of Object.entries(COMMANDS)) {
    const make = name === named ? await load() : () => new Command(name);
    program.addCommand(make(program).summary(summary));
  }
  return program;
}

/**
 * An empty word, as an unset variable of a shell gives one, is no path: it would be the current folder. Texts may be
 * empty.
 *
 * @throws UsageError
 */
function refuseEmpty(command: Command): void {
  for (const [index, argument] of command.registeredArguments.entries()) {
    if (argument.name() === 'text') continue;
    const given: unknown = command.processedArgs[index];
    if ([given].flat().includes('')) throw new UsageError(`<${argument.name()}> is empty.`);
  }
  for (const option of command.options) {
    if (command.getOptionValue(option.attributeName()) === '') {
      throw new UsageError(`${option.long} is empty.`);
    }
  }
}

/** What is wrong, for the user; of a fault of the program where it stands. */
async function saysOf(error: Error): Promise<string> {
  if (error instanceof UsageError) return error.message;
  // A store that is away says itself what is wrong and what to do.
  if ((error as NodeJS.ErrnoException).code === 'ESTORE') return error.message;
  const { redisFault } = await import('../workers/queue/redis-fault.js');
  return redisFault(error) ?? error.stack ?? error.message;
}

/** What reads the modes of OCR is loaded where one is asked for. */
async function givenArguments(): Promise<string[]> {
  if (!process.argv.includes('--ocr')) return process.argv;
  return (await import('./ocr-options.js')).withOcrMode(process.argv);
}

/** Runs the command line and gives the exit status. */
async function main(): Promise<number> {
  try {
    const named = COMMANDS[process.argv[2] ?? ''];
    if (named?.computes && !isWatched()) return await runWatched();
    await (await gongwen()).parseAsync(await givenArguments());
    return Number(process.exitCode ?? ExitStatus.ok);
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? ExitStatus.ok : ExitStatus.usage;
    }
    process.stderr.write(`gongwen: ${await saysOf(error as Error)}\n`);
    return ExitStatus.usage;
  }
}

// The reader of a pipe may leave early (`gongwen … | head`); that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(ExitStatus.ok);
  throw error;
});
// Progress that nobody reads any more must not end the work (`gongwen … 2>&1 | head`).
process.stderr.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
if (isWatched()) ignoreSignals();
else endAtSignals();
process.exitCode = await main();
