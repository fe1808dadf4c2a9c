import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { linkLatest } from '../changes/snapshot-folders.js';
import { PACKAGE } from '../dataset-places.js';
import { removeLeftovers, untilExit } from '../leftovers.js';
import { makeFolder } from '../make-folder.js';
import { StoreDownError } from '../object-store.js';
import { bucketAt } from '../open-objects.js';
import { BucketDataset } from './bucket-dataset.js';

/** Names of folders that are being fetched, beside their place; group 1: the id of the process. */
const PULLING = /^\.gongwen-pull-(\d+)$/;

export interface Pulled {
  readonly files: number;
  readonly bytes: number;
  readonly snapshots: number;
}

/**
 * Fetches a dataset from a bucket, whole with its snapshots, into a folder, where it takes the place of the
 * dataset that is there; files that this one has already are not sent again.
 *
 * @throws StoreDownError where the bucket or the dataset is not to be had, or the folder holds other things
 */
export async function pullDataset(
  from: string,
  folder: string,
  signal: AbortSignal,
): Promise<Pulled> {
  const objects = bucketAt(from);
  await objects.look();
  const out = resolve(folder);
  if (existsSync(out) && !existsSync(join(out, PACKAGE)) && readdirSync(out).length > 0) {
    throw new StoreDownError(`${folder} holds other things than a dataset. Name an empty folder.`);
  }
  const parent = dirname(out);
  makeFolder(parent);
  removeLeftovers(parent, PULLING);
  const beside = join(parent, `.gongwen-pull-${process.pid}`);
  const clear = untilExit(() => rmSync(beside, { recursive: true, force: true }));
  try {
    const fetched = join(beside, 'new');
    const dataset = new BucketDataset(objects);
    const list = await dataset.reading(async ({ list, tag }) => {
      if (tag === null) throw new StoreDownError(`${from} holds no dataset.`);
      const files = [...list.files];
      for (const snapshot of list.snapshots) files.push(...(await dataset.filesOf(snapshot)));
      await dataset.fetch(files, fetched, signal, out);
      return list;
    });
    linkLatest(fetched, list.snapshots);
    if (existsSync(out)) renameSync(out, join(beside, 'former'));
    renameSync(fetched, out);
    const bytes = list.files.reduce((sum, file) => sum + file.bytes, 0);
    return { files: list.files.length, bytes, snapshots: list.snapshots.length };
  } finally {
    clear();
  }
}
