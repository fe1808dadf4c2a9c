import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import { isBucketAddress } from '../workers/bucket/address.js';
import type { Configuration } from '../workers/configuration/schema.js';
import type { ExtractSummary } from '../workers/extract.js';
import type { FoundInputs } from '../workers/find-inputs.js';
import type { Merged } from '../workers/merge.js';
import type { Batch } from '../workers/queue/batch.js';
import { isWebAddress } from '../workers/web-address.js';
import { type ColumnFlags, columnOptions, columnsOf } from './column-options.js';
import { configurationOf, settingOptions } from './configuration.js';
import { ExitStatus, UsageError } from './exit-status.js';
import { listenForInterruption } from './interruption.js';
import { type OcrFlags, ocrOptions } from './ocr-options.js';
import { encodingName, wholeNumber } from './option-values.js';
import { printable } from './printable.js';
import { progressOf } from './progress.js';

const EXAMPLES = `
Examples:
  $ gongwen submit notices/ --out data               and go on with something else
  $ gongwen submit notices/ --out data --wait        until the dataset stands
  $ gongwen submit https://www.example.gov.cn/a.html --out data
  $ gongwen submit notices/ --out data --wait --json
  $ gongwen submit corpus.jsonl notices.zip --out data --wait
  $ gongwen submit notices/ --store s3://notices/store --out s3://notices/data --wait

What the store holds is not converted again; where the dataset stands already there is nothing to do.
Documents in containers (ZIP, TAR, GZ, JSON Lines, CSV, Parquet, WARC, MHTML, EML) go into the store one by one.
With a bucket as the store the inputs are put there for the workers; gongwen pull fetches the dataset.
A batch that is under way is joined. With --wait, the exit status is that of extract; without, it is 1 where an input was refused
or could not be fetched.`;

interface Flags extends OcrFlags, ColumnFlags {
  out: string;
  wait?: true;
  json?: true;
  quiet?: true;
  encoding?: string;
  password?: string;
  passwordFile?: string;
  maxPages: number;
  tokens?: true;
  redactContacts?: true;
}

/** `gongwen submit PATH… [--out DIR] [--wait]` */
export function submitCommand(parent: Command): Command {
  const [pages, engine] = ocrOptions();
  const command = new Command('submit')
    .copyInheritedSettings(parent)
    .description('Gives files and folders to the workers of the queue, who make a dataset of them.')
    .argument('<path...>', 'files, folders and addresses to read')
    .option('-o, --out <place>', 'folder of the dataset, or s3://bucket/prefix', 'output')
    .option('-w, --wait', 'wait until the dataset stands');
  const settings = settingOptions(
    ...(['redis', 'store', 'maxBytes', 'attempts', 'prefix'] as const),
    ...(['allowHost', 'hostInterval', 'userAgent'] as const),
  );
  for (const option of [...settings, ...columnOptions()]) command.addOption(option);
  return command
    .option(
      '--encoding <name>',
      'read the bytes in this encoding (default: detected)',
      encodingName,
    )
    .option(
      '--password-file <file>',
      'open encrypted PDF files with the word on its first line; workers read it too',
    )
    .addOption(new Option('--password <word>').hideHelp())
    .addOption(pages)
    .addOption(engine)
    .option('--max-pages <n>', 'most pages of a PDF, OFD or TIFF file', wholeNumber(1), 5000)
    .option('--tokens', 'write tokens.jsonl: the words of each task')
    .option('--redact-contacts', 'mask names and telephone numbers of officials with █')
    .option('--json', 'print the summary as JSON')
    .option('-q, --quiet', 'print neither progress nor summary')
    .addHelpText('after', EXAMPLES)
    .action(run);
}

async function run(paths: string[], flags: Flags): Promise<void> {
  const started = performance.now();
  if (flags.password !== undefined) {
    throw new UsageError(
      'A password would lie in Redis for all to read. Write it into a file that only this user and the workers can read, and name it: --password-file FILE.',
    );
  }
  const configuration = configurationOf(flags);
  const interruption = listenForInterruption();
  try {
    const prepared = await prepare(paths, flags, configuration, interruption.signal);
    if (prepared === null) {
      interrupted();
      return;
    }
    const { batch } = prepared;
    let merged = prepared.merged;
    if (merged === null) {
      merged = await giveToQueue(batch, flags, configuration, interruption.signal);
      if (merged === null) return;
    }
    const seconds = (performance.now() - started) / 1000;
    const existing = prepared.merged !== null;
    const summary: ExtractSummary = { out: flags.out, ...merged, seconds, existing };
    const { printSummary } = await import('./run-summary.js');
    await printSummary(summary, flags);
    process.exitCode = summary.rejects.length > 0 ? ExitStatus.problems : ExitStatus.ok;
  } finally {
    interruption.close();
  }
}

