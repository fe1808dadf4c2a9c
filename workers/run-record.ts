import { NO_KEYWORDS } from '../pipeline/segment/binary.js';
import { PIPELINE_VERSION } from '../pipeline/version.js';
import type { CorrectionsSummary } from './corrections/correction-book.js';
import type { ExtractOptions } from './extract-options.js';
import type { Merged } from './merge.js';

export interface Run extends Merged {
  readonly started: Date;
  readonly finished: Date;
  /** Milliseconds a stage of the run itself; those of its inputs are added. */
  readonly timings: Readonly<Record<string, number>>;
  /** Of the code and its data. */
  readonly fingerprint: string;
  /** Inputs that were attached to a page, with its address. */
  readonly attachments?: readonly { readonly uri: string; readonly attachment_of: string }[];
  readonly corrections?: CorrectionsSummary;
}

/** What `run.json` says; the only file of a dataset that knows the time. */
export function runRecord(options: ExtractOptions, run: Run): object {
  const timings: Record<string, number> = { ...run.timings };
  for (const input of run.inputs) {
    for (const [stage, milliseconds] of Object.entries(input.timings)) {
      timings[stage] = (timings[stage] ?? 0) + milliseconds;
    }
  }
  return {
    version: PIPELINE_VERSION,
    fingerprint: run.fingerprint,
    node: process.version,
    options: withoutPassword(options),
    started: run.started.toISOString(),
    finished: run.finished.toISOString(),
    inputs: run.inputs.map(({ uri, sha256, bytes, cached, milliseconds, counts }) => ({
      uri,
      sha256,
      bytes,
      cached,
      milliseconds,
      counts,
    })),
    counts: run.counts,
    ...(options.convert.keywords === false ? { notes: [NO_KEYWORDS] } : {}),
    ...(run.attachments?.length ? { attachments: run.attachments } : {}),
    ...(run.corrections ? { corrections: run.corrections } : {}),
    timings,
  };
}

/** The options without the word that opens encrypted files; whether there was one stays. */
function withoutPassword(options: ExtractOptions): ExtractOptions {
  const { password, ...convert } = options.convert;
  return password == null ? options : { ...options, convert: { ...convert, password: '…' } };
}
