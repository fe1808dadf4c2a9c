import { readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256 } from '../sha256.js';

/** Copies of datasets in buckets that this machine has made last, for the next emission to go on from. */
const KEPT = /^gongwen-mirror-[0-9a-f]{16}$/;
/** Milliseconds that a copy is kept which nobody goes on from. */
const KEEPING = 24 * 60 * 60 * 1000;

const placeOf = (out: string): string =>
  join(tmpdir(), `gongwen-mirror-${sha256(out).slice(0, 16)}`);

/** Takes the copy of a dataset for one emission alone: moves it to a path. Null where there is none. */
export function takeMirror(out: string, path: string): string | null {
  try {
    renameSync(placeOf(out), path);
    return path;
  } catch {
    // What cannot be taken is fetched.
    return null;
  }
}

/** Leaves a folder that holds a dataset as it is now, in the place of a former copy; old copies of others go. */
export function leaveMirror(out: string, folder: string): void {
  const place = placeOf(out);
  const old = readdirSync(tmpdir())
    .filter((name) => KEPT.test(name))
    .map((name) => join(tmpdir(), name))
    .filter((path) => path !== place && isOld(path));
  for (const path of [place, ...old]) rmSync(path, { recursive: true, force: true });
  try {
    renameSync(folder, place);
  } catch {
    // Another worker of this machine was faster; its copy is as good.
  }
}

function isOld(path: string): boolean {
  const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  return made !== undefined && Date.now() - made > KEEPING;
}
