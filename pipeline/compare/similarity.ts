/** Text without what differs from carrier to carrier: widths, white space, line ends. */
export const normalised = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

/** Pairs of neighbouring characters of a text, with how often each occurs. */
export type Bigrams = ReadonlyMap<string, number>;

/** The bigrams of a normalised text; of a single character, itself. */
export function bigramsOf(text: string): Bigrams {
  const counts = new Map<string, number>();
  for (let index = 0; index < Math.max(1, text.length - 1); index++) {
    const pair = text.slice(index, index + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

/** Dice's coefficient of two texts' bigrams: 1 where they are the same, 0 where none is shared. */
export function dice(one: Bigrams, other: Bigrams): number {
  let shared = 0;
  let sum = 0;
  for (const [pair, count] of one) {
    sum += count;
    shared += Math.min(count, other.get(pair) ?? 0);
  }
  for (const count of other.values()) sum += count;
  return sum === 0 ? 1 : (2 * shared) / sum;
}
