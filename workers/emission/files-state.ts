import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE } from '../dataset-places.js';
import { fileState } from '../file-state.js';
import { sha256, sha256OfFiles } from '../sha256.js';
import type { FilesState } from './made-from.js';

/** What a description says of files: a digest of one, or of several after one another. */
interface Resource {
  readonly path: string | readonly string[];
  readonly hash: string;
}

/** The files of the dataset in `out` as they are now. Throws the system's error where one is missing. */
export function filesState(out: string): FilesState {
  const description = readFileSync(join(out, PACKAGE));
  return { package: sha256(description), state: stateOf(out, resourcesOf(description)) };
}

/**
 * Whether the files are those that were written: told by their sizes and times, as a file that was
 * written since has another change time; where these differ (a copied folder), by what they hold.
 */
export function isWhole(out: string, was: FilesState): boolean {
  try {
    const description = readFileSync(join(out, PACKAGE));
    if (sha256(description) !== was.package) return false;
    const resources = resourcesOf(description);
    if (stateOf(out, resources) === was.state) return true;
    return resources.every(({ path, hash }) => {
      const files = [path].flat().map((name) => join(out, name));
      return `sha256:${sha256OfFiles(files)}` === hash;
    });
  } catch {
    // What is missing or cannot be read is not what was written.
    return false;
  }
}

const resourcesOf = (description: Buffer): readonly Resource[] =>
  (JSON.parse(description.toString()) as { readonly resources: readonly Resource[] }).resources;

const stateOf = (out: string, resources: readonly Resource[]): string =>
  sha256(
    resources
      .flatMap(({ path }) => path)
      .map((name) => `${name} ${fileState(join(out, name))}\n`)
      .join(''),
  );
