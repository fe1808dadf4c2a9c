import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { linkLatest, SNAPSHOTS, snapshotNames } from '../changes/snapshot-folders.js';
import { markedDataset } from '../emission/existing-dataset.js';
import type { Merged } from '../merge.js';
import { bucketAt } from '../open-objects.js';
import { BucketDataset } from './bucket-dataset.js';
import { type FileList, FolderLister, isPublic, type ListedFile } from './file-list.js';
import { leaveMirror, takeMirror } from './kept-mirror.js';

/** A temporary folder of this process; `clearTemporaryFolders` knows its name. */
const temporaryFolder = (): string =>
  mkdtempSync(join(tmpdir(), `gongwen-dataset-${process.pid}-`));

/**
 * Lets some work go on from a dataset in a bucket as from a folder, and puts what it leaves there in its
 * place. Of the snapshots the folder holds the newest alone; the others stay in the bucket. What this machine has of the
 * dataset since its last emission is not fetched again.
 */
export async function withMirror<Result>(
  out: string,
  signal: AbortSignal,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const dataset = new BucketDataset(bucketAt(out));
  const own = temporaryFolder();
  const folder = join(own, 'dataset');
  try {
    const former = await dataset.read();
    const newest = former.list.snapshots.at(-1);
    const kept = newest ? await dataset.filesOf(newest) : [];
    const atHand = takeMirror(out, join(own, 'former'));
    await dataset.fetch([...former.list.files, ...kept], folder, signal, atHand);
    if (atHand !== null) rmSync(atHand, { recursive: true, force: true });
    linkLatest(folder, former.list.snapshots);
    const result = await work(folder);
    const had = [...former.list.files, ...kept];
    const list = await keepAll(dataset, folder, former.list, had, signal);
    signal.throwIfAborted();
    await dataset.commit(list, former);
    await dataset.publish(list, folder, signal);
    await dataset.forget(unneeded(had, list, kept));
    leaveMirror(out, folder);
    return result;
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

/** Keeps all contents that are new; gives the list of what the dataset is now. */
async function keepAll(
  dataset: BucketDataset,
  folder: string,
  former: FileList,
  had: readonly ListedFile[],
  signal: AbortSignal,
): Promise<FileList> {
  const lister = new FolderLister(folder);
  const known = new Set(had.map(({ sha256 }) => sha256));
  const isNew = ({ sha256 }: ListedFile): boolean => !known.has(sha256);
  const files = lister.files();
  await dataset.keep(files.filter(isNew), folder, signal);
  const snapshots = [...former.snapshots];
  for (const { name } of snapshotNames(folder)) {
    if (snapshots.some((other) => other.name === name)) continue;
    const listed = lister.snapshot(name);
    const inside = listed.map((file) => ({ ...file, path: `${SNAPSHOTS}/${name}/${file.path}` }));
    for (const { sha256 } of files) known.add(sha256);
    await dataset.keep(inside.filter(isNew), folder, signal);
    snapshots.push({ name, list: await dataset.keepList(listed) });
  }
  return { layout: 1, files, snapshots };
}

/** Contents of the former files that neither the new ones hold nor the snapshot that stood. */
function unneeded(
  had: readonly ListedFile[],
  { files }: FileList,
  kept: readonly ListedFile[],
): ListedFile[] {
  const needed = new Set([...files, ...kept].map(({ sha256 }) => sha256));
  return had.filter(({ sha256 }) => !needed.has(sha256));
}

/** What the dataset at an address holds, where it says that it was made from this; `whole`: and is there whole. */
export async function markedInBucket(
  out: string,
  madeFrom: string,
  whole = false,
): Promise<Merged | null> {
  const dataset = new BucketDataset(bucketAt(out));
  const folder = temporaryFolder();
  try {
    return await dataset.reading(async ({ list }) => {
      const marks = list.files.filter((file) => !isPublic(file));
      await dataset.fetch(marks, folder, new AbortController().signal);
      const merged = markedDataset(folder, madeFrom);
      return merged && (!whole || (await dataset.isPublished(list))) ? merged : null;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
