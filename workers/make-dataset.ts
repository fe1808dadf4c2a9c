import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Reject } from '../schemas/index.js';
import { documentsOf, type PartedInputs } from './container-inputs.js';
import { convertInputs } from './convert-inputs.js';
import type { CorrectionBook } from './corrections/correction-book.js';
import { PACKAGE, storePlace } from './dataset-places.js';
import { FormerDataset } from './emission/former-dataset.js';
import type { MadeFrom } from './emission/made-from.js';
import { asExtractError, ExtractError, InterruptedError } from './extract-error.js';
import type { ExtractEvents, ExtractOptions } from './extract-options.js';
import type { FoundInput, FoundInputs } from './find-inputs.js';
import { Merge, type Merged, MissingResultError } from './merge.js';
import type { RememberedInputs } from './remembered-inputs.js';
import { runRecord } from './run-record.js';
import type { StageClock } from './stage-clock.js';
import type { Store } from './store.js';

export { MissingResultError };

/** What a dataset is made from. */
export interface DatasetWork {
  readonly started: Date;
  readonly clock: StageClock;
  readonly inputFiles: FoundInputs;
  readonly parted: PartedInputs;
  readonly corrections: CorrectionBook | undefined;
  readonly store: Store;
  readonly fingerprint: string;
  /** Stands for all that the run is made with, but for the inputs. */
  readonly settings: string;
  readonly how: string;
  /** What is kept beside the dataset that stands, or why it is not to go by. */
  readonly made: MadeFrom | string;
  readonly remembered: RememberedInputs;
}

/**
 * Converts what is new, and writes what is new or different of the dataset.
 *
 * @throws ExtractError, InterruptedError, MissingResultError
 */
export async function makeDataset(
  work: DatasetWork,
  options: ExtractOptions,
  events: ExtractEvents,
  signal: AbortSignal,
): Promise<Merged> {
  const { started, clock, inputFiles, parted, corrections, store, fingerprint } = work;
  const { out, convert, maxBytes, snapshot = true } = options;
  const { inputs } = inputFiles;
  const { remembered } = work;
  const rejects = [...inputFiles.rejects];
  const found = parted.containers.length > 0 ? membersOf(parted, options, events, rejects) : inputs;
  const how = { ...options, fingerprint };
  const outcomes = await convertInputs(found, how, remembered, events, signal);
  if (signal.aborted) throw new InterruptedError();
  clock.ended('pool');
  const merge = new Merge(out, {
    convert,
    store,
    former: formerOf(work, options, events),
    corrections,
  });
  try {
    const merged = await merge.add(outcomes, rejects, signal, remembered.files);
    if (signal.aborted) throw new InterruptedError();
    clock.ended('merge');
    const run = {
      started,
      finished: new Date(),
      timings: clock.timings,
      fingerprint,
      attachments: inputs.flatMap(({ uri, attachmentOf }) =>
        attachmentOf === undefined ? [] : [{ uri, attachment_of: attachmentOf }],
      ),
      ...(corrections ? { corrections: corrections.summary() } : {}),
    };
    merge.publish(runRecord(settled(options), { ...merged, ...run }), { snapshot });
    // What was not stored is tried again by the next run.
    const complete = outcomes.every(({ stored }) => stored);
    merge.mark({ madeFrom: work.settings, how: work.how, maxBytes, complete });
    if (options.report) await writeReport(options, corrections, events);
    return merged;
  } catch (error) {
    merge.discard();
    if (error instanceof SyntaxError) throw new ExtractError(damagedSnapshot(out));
    throw asExtractError(error, `Cannot write the dataset to ${out}`);
  }
}

/** The dataset that stands, where this one goes on from it; else says why the whole is written. */
function formerOf(
  { made, how }: DatasetWork,
  { out, force }: ExtractOptions,
  events: ExtractEvents,
): FormerDataset | null {
  if (force) return null;
  const former = typeof made === 'string' ? made : FormerDataset.open(out, made, how);
  if (typeof former !== 'string') return former;
  if (existsSync(join(out, PACKAGE))) events.wholly?.(former);
  return null;
}

async function writeReport(
  { out, keepCopies, pageImages, convert }: ExtractOptions,
  book: CorrectionBook | undefined,
  events: ExtractEvents,
): Promise<void> {
  const { writeReport } = await import('./report/index.js');
  const { pageImages: drawn } = await writeReport(out, {
    ...(book ? { corrections: book.corrections } : {}),
    ...(keepCopies ? { keepCopies: true } : {}),
    ...(pageImages !== undefined && {
      pageImages: { most: pageImages, password: convert.password ?? null },
    }),
  });
  if (drawn) events.pageImages?.(drawn);
}

/** The documents of a run with containers; how many there are is told as they are found. */
async function* membersOf(
  parted: PartedInputs,
  options: ExtractOptions,
  events: ExtractEvents,
  rejects: Reject[],
): AsyncGenerator<FoundInput> {
  let found = 0;
  for await (const input of documentsOf(parted, options, (reject) => rejects.push(reject))) {
    if (++found > parted.documents.length) events.found(found);
    yield input;
  }
}

/** The options with what they leave to be chosen. */
const settled = (options: ExtractOptions): ExtractOptions => ({
  ...options,
  store: storePlace(options),
});

/** Records of the former snapshot are the one JSON that a merge reads unchecked. */
const damagedSnapshot = (out: string): string =>
  `The newest snapshot in ${join(out, 'snapshots')} is damaged: its records cannot be read. Delete its folder, or choose another --out.`;
