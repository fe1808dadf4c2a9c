import { totalCounts } from '../counts.js';
import type { Merged } from '../merge.js';
import { isWhole } from './files-state.js';
import { type MadeFrom, readMadeFrom } from './made-from.js';

/** What the dataset in `out` holds, where it says that it was made from this. */
export function markedDataset(out: string, madeFrom: string): Merged | null {
  const made = readMadeFrom(out);
  return typeof made !== 'string' && made.complete && made.madeFrom === madeFrom
    ? mergedOf(made)
    : null;
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
  const made = readMadeFrom(out);
  if (typeof made === 'string' || !made.complete || made.madeFrom !== madeFrom) return null;
  const merged = mergedOf(made);
  return holds(merged) && isWhole(out, made) ? merged : null;
}

/** What a dataset was made from, as the run says it that made it. */
export function mergedOf({ entries, rejects }: Pick<MadeFrom, 'entries' | 'rejects'>): Merged {
  const inputs = entries.map(({ uri, sha256, bytes, cached, milliseconds, counts }) => {
    return { uri, sha256, bytes, cached, milliseconds, counts, timings: {} };
  });
  const all = [...entries.flatMap((entry) => entry.rejects ?? []), ...rejects];
  return { inputs, rejects: all, counts: totalCounts(inputs, rejects.length) };
}
