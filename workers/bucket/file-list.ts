import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { SNAPSHOTS } from '../changes/snapshot-folders.js';
import { WORK_FOLDER } from '../dataset-places.js';
import { linkFile } from '../link-file.js';
import { sha256OfFile } from '../sha256.js';

const ListedFile = z.object({
  /** Inside the dataset, `/` between its parts. */
  path: z.string().regex(/^(?!\/)(?!.*(?:^|\/)\.\.?(?:\/|$)).+$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int(),
});
export type ListedFile = z.output<typeof ListedFile>;
export const ListedFiles = z.array(ListedFile);

/** What a dataset in a bucket holds. The files of a snapshot are listed by an object of their own. */
export const FileList = z.object({
  layout: z.literal(1),
  files: ListedFiles,
  snapshots: z.array(
    z.object({ name: z.string().regex(/^[\w-]+$/), list: ListedFile.omit({ path: true }) }),
  ),
});
export type FileList = z.output<typeof FileList>;

export const NO_FILES: FileList = { layout: 1, files: [], snapshots: [] };

/** What is kept of a dataset's work folder. */
const MADE_FROM = `${WORK_FOLDER}/made-from.ndjson`;

/** Whether a file is of the data that others read. */
export const isPublic = ({ path }: ListedFile): boolean => !path.startsWith(`${WORK_FOLDER}/`);

/** Lists the files of a dataset's folder, and those of each of its snapshots. */
export class FolderLister {
  /** Digests of what was read, as snapshots are links to the same files. */
  private readonly known = new Map<number, string>();

  constructor(private readonly folder: string) {}

  /** The dataset's files but for its snapshots, sorted by path. */
  files(): ListedFile[] {
    const names = readdirSync(this.folder, { withFileTypes: true })
      .filter(({ name }) => name !== WORK_FOLDER && name !== SNAPSHOTS)
      .flatMap((entry) =>
        entry.isDirectory() ? this.below(entry.name) : entry.isFile() ? [entry.name] : [],
      );
    return this.listed([...names, MADE_FROM], this.folder);
  }

  snapshot(name: string): ListedFile[] {
    const folder = join(this.folder, SNAPSHOTS, name);
    return this.listed(readdirSync(folder, { recursive: true, encoding: 'utf8' }), folder);
  }

  private below(folder: string): string[] {
    return readdirSync(join(this.folder, folder), { recursive: true, encoding: 'utf8' }).map(
      (name) => `${folder}/${name}`,
    );
  }

  private listed(names: readonly string[], folder: string): ListedFile[] {
    return names
      .flatMap((path) => {
        const stats = statSync(join(folder, path), { throwIfNoEntry: false });
        if (!stats?.isFile()) return [];
        const sha256 = this.known.get(stats.ino) ?? sha256OfFile(join(folder, path)).sha256;
        this.known.set(stats.ino, sha256);
        return [{ path, sha256, bytes: stats.size }];
      })
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  }
}

/** Gives a file another name; the folder of the name is made. */
export function linkTo(from: string, to: string): void {
  mkdirSync(join(to, '..'), { recursive: true });
  linkFile(from, to);
}
