import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { jsonLine } from '../../pipeline/emit/tables.js';
import { CountedFile } from '../counted-file.js';
import { linkFile } from '../link-file.js';
import { sha256OfFiles } from '../sha256.js';
import { changesById } from './compare-datasets.js';
import { DatasetIndex, type IndexedDocuments } from './dataset-index.js';
import { HISTORY, TaskHistory, writeFirstHistory } from './history.js';
import {
  nextSnapshotName,
  placeSnapshot,
  SNAPSHOTS,
  type SnapshotName,
  snapshotNames,
  switchLatest,
} from './snapshot-folders.js';

export const CHANGES = 'changes.jsonl';

export interface SnapshotOrder {
  /** The dataset's folder; the dataset stands in it, whole. */
  readonly out: string;
  /** Names of its files inside `out`, the description first; `texts` is a folder of them. */
  readonly files: readonly string[];
  /** Folder on the same disk that the caller removes in the end. */
  readonly staging: string;
  readonly now: Date;
  /** What is known of how it differs from the newest snapshot; null: all records are compared. */
  readonly difference: Difference | null;
}

/** How a dataset differs from the one before, whose records the newest snapshot holds. */
export interface Difference {
  /** The dataset before. */
  readonly former: DatasetIndex;
  /** All documents of the dataset; where they stand is told of those alone that do not stay. */
  readonly documents: IndexedDocuments;
  /** Ids of those with the same lines as before. */
  readonly stay: ReadonlySet<string>;
}

/**
 * Keeps the dataset as a snapshot beside it, where it differs from the newest one, with what
 * changed since and the history of its tasks. Built in `staging` and put into place by renames: a
 * kill leaves either the former snapshot or this one, whole.
 */
export function takeSnapshot(order: SnapshotOrder): void {
  const { out, files, staging, now, difference } = order;
  const hash = sha256OfFiles([join(out, files[0]!)]);
  const newest = snapshotNames(out).at(-1);
  if (newest?.hash === hash.slice(0, 12)) {
    switchLatest(out, newest, staging);
    return;
  }
  const name = nextSnapshotName(now, hash, newest);
  const folder = join(staging, 'snapshot');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const file of files) linkAll(join(out, file), join(folder, file));
  if (newest === undefined) writeFirst(folder, name);
  else writeChanges(folder, join(out, SNAPSHOTS, newest.name), name, difference);
  placeSnapshot(out, folder, name);
  switchLatest(out, name, staging);
}

/** Nothing stood before: no change is told, and every task's history begins. */
function writeFirst(folder: string, { time }: SnapshotName): void {
  new CountedFile(join(folder, CHANGES)).close();
  writeFirstHistory(join(folder, HISTORY), folder, time);
}

function writeChanges(
  folder: string,
  formerFolder: string,
  { time }: SnapshotName,
  difference: Difference | null,
): void {
  const former = difference?.former ?? DatasetIndex.scan(formerFolder);
  const latter = difference
    ? new DatasetIndex(folder, difference.documents)
    : DatasetIndex.scan(folder);
  const history = new TaskHistory();
  const file = new CountedFile(join(folder, CHANGES));
  try {
    for (const change of changesById(former, latter, difference?.stay)) {
      file.add(jsonLine(change));
      history.note(change);
    }
    history.write(join(folder, HISTORY), formerFolder, latter, time);
  } finally {
    file.close();
    former.close();
    latter.close();
  }
}

/** A file, where there is one, or all of a folder of files, under another name. */
function linkAll(from: string, to: string): void {
  const stats = statSync(from, { throwIfNoEntry: false });
  if (stats?.isDirectory()) {
    mkdirSync(to);
    for (const name of readdirSync(from)) linkAll(join(from, name), join(to, name));
  } else if (stats) linkFile(from, to);
}