async function prepare(
  paths: readonly string[],
  flags: Flags,
  configuration: Configuration,
  signal: AbortSignal,
): Promise<{ readonly batch: Batch; readonly merged: Merged | null } | null> {
  const { foundInputs } = await import('../workers/asked-inputs.js');
  const { ExtractError } = await import('../workers/extract-error.js');
  const { pipelineFingerprint } = await import('../workers/fingerprint.js');
  const { bucketAt, folderAt, objectsAt } = await import('../workers/open-objects.js');
  const { prepareBatch } = await import('../workers/queue/prepare.js');
  const { unpackedInputs } = await import('../workers/queue/unpacked-inputs.js');
  const addresses = paths.filter(isWebAddress);
  const invalid = addresses.find((address) => !URL.canParse(address));
  if (invalid !== undefined) throw new UsageError(`${invalid} is no address.`);
  const files = paths.filter((path) => !isWebAddress(path));
  const foreign = files.find((path) => /^[a-z][a-z\d+.-]+:\/\//i.test(path));
  if (foreign !== undefined) {
    throw new UsageError(`${foreign}: addresses begin with http:// or https://.`);
  }
  const { encoding = null, tokens = false, redactContacts = false } = flags;
  const { ocr = false, ocrEngine = null, maxPages } = flags;
  const passwordFile = flags.passwordFile === undefined ? null : resolve(flags.passwordFile);
  const out = isBucketAddress(flags.out) ? flags.out : resolve(flags.out);
  try {
    const { store } = configuration;
    const objects = addresses.length > 0 ? folderAt(store) : objectsAt(store);
    await objects.open();
    if (isBucketAddress(out)) await bucketAt(out).open();
    const { maxBytes } = configuration;
    const password = passwordFile === null ? null : await passwordIn(passwordFile);
    const options = { encoding, tokens, redactContacts, password, ocr, ocrEngine, maxPages };
    const how = { maxBytes, columns: columnsOf(flags) };
    const local =
      files.length > 0
        ? await unpackedInputs(foundInputs({ paths: files, out }), objects, how)
        : NOTHING;
    const fetched = await fetchedInputs(addresses, configuration, signal);
    const found = {
      inputs: [...local.inputs, ...fetched.inputs],
      rejects: [...local.rejects, ...fetched.rejects],
    };
    const fingerprint = pipelineFingerprint();
    const secret = passwordFile === null ? {} : { passwordFile };
    const made = { ...found, fingerprint, options, ...secret, out, paths, maxBytes };
    return await prepareBatch(made, objects);
  } catch (error) {
    if (signal.aborted) return null;
    const { code, message } = error as NodeJS.ErrnoException;
    if (error instanceof ExtractError) throw new UsageError(message);
    if (code === undefined) throw error;
    throw new UsageError(`Cannot write to the store ${configuration.store}: ${message}`);
  }
}

async function passwordIn(file: string): Promise<string> {
  const { readPassword } = await import('../workers/queue/password.js');
  try {
    return readPassword(file);
  } catch (error) {
    throw new UsageError(`The password cannot be read: ${(error as Error).message}`);
  }
}

const NOTHING: FoundInputs = { inputs: [], rejects: [] };

/** What fetches is loaded only where there is something to fetch. */
async function fetchedInputs(
  addresses: readonly string[],
  configuration: Configuration,
  signal: AbortSignal,
): Promise<FoundInputs> {
  if (addresses.length === 0) return NOTHING;
  const { fetchInputs } = await import('../workers/sources/addresses.js');
  const { folderAt } = await import('../workers/open-objects.js');
  return fetchInputs(addresses, folderAt(configuration.store), configuration, signal);
}

/** What the dataset was made from; null where it was not waited for. */
async function giveToQueue(
  batch: Batch,
  flags: Flags,
  configuration: Configuration,
  signal: AbortSignal,
): Promise<Merged | null> {
  const { connectProducer } = await import('./producer.js');
  const { closeQueues } = await import('../workers/queue/connection.js');
  const { BatchQueue } = await import('../workers/queue/submit.js');
  const redis = await connectProducer(configuration, flags.wait ? signal : null);
  if (redis === null) return interrupted();
  const queue = new BatchQueue(redis, configuration);
  const progress = await progressOf((flags.quiet ?? false) || !flags.wait);
  try {
    const state = await queue.give(batch);
    if (!flags.wait) {
      tellGiven(batch, state, flags);
      return null;
    }
    let shown = 0;
    let known = 0;
    const end = await queue.wait(batch, signal, ({ finished, total }) => {
      if (total > known) progress.start(total);
      known = Math.max(known, total);
      for (; shown < Math.min(finished, known); shown++) progress.step(batch.id);
    });
    progress.stop();
    if (end === null) return interrupted();
    if (end.error !== undefined) {
      throw new UsageError(`The dataset was not made: ${end.error}\nMend it, then: gongwen retry`);
    }
    if (end.merged) return end.merged;
    throw new UsageError(
      `The dataset was made, and cannot be read in ${batch.head.out} from here, or another batch has taken its place.`,
    );
  } finally {
    progress.stop();
    await closeQueues([queue], redis);
  }
}

function interrupted(): null {
  process.stderr.write(
    'Interrupted. What was given to the queue goes on; run the same again to wait for it.\n',
  );
  process.exitCode = ExitStatus.interrupted;
  return null;
}

function tellGiven(batch: Batch, state: string, { json, quiet }: Flags): void {
  for (const { uri, code, message } of batch.rejects) {
    process.stderr.write(`gongwen: ${printable(uri)}: ${code}: ${printable(message)}\n`);
  }
  if (batch.rejects.length > 0) process.exitCode = ExitStatus.problems;
  const facts = {
    ...{ batch: batch.id, state, inputs: batch.entries.length },
    ...{ rejects: batch.rejects.length, out: batch.head.out },
  };
  if (json) process.stdout.write(`${JSON.stringify(facts)}\n`);
  else if (!quiet) {
    process.stdout.write(`batch ${batch.id} (${facts.inputs} inputs) is ${state}\n`);
  }
}
