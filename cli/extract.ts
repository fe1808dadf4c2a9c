import { availableParallelism } from 'node:os';
import { Command } from 'commander';
import type { PartitionKey } from '../pipeline/emit/partitions.js';
import { canCutWords, NO_KEYWORDS } from '../pipeline/segment/binary.js';
import type { ExportFormat } from '../workers/exports/paths.js';
import {
  ExtractError,
  type ExtractOptions,
  extract,
  InterruptedError,
} from '../workers/extract.js';
import { DEFAULT_LIMITS } from '../workers/limits.js';
import { type ColumnFlags, columnOptions, columnsOf } from './column-options.js';
import { ExitStatus, UsageError } from './exit-status.js';
import { exportFormats, partitionKeys } from './export-options.js';
import { extractToStdout, type StdoutTable, stdoutTable } from './extract-to-stdout.js';
import { listenForInterruption } from './interruption.js';
import { logLevelOption, openQuietLog } from './log.js';
import { type MaxRejects, maxRejects, rejectStatus } from './max-rejects.js';
import { type OcrFlags, ocrOptions } from './ocr-options.js';
import { bytes, encodingName, seconds, wholeNumber } from './option-values.js';
import { pageImageBytes, saysOfPictures } from './page-images.js';
import { progressOf } from './progress.js';
import { printSummary } from './run-summary.js';

const EXAMPLES = `
Examples:
  $ gongwen extract samples                          every file in a folder that it can read, to output/
  $ gongwen extract a.txt notices/ --out data        files and folders, to data/
  $ gongwen extract corpus.jsonl notices.zip         rows of tables, files in archives
  $ gongwen extract notices --jobs 4 --json          a summary that a program can read
  $ gongwen extract old.txt --encoding gb18030       where the encoding is not told rightly
  $ gongwen extract notices --redact-contacts        without officials' names and numbers
  $ gongwen extract notices --format csv,xlsx        with tables for spreadsheets in export/
  $ gongwen extract notices --report                 with a page to review it in a browser
  $ gongwen extract notices --corrections c.jsonl    with what was corrected there
  $ gongwen extract - --name a.pdf --stdout tasks < a.pdf
                                                     a document in, the lines of one table out

Of a folder, names that begin with . or _, *.origin.json files and what a .gongwenignore file
lists (one name a line) are passed over; other files without a reader are listed in rejects.jsonl.
A second run converts only what is new; a run that was stopped is carried on by the next one.`;

interface Flags extends OcrFlags, ColumnFlags {
  out: string;
  store?: string;
  jobs: number;
  force?: true;
  readAll?: true;
  encoding?: string;
  password?: string;
  maxPages: number;
  tokens?: true;
  timeout?: number;
  maxBytes: number;
  maxMemory: number;
  json?: true;
  quiet?: true;
  redactContacts?: true;
  corrections?: string;
  report?: true;
  pageImages?: true;
  pageImagesBytes: number;
  format?: ExportFormat[];
  partition?: PartitionKey[];
  bom?: true;
  keepCopies?: boolean;
  snapshot: boolean;
  logLevel: string;
  stdout?: StdoutTable;
  name?: string;
  maxRejects?: MaxRejects;
}

/** `gongwen extract PATH… --out DIR` */
export function extractCommand(parent: Command): Command {
  const [pages, engine] = ocrOptions();
  const [text, html, id, meta] = columnOptions();
  return new Command('extract')
    .copyInheritedSettings(parent)
    .description('Makes a dataset of documents, tasks and targets from files and folders.')
    .argument('<path...>', 'files and folders to read; - is a document on standard input')
    .option('-o, --out <dir>', 'folder of the dataset', 'output')
    .option('-j, --jobs <n>', 'documents at the same time', wholeNumber(1), availableParallelism())
    .option('-f, --force', 'convert again what the store holds')
    .option('--read-all', 'read every input, not only those with another size or time than before')
    .option(
      '--encoding <name>',
      'read the bytes in this encoding (default: detected)',
      encodingName,
    )
    .option('--password <word>', 'open encrypted PDF files with this password')
    .addOption(pages)
    .addOption(engine)
    .option(
      '--max-pages <n>',
      'most pages of a PDF, OFD or TIFF file',
      wholeNumber(1),
      DEFAULT_LIMITS.maxPages,
    )
    .option('--tokens', 'write tokens.jsonl: the words of each task')
    .addOption(text)
    .addOption(html)
    .addOption(id)
    .addOption(meta)
    .option('--redact-contacts', 'mask names and telephone numbers of officials with █')
    .option(
      '--timeout <seconds>',
      `longest time a document may take (default: ${DEFAULT_LIMITS.timeout}, with --ocr ${DEFAULT_LIMITS.ocrTimeout})`,
      seconds,
    )
    .option('--max-bytes <n>', 'largest file that is read; 64m, 1g', bytes, DEFAULT_LIMITS.maxBytes)
    .option(
      '--max-memory <mib>',
      'JavaScript heap of a document, MiB',
      wholeNumber(32),
      DEFAULT_LIMITS.maxMemory,
    )
    .option('--corrections <file>', 'apply the corrections that people made in the review page')
    .option('--report', 'write report/index.html, a page to read and review the dataset with')
    .option(
      '--page-images',
      'with --report: pictures of the pages of PDF and OFD files and pictures, values boxed',
    )
    .addOption(pageImageBytes())
    .option('--format <list>', 'also write export/: csv, parquet, duckdb, xlsx', exportFormats)
    .option('--partition <list>', 'also write export/partitioned/ by region, year', partitionKeys)
    .option('--bom', 'begin CSV files with a byte order mark, for Excel')
    .option('--keep-copies', 'let --report and --format count copies of a notice too')
    .option('--no-snapshot', 'keep no snapshot, and no record of what changed')
    .option(
      '--store <place>',
      'keep results here, a folder or s3://bucket/prefix (default: <out>/.gongwen/store)',
    )
    .option(
      '--stdout <table>',
      'print one table and keep nothing: documents, tasks, …',
      stdoutTable,
    )
    .option('--name <file>', 'what records call the document on standard input: a.pdf')
    .option(
      '--max-rejects <n|p%>',
      'end with status 1 only where more inputs are rejected: 5, 2%',
      maxRejects,
    )
    .option('--json', 'print the summary as JSON')
    .option('-q, --quiet', 'print neither progress nor summary')
    .addOption(logLevelOption())
    .addHelpText('after', EXAMPLES)
    .action(run);
}

