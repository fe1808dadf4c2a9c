import { existsSync, lstatSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { ConvertOptions } from '../pipeline/converted.js';
import { isBucketAddress } from './bucket/address.js';
import { SNAPSHOTS, snapshotNames } from './changes/snapshot-folders.js';
import { storePlace, WORK_FOLDER } from './dataset-places.js';
import { exportFolder } from './exports/paths.js';
import { STAGING } from './exports/staging.js';
import { atWork, leftovers, OF_A_RUN } from './leftovers.js';
import { FolderObjects, PARTS } from './object-store.js';
import { REPORT_FOLDER, UNFINISHED_PAGE } from './report/remove.js';
import { storeKey } from './store.js';
import { NoDatasetError } from './whole-dataset.js';

export interface PruneOptions {
  /** Folders of datasets. */
  readonly datasets: readonly string[];
  /** Folder of the store that they share; null: each has its own inside it. */
  readonly store: string | null;
  /** Look, and remove nothing. */
  readonly dryRun: boolean;
}

/** How much of a kind was removed, or would be. */
export interface Pruned {
  readonly files: number;
  readonly bytes: number;
}

export interface PruneSummary {
  /** Results of conversions that no dataset and no snapshot was made from. */
  readonly results: Pruned;
  /** What killed runs have left half-written. */
  readonly leftovers: Pruned;
  /** Results that stay. */
  readonly kept: Pruned;
}

/** Milliseconds that a result in a shared store stays at least: a run elsewhere may be about to need it. */
const SHARED_AGE = 24 * 60 * 60 * 1000;
/** Milliseconds after which a piece that is not at its place yet is taken for left. */
const PART_AGE = 60 * 60 * 1000;
const PAUSE = 64;
/** Folders of results, and of those that are being written. */
const SHELF = new RegExp(`^(?:[0-9a-f]{2}|${PARTS})$`);
const RUN = 'run.json';

/**
 * Removes what no dataset and no snapshot needs: results of inputs that are gone, of former versions
 * and other options, and what killed runs have left. Copies of web pages, batches and notes of a
 * shared store stay, and so does every result of an input whose own is not under the key that its
 * run's record gives: that does not say which password opened it, nor the charset of a web page.
 *
 * @throws NoDatasetError where it is not known what a folder needs, or a run is at work in it; then
 *   nothing was removed
 */
export async function prune({ datasets, store, dryRun }: PruneOptions): Promise<PruneSummary> {
  if (store !== null && isBucketAddress(store)) {
    throw new NoDatasetError(
      `${store}: prune looks at folders alone. Let the bucket remove what is old by its lifecycle rules; what is asked for again is converted again.`,
    );
  }
  const needed = new Map<string, Map<string, string>>();
  const remains: string[] = [];
  for (const out of datasets) {
    const folder = storePlace({ store, out });
    const keys = needed.get(folder) ?? new Map<string, string>();
    needed.set(folder, keys);
    for (const { key, sha256 } of neededResults(out)) keys.set(key, sha256);
    remains.push(...remainsOf(out));
  }
  const summary = { results: nothing(), leftovers: nothing(), kept: nothing() };
  const remove = (path: string, kind: 'results' | 'leftovers'): void => {
    add(summary[kind], path);
    if (!dryRun) rmSync(path, { recursive: true, force: true });
  };
  for (const path of remains) remove(path, 'leftovers');
  for (const folder of needed.keys()) {
    for (const path of new FolderObjects(folder).deadParts()) remove(path, 'leftovers');
  }
  let seen = 0;
  for (const [folder, keys] of needed) {
    const unfound = new Set<string>();
    for (const [key, sha256] of keys) {
      if (!existsSync(join(folder, key.slice(0, 2), `${key}.ndjson`))) unfound.add(sha256);
    }
    const stays = (key: string, path: string, age: number): boolean =>
      keys.has(key) || (store !== null && age < SHARED_AGE) || isOfAny(unfound, path);
    for (const { path, key } of storeFiles(folder)) {
      if (seen++ % PAUSE === 0) await setImmediate();
      const age = Date.now() - (lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
      if (key === null) {
        if (age > PART_AGE) remove(path, 'leftovers');
      } else if (stays(key, path, age)) add(summary.kept, path);
      else remove(path, 'results');
    }
  }
  return summary;
}

const nothing = () => ({ files: 0, bytes: 0 });

/** Counts a file, or all in a folder. */
function add(sum: { files: number; bytes: number }, path: string): void {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats) return;
  if (stats.isDirectory()) for (const name of readdirSync(path)) add(sum, join(path, name));
  else {
    sum.files++;
    sum.bytes += stats.size;
  }
}

/** Whether a result says that it is of one of these digests. */
function isOfAny(digests: ReadonlySet<string>, path: string): boolean {
  if (digests.size === 0) return false;
  const said = readFileSync(path, 'utf8').matchAll(/"sha256":"([0-9a-f]{64})"/g);
  return [...said].some(([, digest]) => digests.has(digest!));
}

interface NeededResult {
  readonly key: string;
  /** Of the input. */
  readonly sha256: string;
}

/** The results that a dataset and its snapshots were made from. */
function neededResults(out: string): NeededResult[] {
  const run = existsSync(join(out, WORK_FOLDER)) ? atWork(join(out, WORK_FOLDER)) : null;
  if (run !== null) {
    throw new NoDatasetError(
      `${out}: a run is at work in it (process ${run}). Wait for it to end, then prune.`,
    );
  }
  const snapshots = snapshotNames(out).map(({ name }) => join(out, SNAPSHOTS, name));
  const known = snapshots.flatMap((folder) =>
    resultsOfRun(
      join(folder, RUN),
      `Mend it, or delete the snapshot ${folder} unless it is the newest.`,
    ),
  );
  const advice = `Run gongwen extract with --out ${out} again, then prune.`;
  return [...resultsOfRun(join(out, RUN), advice), ...known];
}

/** What `run.json` says of a run, as far as keys are made from it. */
interface RunRecord {
  readonly fingerprint: string;
  readonly options: { readonly convert: ConvertOptions };
  readonly inputs: readonly { readonly uri: string; readonly sha256: string | null }[];
}

function resultsOfRun(path: string, advice: string): NeededResult[] {
  try {
    const { fingerprint, options, inputs } = JSON.parse(readFileSync(path, 'utf8')) as RunRecord;
    return inputs.flatMap(({ uri, sha256 }) => {
      if (sha256 === null) return [];
      return [{ sha256, key: storeKey({ sha256, uri, fingerprint, options: options.convert }) }];
    });
  } catch {
    throw new NoDatasetError(
      `${path} cannot be read: it is not known what its dataset was made from. ${advice}`,
    );
  }
}

/** What killed runs have left beside a dataset. */
const remainsOf = (out: string): string[] => [
  ...leftovers(join(out, WORK_FOLDER), OF_A_RUN),
  ...leftovers(join(out, REPORT_FOLDER), UNFINISHED_PAGE),
  ...leftovers(exportFolder(out), STAGING),
];

/** Results of a store by their keys; `key` is null of a piece that is not at its place yet. */
function* storeFiles(folder: string): Generator<{ path: string; key: string | null }> {
  if (!existsSync(folder)) return;
  for (const shelf of readdirSync(folder).filter((name) => SHELF.test(name))) {
    for (const name of readdirSync(join(folder, shelf))) {
      const path = join(folder, shelf, name);
      if (name.endsWith('.part')) yield { path, key: null };
      const key = /^([0-9a-f]{64})\.ndjson$/.exec(name)?.[1];
      if (key !== undefined) yield { path, key };
    }
  }
}
