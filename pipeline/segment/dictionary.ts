/**
 * A dictionary of words: a trie in flat arrays, as it lies in its file, so that loading it is reading
 * the file. Nodes are numbered level by level; the children of a node follow one another, sorted by
 * the code unit that leads to them. Node 0 is the root.
 */
export interface DictionaryArrays {
  /** The first child of each node, and one more for the end of the last. */
  readonly first: Uint32Array;
  /** The code unit that leads to each node. */
  readonly unit: Uint16Array;
  /** Index into `weights` of the word that ends at each node; 0 where none does. */
  readonly weight: Uint16Array;
  /** Index into `tags`; 0 where the dictionary names no part of speech. */
  readonly tag: Uint8Array;
  /** Index into `rarities`; 0 for words that are no keywords whatever stands in the text. */
  readonly rarity: Uint16Array;
  /** Logarithms of probability; the one at 0 is that of a character without a word. */
  readonly weights: Float64Array;
  /** Inverse document frequencies. */
  readonly rarities: Float64Array;
  /** Parts of speech, ICTCLAS tags. */
  readonly tags: readonly string[];
  /** The characters that the model of unknown words knows, sorted. */
  readonly characters: Uint16Array;
  /** Of each of them, how probable it is as beginning, end, middle of a word and alone. */
  readonly emission: Float64Array;
  /** How probable each of the four is at the start, then behind each of the four. */
  readonly transition: Float64Array;
}

/** No node: what the trie does not hold. */
export const NONE = 0;

/** Looks words up, one code unit after another. */
export class Dictionary {
  /** The node of each first code unit. */
  private readonly opening = new Uint32Array(0x10000);

  constructor(readonly arrays: DictionaryArrays) {
    const { first, unit } = arrays;
    for (let node = first[0]!; node < first[1]!; node++) this.opening[unit[node]!] = node;
  }

  /** The node that a code unit leads to from a node, from the root where it is `NONE`. */
  next(node: number, unit: number): number {
    if (node === NONE) return this.opening[unit]!;
    const { first, unit: units } = this.arrays;
    let low = first[node]!;
    let high = first[node + 1]!;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const there = units[middle]!;
      if (there === unit) return middle;
      if (there < unit) low = middle + 1;
      else high = middle;
    }
    return NONE;
  }

  /** The node of a word; `NONE` where the dictionary does not hold it. */
  find(word: string): number {
    let node = NONE;
    for (let index = 0; index < word.length; index++) {
      node = this.next(node, word.charCodeAt(index));
      if (node === NONE) return NONE;
    }
    return this.holds(node) ? node : NONE;
  }

  /** Whether a word ends at a node. */
  holds(node: number): boolean {
    return this.arrays.weight[node] !== 0;
  }

  /** Logarithm of the probability of the word at a node; of a character without a word at `NONE`. */
  weight(node: number): number {
    return this.arrays.weights[this.arrays.weight[node]!]!;
  }

  /** Part of speech of the word at a node; empty where the dictionary does not say. */
  tag(node: number): string {
    return this.arrays.tags[this.arrays.tag[node]!]!;
  }

  /** How rare the word at a node is in documents; 0 for a word that is no keyword. */
  rarity(node: number): number {
    return this.arrays.rarities[this.arrays.rarity[node]!]!;
  }
}