async function run(paths: string[], flags: Flags): Promise<void> {
  const options = withoutWords(optionsOf(paths, flags));
  if (flags.name !== undefined && !paths.includes('-')) throw new UsageError('--name is for -.');
  if (flags.stdout) return extractToStdout(paths, options, flags);
  if (paths.includes('-')) throw new UsageError('With - say which table: --stdout tasks.');
  const interruption = listenForInterruption();
  const log = await openQuietLog(flags.logLevel);
  const progress = await progressOf(flags.quiet ?? false);
  try {
    const summary = await extract(
      options,
      {
        found: (inputs) => {
          log.info({ inputs }, 'inputs found');
          progress.start(inputs);
        },
        finished: ({ input, stored, reject }) => {
          progress.step(input.uri);
          log.info({ uri: input.uri, ...(stored ?? reject) }, stored ? 'stored' : 'rejected');
        },
        pageImages: (drawn) => {
          if (!flags.quiet) process.stderr.write(saysOfPictures(drawn));
        },
        childSays: (line) => log.debug({ line }, 'child'),
        wholly: (why) => log.info({ why }, 'the whole dataset is written anew'),
      },
      interruption.signal,
    );
    progress.stop();
    await exportFormatsOf(flags);
    await printSummary(summary, flags);
    process.exitCode = rejectStatus(summary, flags.maxRejects);
  } catch (error) {
    progress.stop();
    if (error instanceof ExtractError) throw new UsageError(error.message);
    if (!(error instanceof InterruptedError)) throw error;
    process.stderr.write(
      'Interrupted. What is finished is kept; run the same again to carry on.\n',
    );
    process.exitCode = ExitStatus.interrupted;
  } finally {
    interruption.close();
  }
}

/** Writes the formats that are asked for beside the JSON Lines, which are always there. */
async function exportFormatsOf({
  out,
  format = [],
  partition,
  bom,
  keepCopies = false,
}: Flags): Promise<void> {
  if (format.length === 0 && !partition) return;
  const { writeExport, writePartitions } = await import('./export.js');
  if (format.length > 0) await writeExport(out, { formats: format, bom: bom === true, keepCopies });
  if (partition) await writePartitions(out, partition, { keepCopies });
}

/** Says once that words cannot be cut on this machine, and goes on without keywords. */
function withoutWords(options: ExtractOptions): ExtractOptions {
  if (canCutWords()) return options;
  if (options.convert.tokens) throw new UsageError(`--tokens needs nodejieba. ${NO_KEYWORDS}`);
  process.stderr.write(`gongwen: ${NO_KEYWORDS}\n`);
  return { ...options, convert: { ...options.convert, keywords: false } };
}

function optionsOf(paths: string[], flags: Flags): ExtractOptions {
  const { out, jobs, force = false, maxBytes, maxMemory } = flags;
  const { encoding = null, tokens = false, redactContacts = false } = flags;
  const { password = null, ocr = false, ocrEngine = null, maxPages } = flags;
  const { timeout = ocr ? DEFAULT_LIMITS.ocrTimeout : DEFAULT_LIMITS.timeout } = flags;
  const limits = { jobs, force, timeout, maxBytes, maxMemory, readAll: flags.readAll === true };
  const convert = { encoding, tokens, redactContacts, password, ocr, ocrEngine, maxPages };
  const { corrections, report, snapshot, keepCopies } = flags;
  const review = {
    ...(corrections && { corrections }),
    ...((report || flags.pageImages) && { report: true }),
    ...(flags.pageImages && { pageImages: flags.pageImagesBytes }),
    ...(keepCopies && { keepCopies }),
  };
  return {
    paths,
    out,
    store: flags.store ?? null,
    ...limits,
    convert,
    columns: columnsOf(flags),
    snapshot,
    ...review,
  };
}
