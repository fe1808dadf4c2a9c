import { mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SNAPSHOTS } from '../changes/snapshot-folders.js';
import { PACKAGE, WORK_FOLDER } from '../dataset-places.js';
import { inLanes } from '../lanes.js';
import { linkFile } from '../link-file.js';
import { StoreDownError } from '../object-store.js';
import { sha256, sha256OfFile } from '../sha256.js';
import type { BucketObjects } from './bucket-objects.js';
import { FileList, isPublic, type ListedFile, ListedFiles, linkTo, NO_FILES } from './file-list.js';
import { getFile, putFile } from './files.js';
import { Published } from './published.js';

const LIST = `${WORK_FOLDER}/files.json`;
const AT_ONCE = 16;
/** Times that a dataset is read anew because it was replaced meanwhile. */
const READS = 5;

const contentName = (digest: string): string =>
  `${WORK_FOLDER}/content/${digest.slice(0, 2)}/${digest}`;

/** A dataset in a bucket as it was at one moment. */
export interface ListedDataset {
  readonly list: FileList;
  /** Of the list; null where the place holds no dataset. */
  readonly tag: string | null;
}

/** Another worker has written the dataset since it was read. */
export class DatasetTakenError extends Error {}

/**
 * A dataset in a bucket. Each content is an object under its digest that is never written again, and one
 * list says which files the dataset has; a new list takes the place of the one that was read, on the
 * server's condition that it is still that one. So whoever reads by the list reads a whole dataset, and a
 * worker that was thought dead cannot undo another's. For those who read files by their names these
 * are copied, the description last.
 */
export class BucketDataset {
  constructor(private readonly objects: BucketObjects) {}

  async read(): Promise<ListedDataset> {
    const found = await this.objects.getTagged(LIST);
    if (found === null) return { list: NO_FILES, tag: null };
    const parsed = FileList.safeParse(jsonOf(found.content));
    if (parsed.success) return { list: parsed.data, tag: found.tag };
    throw new StoreDownError(`${this.objects.url}/${LIST} is damaged, or of another version.`);
  }

  /** Does some work with the dataset as it stands, again where another has taken its place meanwhile. */
  async reading<Result>(work: (listed: ListedDataset) => Promise<Result>): Promise<Result> {
    for (let left = READS; ; left--) {
      const listed = await this.read();
      try {
        return await work(listed);
      } catch (error) {
        if (left <= 1 || (await this.read()).tag === listed.tag) throw error;
      }
    }
  }

  /** The files of a snapshot, as paths inside the dataset. */
  async filesOf({ name, list }: FileList['snapshots'][number]): Promise<ListedFile[]> {
    const content = await this.objects.get(contentName(list.sha256));
    if (content === null || sha256(content) !== list.sha256) throw this.damaged(`snapshot ${name}`);
    return ListedFiles.parse(jsonOf(content)).map((file) => ({
      ...file,
      path: `${SNAPSHOTS}/${name}/${file.path}`,
    }));
  }

  /**
   * Writes files of the dataset into a folder, which is emptied before; what several hold is fetched once, and what a
   * former copy of the dataset in `atHand` holds under the same name is not fetched at all.
   */
  async fetch(
    files: readonly ListedFile[],
    folder: string,
    signal: AbortSignal,
    atHand: string | null = null,
  ): Promise<void> {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const bySha = new Map<string, ListedFile[]>();
    for (const file of files) bySha.set(file.sha256, [...(bySha.get(file.sha256) ?? []), file]);
    await inLanes(bySha.values(), AT_ONCE, async ([first, ...others]) => {
      signal.throwIfAborted();
      const path = join(folder, first!.path);
      mkdirSync(dirname(path), { recursive: true });
      const near = atHand === null ? null : join(atHand, first!.path);
      if (near !== null && holds(near, first!)) linkFile(near, path);
      else {
        const got = await getFile(this.objects, contentName(first!.sha256), path);
        if (!got || sha256OfFile(path).sha256 !== first!.sha256) throw this.damaged(first!.path);
      }
      for (const other of others) linkTo(path, join(folder, other.path));
    });
  }

