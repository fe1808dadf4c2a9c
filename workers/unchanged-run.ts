import { readFileSync, readlinkSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { LATEST, newestSnapshot } from './changes/snapshot-folders.js';
import { existingDataset } from './existing-dataset.js';
import type { ExtractOptions } from './extract-options.js';
import type { FoundInput, FoundInputs } from './find-inputs.js';
import type { Merged } from './merge.js';
import { sha256, sha256OfFiles } from './sha256.js';

/** Stands for the code, the options and what was found beside the inputs of a run. */
export function settingsOf(
  { convert, maxBytes, corrections, converter, columns }: ExtractOptions,
  { inputs, rejects }: FoundInputs,
  fingerprint: string,
  containers: readonly string[] = [],
): string {
  const book = corrections === undefined ? null : sha256(readFileSync(corrections));
  const charsets = inputs.flatMap(({ uri, charset }) => (charset ? [[uri, charset]] : []));
  const chosen = [fingerprint, convert, maxBytes, book, converter ?? null];
  const tables = containers.length > 0 ? [containers, columns ?? null] : [];
  return sha256(JSON.stringify([...chosen, rejects, charsets, ...tables]));
}

/**
 * What the existing dataset holds where it is what a run of these settings would give: inputs of the
 * same names and bytes, and the dataset's files as they were written. Such a run touches nothing.
 */
export function unchangedRun(
  { out, force, report, snapshot = true }: ExtractOptions,
  settings: string,
  found: FoundInputs,
  containers: readonly FoundInput[] = [],
): Merged | null {
  if (force || report) return null;
  const merged = existingDataset(
    out,
    settings,
    ({ inputs }) => areThose(found, inputs, containers) && (!snapshot || leadsToNewest(out)),
  );
  return merged && { ...merged, inputs: merged.inputs.map(asUnchanged) };
}

/** Sizes first: what was edited is mostly longer or shorter. */
function areThose(
  { inputs: all, rejects }: FoundInputs,
  known: Merged['inputs'],
  containers: readonly FoundInput[],
): boolean {
  // The settings hold the digests of containers; how many documents are in them nobody knows.
  const inputs = all.filter((input) => !containers.includes(input));
  const files = inputs.length + rejects.length;
  if (containers.length === 0 ? known.length !== files : known.length < files) return false;
  const byUri = new Map(known.map((input) => [input.uri, input]));
  return (
    inputs.every(({ uri, path }) => statSync(path).size === byUri.get(uri)?.bytes) &&
    inputs.every(({ uri, path }) => sha256OfFiles([path]) === byUri.get(uri)?.sha256)
  );
}

function leadsToNewest(out: string): boolean {
  const newest = newestSnapshot(out);
  return newest !== null && basename(readlinkSync(join(out, LATEST))) === basename(newest);
}

const asUnchanged = (input: Merged['inputs'][number]): Merged['inputs'][number] => ({
  ...input,
  cached: true,
  milliseconds: 0,
  timings: {},
});
