import { join } from 'node:path';
import type { Reject } from '../schemas/index.js';
import { foundInputs } from './asked-inputs.js';
import {
  containerDigests,
  documentsOf,
  type PartedInputs,
  withContainers,
} from './container-inputs.js';
import type { CorrectionBook } from './corrections/correction-book.js';
import type { Counts } from './counts.js';
import { openOutput, storeFolder, WORK_FOLDER } from './dataset-places.js';
import { markDataset } from './existing-dataset.js';
import { ExtractError, InterruptedError } from './extract-error.js';
import type { ExtractEvents, ExtractOptions } from './extract-options.js';
import type { FoundInput, FoundInputs } from './find-inputs.js';
import { pipelineFingerprint } from './fingerprint.js';
import { claimRun } from './leftovers.js';
import type { InputSummary, Merged } from './merge.js';
import { FolderObjects } from './object-store.js';
import { runRecord } from './run-record.js';
import { StageClock } from './stage-clock.js';
import { Store } from './store.js';
import { settingsOf, unchangedRun } from './unchanged-run.js';

export { ExtractError, type ExtractEvents, type ExtractOptions, InterruptedError };

export interface ExtractSummary {
  readonly out: string;
  readonly inputs: readonly InputSummary[];
  readonly rejects: readonly Reject[];
  readonly counts: Counts;
  readonly seconds: number;
  /** Whether the dataset stood already: nothing was touched. */
  readonly existing: boolean;
}

/**
 * Files and folders in, a dataset out. Converts what the store does not hold in a pool of child
 * processes, then merges the results from the store, sorted by uri, one input at a time. `given`
 * takes the place of what the paths hold.
 *
 * @throws ExtractError, InterruptedError
 */
export async function extract(
  options: ExtractOptions,
  events: ExtractEvents,
  signal: AbortSignal,
  given?: FoundInputs,
): Promise<ExtractSummary> {
  const started = new Date();
  const clock = new StageClock();
  const inputFiles = given ?? foundInputs(options);
  const parted = await withContainers(inputFiles, options.columns);
  const corrections = await openCorrections(options.corrections);
  if (options.report) await requireAssets();
  const { store, release } = openFolders(options);
  try {
    const prepared = { started, clock, inputFiles, parted, corrections, store };
    return await run(prepared, options, events, signal);
  } finally {
    release();
  }
}

/** What a run is made of before anything is written. */
interface PreparedRun {
  readonly started: Date;
  readonly clock: StageClock;
  readonly inputFiles: FoundInputs;
  readonly parted: PartedInputs;
  readonly corrections: CorrectionBook | undefined;
  readonly store: Store;
}

async function run(
  { started, clock, inputFiles, parted, corrections, store }: PreparedRun,
  options: ExtractOptions,
  events: ExtractEvents,
  signal: AbortSignal,
): Promise<ExtractSummary> {
  const { inputs } = inputFiles;
  events.found(inputs.length);
  clock.ended('find');
  const fingerprint = pipelineFingerprint();
  const digests = containerDigests(parted.containers);
  const settings = settingsOf(options, inputFiles, fingerprint, digests);
  const unchanged = unchangedRun(options, settings, inputFiles, parted.containers);
  const summaryOf = (merged: Merged, existing: boolean): ExtractSummary => {
    return { out: options.out, ...merged, existing, seconds: clock.milliseconds / 1000 };
  };
  if (unchanged) return summaryOf(unchanged, true);
  // What an existing dataset does without is loaded from here on.
  const { convertInputs } = await import('./convert-inputs.js');
  const rejects = [...inputFiles.rejects];
  const found = parted.containers.length > 0 ? membersOf(parted, options, events, rejects) : inputs;
  const converting = convertInputs(found, { ...options, fingerprint }, events, signal);
  const [outcomes, { Merge }] = await Promise.all([converting, import('./merge.js')]);
  if (signal.aborted) throw new InterruptedError();
  clock.ended('pool');
  const merge = new Merge(options.out, options.convert, store, undefined, corrections);
  try {
    const merged = await merge.add(outcomes, rejects, signal);
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
    const { snapshot = true } = options;
    merge.publish(runRecord(settled(options), { ...merged, ...run }), { snapshot });
    // What was not stored is tried again by the next run.
    if (outcomes.every(({ stored }) => stored)) markDataset(options.out, settings, merged);
    if (options.report) {
      const { writeReport } = await import('./report/index.js');
      await writeReport(options.out, {
        ...(corrections ? { corrections: corrections.corrections } : {}),
        ...(options.keepCopies ? { keepCopies: true } : {}),
      });
    }
    return summaryOf(merged, false);
  } catch (error) {
    merge.discard();
    if (error instanceof SyntaxError) throw new ExtractError(damagedSnapshot(options.out));
    throw asExtractError(error, `Cannot write the dataset to ${options.out}`);
  }
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

async function openCorrections(file: string | undefined): Promise<CorrectionBook | undefined> {
  if (file === undefined) return undefined;
  const { CorrectionsError, readCorrections } = await import('./corrections/read-corrections.js');
  try {
    return readCorrections(file);
  } catch (error) {
    if (error instanceof CorrectionsError) throw new ExtractError(error.message);
    throw error;
  }
}

/** Records of the former snapshot are the one JSON that a merge reads unchecked. */
const damagedSnapshot = (out: string): string =>
  `The newest snapshot in ${join(out, 'snapshots')} is damaged: its records cannot be read. Delete its folder, or choose another --out.`;

/** A page that cannot be written is told of before the work, not after. */
async function requireAssets(): Promise<void> {
  const { NoAssetsError, pageAssets } = await import('./report/index.js');
  try {
    pageAssets();
  } catch (error) {
    if (error instanceof NoAssetsError) throw new ExtractError(error.message);
    throw error;
  }
}

/** The options with what they leave to be chosen. */
const settled = (options: ExtractOptions): ExtractOptions => ({
  ...options,
  store: storeFolder(options),
});

/** The store, and the dataset's folder claimed for this run until `release` is called. */
function openFolders(options: ExtractOptions): { store: Store; release: () => void } {
  try {
    openOutput(options.out);
    const objects = new FolderObjects(storeFolder(options));
    objects.open();
    return { store: new Store(objects), release: claimRun(join(options.out, WORK_FOLDER)) };
  } catch (error) {
    throw asExtractError(error, `Cannot write to ${options.store ?? options.out}`);
  }
}

function asExtractError(error: unknown, says: string): Error {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === undefined ? (error as Error) : new ExtractError(`${says}: ${message}`);
}