  /** Keeps the content of files that the bucket may not have. */
  async keep(files: readonly ListedFile[], folder: string, signal: AbortSignal): Promise<void> {
    const distinct = new Map(files.map((file) => [file.sha256, file]));
    await inLanes(distinct.values(), AT_ONCE, async ({ path, sha256, bytes }) => {
      signal.throwIfAborted();
      await putFile(this.objects, contentName(sha256), { path: join(folder, path), bytes });
    });
  }

  /** Keeps the list of a snapshot's files. */
  async keepList(files: readonly ListedFile[]): Promise<{ sha256: string; bytes: number }> {
    const content = JSON.stringify(files);
    const digest = sha256(content);
    await this.objects.put(contentName(digest), content);
    return { sha256: digest, bytes: Buffer.byteLength(content) };
  }

  /**
   * Puts a list in the place of the one that was read.
   *
   * @throws DatasetTakenError where it is no longer that one
   */
  async commit(list: FileList, { tag }: ListedDataset): Promise<void> {
    const content = JSON.stringify(list);
    if (await this.objects.putIfTagged(LIST, content, tag)) return;
    // An answer that was lost on its way is asked for again, and finds what it has put itself.
    if ((await this.objects.get(LIST))?.toString() === content) return;
    throw new DatasetTakenError(`another worker has written ${this.objects.url} meanwhile`);
  }

  /** Copies the public files of a list to their names, those that differ; the description comes last. */
  async publish(list: FileList, folder: string, signal: AbortSignal): Promise<void> {
    const published = await Published.read(this.objects);
    const { changed, gone } = published.against(list.files.filter(isPublic));
    if (changed.length + gone.length === 0) return;
    await published.begin([...changed.map(({ path }) => path), ...gone]);
    const description = changed.find(({ path }) => path === PACKAGE);
    if (description) await this.objects.remove(PACKAGE);
    const others = changed.filter((file) => file !== description);
    await inLanes(others, AT_ONCE, async (file) => {
      signal.throwIfAborted();
      await this.copy(file, folder);
    });
    await inLanes(gone, AT_ONCE, (path) => this.objects.remove(path));
    signal.throwIfAborted();
    if (description) await this.copy(description, folder);
    await published.end(list.files.filter(isPublic));
  }

  /** Whether all public files of a list stand under their names. */
  async isPublished(list: FileList): Promise<boolean> {
    const published = await Published.read(this.objects);
    const { changed, gone } = published.against(list.files.filter(isPublic));
    return changed.length + gone.length === 0;
  }

  /** Takes away contents that a former list had and no snapshot. */
  async forget(files: readonly ListedFile[]): Promise<void> {
    await inLanes(files, AT_ONCE, ({ sha256 }) => this.objects.remove(contentName(sha256)));
  }

  /** Inside the server, as far as servers copy in one go. */
  private async copy(file: ListedFile, folder: string): Promise<void> {
    if (file.bytes <= MOST_COPIED) await this.objects.copy(contentName(file.sha256), file.path);
    else await putFile(this.objects, file.path, { ...file, path: join(folder, file.path) });
  }

  private damaged(what: string): StoreDownError {
    const { url } = this.objects;
    return new StoreDownError(
      `${url} is damaged: ${what} is not what its list says. Delete it, and submit its inputs again.`,
    );
  }
}

/** Whether a file is there with the content that a list names. */
const holds = (path: string, { bytes, sha256: digest }: ListedFile): boolean =>
  statSync(path, { throwIfNoEntry: false })?.size === bytes && sha256OfFile(path).sha256 === digest;

/** Bytes of the largest object that S3 copies in one request. */
const MOST_COPIED = 5 * 2 ** 30;

function jsonOf(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString('utf8'));
  } catch {
    return null;
  }
}
