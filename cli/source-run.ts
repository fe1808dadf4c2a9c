import { resolve } from 'node:path';
import { Command } from 'commander';
import type { Source } from '../schemas/source.js';
import type { Configuration } from '../workers/configuration/schema.js';
import type { RoundSummary } from '../workers/sources/run-embedded.js';
import type { SourceChange } from '../workers/webhook/webhook.js';
import { known, openCatalogue } from './catalogue.js';
import { configurationOf, settingOptions } from './configuration.js';
import { ExitStatus, UsageError } from './exit-status.js';
import { listenForInterruption } from './interruption.js';
import { progressOf } from './progress.js';
import { printSummary } from './run-summary.js';
import { webhookOf } from './webhook-setting.js';

const RUN_EXAMPLES = `
Examples:
  $ gongwen source run city                     into the source's own folder
  $ gongwen source run city school --out data   both in one dataset
  $ gongwen source run --all --out data --json

Exit status: that of extract.`;

interface RunFlags {
  all?: true;
  out?: string;
  json?: true;
  quiet?: true;
}

/** `gongwen source run NAME…|--all` */
export function runCommand(parent: Command): Command {
  const command = new Command('run')
    .copyInheritedSettings(parent)
    .description('Looks at sources once and makes their dataset, without Redis.')
    .argument('[names...]', 'what they are called')
    .option('-a, --all', 'all sources')
    .option('-o, --out <dir>', "one dataset of them all (default: each source's own folder)");
  const settings = settingOptions(
    ...(['store', 'jobs', 'timeout', 'maxBytes', 'maxMemory'] as const),
    ...(['allowHost', 'hostInterval', 'userAgent', 'webhook', 'webhookSecret'] as const),
  );
  for (const option of settings) command.addOption(option);
  return command
    .option('--json', 'print the summary as JSON')
    .option('-q, --quiet', 'print neither progress nor summary')
    .addHelpText('after', RUN_EXAMPLES)
    .action(run);
}

async function run(names: string[], flags: RunFlags): Promise<void> {
  const configuration = configurationOf(flags);
  const { catalogue } = await openCatalogue(configuration);
  if (flags.all ? names.length > 0 : names.length === 0) {
    throw new UsageError('Name sources, or give --all.');
  }
  const sources = flags.all
    ? await known(catalogue.list())
    : await Promise.all(names.map((name) => known(catalogue.get(name))));
  if (sources.length === 0)
    throw new UsageError('There are no sources. Add one: gongwen source add');
  const webhook = webhookOf(configuration, {
    delivered: () => {},
    failed: (message, reason, last) => {
      const then = last ? 'It is given up.' : 'The next run tries again.';
      process.stderr.write(`The webhook was not told (${message}: ${reason}). ${then}\n`);
    },
  });
  const rejected: boolean[] = [];
  for (const [out, together] of byFolder(sources, flags.out)) {
    const summary = await runRound(together, out, configuration, flags);
    if (summary === null) return;
    await printSummary(summary, { ...flags, out });
    if (!summary.existing) await webhook?.tell(changeOf(summary, together, out));
    rejected.push(summary.rejects.length > 0);
  }
  await webhook?.deliver();
  process.exitCode = rejected.includes(true) ? ExitStatus.problems : ExitStatus.ok;
}

const changeOf = (
  { inputs, rejects, asked, unchanged }: RoundSummary,
  sources: readonly Source[],
  out: string,
): SourceChange => ({
  ...{ sources: sources.map(({ name }) => name), out, inputs: inputs.length },
  ...{ rejects: rejects.length, asked, unchanged, batch: null },
});

/** Sources of one folder make one dataset. */
function byFolder(sources: readonly Source[], out: string | undefined): Map<string, Source[]> {
  const folders = new Map<string, Source[]>();
  for (const source of sources) {
    const folder = out === undefined ? source.out : resolve(out);
    if (folder === null) {
      throw new UsageError(`The source ${source.name} has no folder of its own. Give --out.`);
    }
    folders.set(folder, [...(folders.get(folder) ?? []), source]);
  }
  return folders;
}

/** Null where it was interrupted. */
async function runRound(
  sources: readonly Source[],
  out: string,
  configuration: Configuration,
  flags: RunFlags,
): Promise<RoundSummary | null> {
  const { runEmbedded } = await import('../workers/sources/run-embedded.js');
  const { ExtractError, InterruptedError } = await import('../workers/extract-error.js');
  const interruption = listenForInterruption();
  const progress = await progressOf(flags.quiet ?? false);
  const convert = { encoding: null, tokens: false, redactContacts: false };
  try {
    return await runEmbedded(
      { sources, out, configuration, convert },
      {
        found: (inputs) => progress.start(inputs),
        finished: ({ input }) => progress.step(input.uri),
        childSays: () => {},
      },
      interruption.signal,
    );
  } catch (error) {
    if (error instanceof ExtractError) throw new UsageError(error.message);
    if (!(error instanceof InterruptedError)) throw error;
    process.stderr.write(
      'Interrupted. What is finished is kept; run the same again to carry on.\n',
    );
    process.exitCode = ExitStatus.interrupted;
    return null;
  } finally {
    progress.stop();
    interruption.close();
  }
}
