import { readFileSync } from 'node:fs';
import { builtTotals } from './known-totals.js';
import { type Totals, totalsOf } from './totals.js';
import type { VocabularyFilter } from './vocabulary-filter.js';

/** Contents of two files that nodejieba loads: words with frequency and tag, words with their weights. */
export interface PartDictionary {
  readonly words: string;
  readonly frequencies: string;
}

/** Stands for no character, in no text that a part of the dictionary is made for. */
const FILLER = '\u{10FFFD}';

/** Whether a text holds what fills a part of the dictionary up. */
export const holdsFiller = (text: string): boolean => text.includes(FILLER);

let totals: Totals | undefined;

/**
 * The words of a dictionary that pass a filter, filled up so that each of them weighs what it weighs
 * in the whole: with words that stand in no text, the frequencies have the same sum, least and
 * median, and the inverse document frequencies the same mean. What cannot stand in a text has no part
 * in cutting it, so texts that the filter was made from are cut as the whole dictionary cuts them.
 *
 * Null where nearly all the dictionary passes.
 *
 * @param path, frequencyPath the dictionary: `word frequency tag`, and `word weight`, a line each
 */
export function partDictionary(
  filter: VocabularyFilter,
  path: string,
  frequencyPath: string,
): PartDictionary | null {
  const dictionary = readFileSync(path, 'utf8');
  const inverse = readFileSync(frequencyPath, 'utf8');
  totals ??= builtTotals(path, frequencyPath) ?? totalsOf(dictionary, inverse);
  const words = filledWords(passing(dictionary, filter), totals);
  if (words === null) return null;
  return { words, frequencies: filledFrequencies(passing(inverse, filter), totals) };
}

/** The lines whose words pass. */
function passing(lines: string, filter: VocabularyFilter): string[] {
  const found: string[] = [];
  for (let start = 0; start < lines.length; ) {
    const blank = lines.indexOf(' ', start);
    if (blank < 0) break;
    const lineEnd = lines.indexOf('\n', blank);
    const end = lineEnd < 0 ? lines.length : lineEnd;
    if (filter.passes(lines, start, blank)) found.push(lines.slice(start, end));
    start = end + 1;
  }
  return found;
}

function filledWords(lines: readonly string[], whole: Totals): string | null {
  let rest = whole.sum;
  let [below, above] = [0, 0];
  for (const line of lines) {
    const frequency = Number(line.split(' ', 2)[1]);
    rest -= frequency;
    if (frequency < whole.median) below++;
    if (frequency > whole.median) above++;
  }
  // As many below the median as above it, the last of which takes what is left of the sum.
  const low = Math.max(1, above + 1 - below);
  const high = Math.max(0, below + low - above - 1);
  const fillers = [
    whole.median,
    ...Array<number>(low).fill(whole.least),
    ...Array<number>(high).fill(whole.median + 1),
  ];
  for (const frequency of fillers) rest -= frequency;
  if (rest <= whole.median) return null;
  const filled = [...fillers, rest].map(
    (frequency, index) => `${fillerWord(index)} ${frequency} x`,
  );
  return `${[...lines, ...filled].join('\n')}\n`;
}

function filledFrequencies(lines: readonly string[], { mean }: Totals): string {
  // A number of lines by which the sum is divided without rounding.
  let count = 1;
  while (count < lines.length + 2) count *= 2;
  let sum = 0;
  for (const line of lines) sum += Number(line.split(' ', 2)[1]);
  const fillers = [-sum, mean * count, ...Array(count - lines.length - 2).fill(0)];
  const filled = fillers.map((weight, index) => `${fillerWord(index)} ${weight}`);
  return `${[...lines, ...filled].join('\n')}\n`;
}

const fillerWord = (index: number): string => `${FILLER}${index}`;
