import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE, WORK_FOLDER } from './dataset-places.js';
import type { Merged } from './merge.js';
import { sha256, sha256OfFiles } from './sha256.js';

const MARK = join(WORK_FOLDER, 'made-from.json');

interface Mark {
  /** What stands for all that the dataset was made from. */
  readonly madeFrom: string;
  /** Digest of the dataset's description, which holds those of its files. */
  readonly package: string;
  /** Digest of the sizes and times of the dataset's files, as they were when it was marked. */
  readonly state: string;
  readonly merged: Merged;
}

/** Says beside a dataset what it was made from; what it is no longer true of, it does not match. */
export function markDataset(out: string, madeFrom: string, merged: Merged): void {
  const description = readFileSync(join(out, PACKAGE));
  const state = stateOf(out, resourcesOf(description));
  const mark: Mark = { madeFrom, package: sha256(description), state, merged };
  const path = join(out, MARK);
  writeFileSync(`${path}.part`, JSON.stringify(mark));
  renameSync(`${path}.part`, path);
}

/** What the dataset in `out` holds, where its mark says that it was made from this. */
export function markedDataset(out: string, madeFrom: string): Merged | null {
  return markOf(out, madeFrom)?.merged ?? null;
}

/**
 * As `markedDataset`, and only where every file of the dataset still holds what it was given and
 * `holds` agrees: then there is nothing to do. Whatever is missing or broken is made anew.
 */
export function existingDataset(
  out: string,
  madeFrom: string,
  holds: (merged: Merged) => boolean = () => true,
): Merged | null {
  try {
    const mark = markOf(out, madeFrom);
    return mark && holds(mark.merged) && isWhole(out, mark) ? mark.merged : null;
  } catch {
    return null;
  }
}

function markOf(out: string, madeFrom: string): Mark | null {
  try {
    const mark = JSON.parse(readFileSync(join(out, MARK), 'utf8')) as Mark;
    return mark.madeFrom === madeFrom ? mark : null;
  } catch {
    return null;
  }
}

/** What a description says of files: a digest of one, or of several after one another. */
interface Resource {
  readonly path: string | readonly string[];
  readonly hash: string;
}

const resourcesOf = (description: Buffer): readonly Resource[] =>
  (JSON.parse(description.toString()) as { readonly resources: readonly Resource[] }).resources;

/**
 * Whether the files are those that were marked: told by their sizes and times, as a file that was
 * written since has another change time; where these differ (a copied folder), by what they hold.
 */
function isWhole(out: string, mark: Mark): boolean {
  const description = readFileSync(join(out, PACKAGE));
  if (sha256(description) !== mark.package) return false;
  const resources = resourcesOf(description);
  if (stateOf(out, resources) === mark.state) return true;
  return resources.every(({ path, hash }) => {
    const files = [path].flat().map((name) => join(out, name));
    return `sha256:${sha256OfFiles(files)}` === hash;
  });
}

/** @throws the system's error where a file is missing. */
function stateOf(out: string, resources: readonly Resource[]): string {
  const states = resources
    .flatMap(({ path }) => path)
    .map((name) => {
      const { size, mtimeMs, ctimeMs, ino } = statSync(join(out, name));
      return [name, size, mtimeMs, ctimeMs, ino];
    });
  return sha256(JSON.stringify(states));
}
