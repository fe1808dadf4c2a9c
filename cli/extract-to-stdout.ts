import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { InvalidArgumentError } from 'commander';
import { TABLES } from '../pipeline/emit/tables.js';
import { NO_KEYWORDS } from '../pipeline/segment/binary.js';
import {
  ExtractError,
  type ExtractOptions,
  extract,
  InterruptedError,
} from '../workers/extract.js';
import type { FoundInputs } from '../workers/find-inputs.js';
import { ExitStatus, UsageError } from './exit-status.js';
import { givenInput } from './file-bytes.js';
import { listenForInterruption } from './interruption.js';
import { type MaxRejects, rejectStatus } from './max-rejects.js';
import { printRejects } from './run-summary.js';

export type StdoutTable = (typeof TABLES)[number]['name'];

/** The name of a table. */
export function stdoutTable(value: string): StdoutTable {
  const table = TABLES.find(({ name }) => name === value);
  if (table) return table.name;
  throw new InvalidArgumentError(`Use one of ${TABLES.map(({ name }) => name).join(', ')}.`);
}

export interface StdoutFlags {
  readonly stdout?: StdoutTable;
  /** What records call the document on standard input. */
  readonly name?: string;
  readonly maxRejects?: MaxRejects;
}

/**
 * Prints one table of what the paths hold and keeps nothing. `-` is a document on standard input; its
 * format is told by its bytes.
 */
export async function extractToStdout(
  paths: readonly string[],
  options: ExtractOptions,
  { stdout: table = 'tasks', name, maxRejects }: StdoutFlags,
): Promise<void> {
  if (paths.includes('-') && paths.length > 1) throw new UsageError('Give - alone.');
  const folder = mkdtempSync(join(tmpdir(), 'gongwen-'));
  const interruption = listenForInterruption();
  try {
    const found = paths.includes('-')
      ? await standardInput(folder, name ?? '-', options.maxBytes)
      : undefined;
    const { keywords } = options.convert;
    if (table === 'tokens' && keywords === false) throw new UsageError(NO_KEYWORDS);
    const convert = { ...options.convert, tokens: table === 'tokens' };
    const out = join(folder, 'out');
    const { rejects, inputs } = await extract(
      { ...options, convert, out, snapshot: false, report: false },
      { found: () => {}, finished: () => {}, childSays: () => {} },
      interruption.signal,
      found,
    );
    await pipeline(createReadStream(join(out, `${table}.jsonl`)), process.stdout, { end: false });
    printRejects(rejects, null);
    process.exitCode = rejectStatus({ rejects, inputs }, maxRejects);
  } catch (error) {
    if (error instanceof ExtractError) throw new UsageError(error.message);
    if (!(error instanceof InterruptedError)) throw error;
    process.exitCode = ExitStatus.interrupted;
  } finally {
    interruption.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Standard input as a file; one that is too large is cut behind the first byte too many, and rejected. */
async function standardInput(folder: string, uri: string, maxBytes: number): Promise<FoundInputs> {
  const path = join(folder, 'input');
  await pipeline(givenInput(), upTo(maxBytes + 1), createWriteStream(path));
  return { inputs: [{ uri, path }], rejects: [] };
}

function upTo(most: number) {
  return async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let bytes = 0;
    for await (const chunk of chunks) {
      yield chunk.subarray(0, most - bytes);
      bytes += chunk.length;
      if (bytes >= most) return;
    }
  };
}
