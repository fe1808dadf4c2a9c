import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { type Totals, totalsOf } from './totals.js';

/** Holds the totals of the dictionary where the program was built, so that no process counts them anew. */
const FILE = fileURLToPath(new URL('../../program/dictionary.json', import.meta.url));

interface Paths {
  readonly DEFAULT_DICT: string;
  readonly DEFAULT_IDF_DICT: string;
}

interface KnownTotals {
  /** Bytes of the dictionary's files, by which it is known again. */
  readonly sizes: readonly number[];
  readonly totals: Totals;
}

const sizesOf = (paths: readonly string[]): number[] => paths.map((path) => statSync(path).size);

/** What the build writes of nodejieba's dictionary. */
export function knownTotals(): KnownTotals {
  const { DEFAULT_DICT, DEFAULT_IDF_DICT } = createRequire(import.meta.url)('nodejieba') as Paths;
  return totalsWithSizes(DEFAULT_DICT, DEFAULT_IDF_DICT);
}

function totalsWithSizes(path: string, frequencyPath: string): KnownTotals {
  const totals = totalsOf(readFileSync(path, 'utf8'), readFileSync(frequencyPath, 'utf8'));
  return { sizes: sizesOf([path, frequencyPath]), totals };
}

/** The totals of a dictionary as the build found them; null where it was another one, or nothing was built. */
export function builtTotals(path: string, frequencyPath: string): Totals | null {
  let known: KnownTotals;
  try {
    known = JSON.parse(readFileSync(FILE, 'utf8')) as KnownTotals;
  } catch {
    return null;
  }
  const sizes = sizesOf([path, frequencyPath]);
  return known.sizes.every((size, index) => size === sizes[index]) ? known.totals : null;
}
