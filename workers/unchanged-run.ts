import { readFileSync, readlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { LATEST, newestSnapshot } from './changes/snapshot-folders.js';
import { mergedOf } from './emission/existing-dataset.js';
import { isWhole } from './emission/files-state.js';
import { type MadeFrom, writeMadeFrom } from './emission/made-from.js';
import type { ExtractOptions } from './extract-options.js';
import type { FoundInput, FoundInputs } from './find-inputs.js';
import type { Merged } from './merge.js';
import type { RememberedInputs } from './remembered-inputs.js';
import { sha256 } from './sha256.js';

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

/** Stands for what turns an input into its result, whichever inputs there are. */
export const howOf = (
  fingerprint: string,
  convert: ExtractOptions['convert'],
  converter: string | null = null,
): string => sha256(JSON.stringify([fingerprint, convert, converter]));

/**
 * What the existing dataset holds where it is what a run of these settings would give: inputs of the
 * same names and bytes, and the dataset's files as they were written. Such a run touches nothing.
 */
export function unchangedRun(
  { out, force, report, snapshot = true }: ExtractOptions,
  settings: string,
  made: MadeFrom | null,
  found: FoundInputs,
  containers: readonly FoundInput[],
  remembered: RememberedInputs,
): Merged | null {
  if (force || report || !made?.complete || made.madeFrom !== settings) return null;
  try {
    const stands =
      areThose(found, made, containers, remembered) &&
      (!snapshot || leadsToNewest(out)) &&
      isWhole(out, made);
    if (!stands) return null;
  } catch {
    return null;
  }
  if (remembered.hashed) writeMadeFrom(out, withFiles(made, remembered.files));
  const { inputs, ...merged } = mergedOf(made);
  return { ...merged, inputs: inputs.map(asUnchanged) };
}

function areThose(
  { inputs: all, rejects }: FoundInputs,
  { entries }: MadeFrom,
  containers: readonly FoundInput[],
  remembered: RememberedInputs,
): boolean {
  // The settings hold the digests of containers; how many documents are in them nobody knows.
  const unpacked = new Set(containers.map(({ uri }) => uri));
  const inputs = all.filter(({ uri }) => !unpacked.has(uri));
  const others = entries.filter(({ uri }) => !isOf(unpacked, uri)).length;
  if (others !== inputs.length + rejects.length) return false;
  return inputs.every((input) => remembered.isSame(input));
}

/** Whether an entry is one of the containers, or a member: `corpus.jsonl#12`, `notices.zip!/a/b.docx`. */
const isOf = (containers: ReadonlySet<string>, uri: string): boolean =>
  containers.has(uri) ||
  [...uri.matchAll(/[#!]/g)].some(({ index }) => containers.has(uri.slice(0, index)));

/** What the system says of the inputs now: what they hold was compared with what it was. */
const withFiles = (made: MadeFrom, files: ReadonlyMap<string, string>): MadeFrom => ({
  ...made,
  entries: made.entries.map((entry) => {
    const file = files.get(entry.uri);
    return file ? { ...entry, file } : entry;
  }),
});

function leadsToNewest(out: string): boolean {
  const newest = newestSnapshot(out);
  return newest !== null && basename(readlinkSync(join(out, LATEST))) === basename(newest);
}

const asUnchanged = (input: Merged['inputs'][number]): Merged['inputs'][number] => ({
  ...input,
  cached: true,
  milliseconds: 0,
});
