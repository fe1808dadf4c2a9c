import { mkdirSync, readdirSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

/** Folder inside a dataset that holds its snapshots. */
export const SNAPSHOTS = 'snapshots';
/** Link to the newest of them. */
export const LATEST = 'latest';

const NAME = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-([0-9a-f]{12})$/;

/** What the name of a snapshot says. */
export interface SnapshotName {
  readonly name: string;
  /** ISO 8601, UTC, to the second. */
  readonly time: string;
  /** First 12 digits of the digest of what it holds. */
  readonly hash: string;
}

export function parseSnapshotName(name: string): SnapshotName | null {
  const [, year, month, day, hour, minute, second, hash] = NAME.exec(name) ?? [];
  if (hash === undefined) return null;
  return { name, time: `${year}-${month}-${day}T${hour}:${minute}:${second}Z`, hash };
}

/** The names of a dataset's snapshots, oldest first. */
export function snapshotNames(out: string): SnapshotName[] {
  let names: string[];
  try {
    names = readdirSync(join(out, SNAPSHOTS));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  return names
    .sort()
    .map(parseSnapshotName)
    .filter((parsed) => parsed !== null);
}

/** The name of the newest snapshot; null where there is none. */
export const newestSnapshotName = (out: string): SnapshotName | null =>
  snapshotNames(out).at(-1) ?? null;

/**
 * The folder of the newest snapshot; null where there is none. It is told by the names: a snapshot
 * is whole from the moment it stands under its name, even where a kill kept `latest` from following.
 */
export function newestSnapshot(out: string): string | null {
  const newest = newestSnapshotName(out);
  return newest === null ? null : join(out, SNAPSHOTS, newest.name);
}

/** The name of what is made now, after that of every snapshot before it. */
export function nextSnapshotName(now: Date, hash: string, newest?: SnapshotName): SnapshotName {
  const earliest = newest ? Date.parse(newest.time) + 1000 : 0;
  const time = new Date(Math.max(now.getTime(), earliest)).toISOString();
  const stamp = time.slice(0, 19).replaceAll(/[-:]/g, '');
  return parseSnapshotName(`${stamp}Z-${hash.slice(0, 12)}`)!;
}

/** Puts a snapshot, built in `folder`, under its name. */
export function placeSnapshot(out: string, folder: string, { name }: SnapshotName): void {
  mkdirSync(join(out, SNAPSHOTS), { recursive: true });
  renameSync(folder, join(out, SNAPSHOTS, name));
}

const NO_LINKS = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP']);

/** Lets `latest` lead to a snapshot, by a rename; where the disk has no links it is left out. */
export function switchLatest(out: string, { name }: SnapshotName, staging: string): void {
  const target = targetOf(name);
  if (linkTarget(join(out, LATEST)) === target) return;
  const link = join(staging, LATEST);
  rmSync(link, { force: true });
  try {
    symlinkSync(target, link);
  } catch (error) {
    if (NO_LINKS.has((error as NodeJS.ErrnoException).code ?? '')) return;
    throw error;
  }
  renameSync(link, join(out, LATEST));
}

/** What `latest` leads to: relative, so that the dataset may be moved. */
const targetOf = (name: string): string => `${SNAPSHOTS}/${name}`;

/** Lets `latest` lead to the newest snapshot in a folder that nobody reads yet. */
export function linkLatest(folder: string, snapshots: readonly Pick<SnapshotName, 'name'>[]): void {
  const newest = snapshots.at(-1);
  if (newest) symlinkSync(targetOf(newest.name), join(folder, LATEST));
}

function linkTarget(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}
