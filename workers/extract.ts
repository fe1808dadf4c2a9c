import { join } from 'node:path';
import type { Reject } from '../schemas/index.js';
import { foundInputs } from './asked-inputs.js';
import { containerDigests, type PartedInputs, withContainers } from './container-inputs.js';
import type { CorrectionBook } from './corrections/correction-book.js';
import type { Counts } from './counts.js';
import { openOutput, storePlace, WORK_FOLDER } from './dataset-places.js';
import { readMadeFrom } from './emission/made-from.js';
import { asExtractError, ExtractError, InterruptedError } from './extract-error.js';
import type { ExtractEvents, ExtractOptions } from './extract-options.js';
import type { FoundInputs } from './find-inputs.js';
import { pipelineFingerprint } from './fingerprint.js';
import { claimRun } from './leftovers.js';
import type { InputSummary, Merged } from './merge.js';
import { FolderObjects } from './object-store.js';
import { objectsAt } from './open-objects.js';
import { RememberedInputs } from './remembered-inputs.js';
import { StageClock } from './stage-clock.js';
import { Store } from './store.js';
import { clearTemporaryFolders } from './temporary-folders.js';
import { howOf, settingsOf, unchangedRun } from './unchanged-run.js';

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
  if (options.pageImages !== undefined) await requirePictures(options.convert);
  const { store, release } = await openFolders(options);
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
  { inputFiles, parted, corrections, ...prepared }: PreparedRun,
  options: ExtractOptions,
  events: ExtractEvents,
  signal: AbortSignal,
): Promise<ExtractSummary> {
  const { clock } = prepared;
  events.found(inputFiles.inputs.length);
  clock.ended('find');
  const fingerprint = pipelineFingerprint();
  const digests = containerDigests(parted.containers);
  const settings = settingsOf(options, inputFiles, fingerprint, digests);
  const how = howOf(fingerprint, options.convert, options.converter);
  const made = readMadeFrom(options.out);
  const known = typeof made !== 'string' && !options.force ? made : null;
  const comparable = known?.how === how && known.maxBytes === options.maxBytes;
  const remembered = new RememberedInputs(comparable ? known : null, options.readAll ?? false);
  const { containers } = parted;
  const unchanged = unchangedRun(options, settings, known, inputFiles, containers, remembered);
  const summaryOf = (merged: Merged, existing: boolean): ExtractSummary => {
    return { out: options.out, ...merged, existing, seconds: clock.milliseconds / 1000 };
  };
  if (unchanged) return summaryOf(unchanged, true);
  // What an existing dataset does without is loaded from here on.
  const { makeDataset, MissingResultError } = await import('./make-dataset.js');
  const work = { ...prepared, inputFiles, parted, fingerprint, settings, how, made };
  try {
    const merged = await makeDataset({ ...work, remembered, corrections }, options, events, signal);
    return summaryOf(merged, false);
  } catch (error) {
    if (!(error instanceof MissingResultError)) throw error;
    events.wholly?.(`the store no longer holds the result of ${error.message}`);
    const again = { remembered: new RememberedInputs(null, false) };
    const book = await openCorrections(options.corrections);
    const quiet = { ...events, found: () => {}, finished: () => {} };
    const merged = await makeDataset(
      { ...work, ...again, corrections: book },
      options,
      quiet,
      signal,
    );
    return summaryOf(merged, false);
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

/** Pictures that cannot be drawn are told of before the work, too. */
async function requirePictures(convert: ExtractOptions['convert']): Promise<void> {
  const { PageImagesError, requireDrawing } = await import('./report/page-images/index.js');
  try {
    await requireDrawing(convert);
  } catch (error) {
    if (error instanceof PageImagesError) throw new ExtractError(error.message);
    throw error;
  }
}

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

/** The store, and the dataset's folder claimed for this run until `release` is called. */
async function openFolders(
  options: ExtractOptions,
): Promise<{ store: Store; release: () => void }> {
  try {
    openOutput(options.out);
    const objects = objectsAt(storePlace(options));
    await objects.open();
    if (objects instanceof FolderObjects) objects.clearParts();
    clearTemporaryFolders();
    return { store: new Store(objects), release: claimRun(join(options.out, WORK_FOLDER)) };
  } catch (error) {
    throw asExtractError(error, `Cannot write to ${options.store ?? options.out}`);
  }
}
