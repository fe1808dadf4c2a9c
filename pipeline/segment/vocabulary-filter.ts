/** Distinct characters up to which the pairs of them are counted in a table (16 MiB at most). */
const MOST_CHARACTERS = 11_000;

/**
 * The characters of texts and the pairs that stand side by side in them. A word whose pairs are not
 * all there stands nowhere in the texts. With a word that passes, each part of it passes too.
 */
export class VocabularyFilter {
  /** 1 and up for each UTF-16 code unit that the texts hold, 0 for any other. */
  private readonly numbers: Uint16Array;
  private readonly pairs: Uint8Array;
  private readonly count: number;

  private constructor(texts: readonly string[], former: VocabularyFilter | null) {
    this.numbers = former?.numbers.slice() ?? new Uint16Array(2 ** 16);
    let count = former?.count ?? 0;
    for (const text of texts) {
      for (let index = 0; index < text.length; index++) {
        const unit = text.charCodeAt(index);
        if (this.numbers[unit] === 0) this.numbers[unit] = ++count;
      }
    }
    this.count = count;
    this.pairs = new Uint8Array(count <= MOST_CHARACTERS ? (((count + 1) ** 2) >> 3) + 1 : 0);
    if (count > MOST_CHARACTERS) return;
    if (former !== null) this.addPairs(former);
    for (const text of texts) {
      for (let index = 1; index < text.length; index++) {
        this.add(this.pair(text, index));
      }
    }
  }

  /** The texts' characters and pairs beside those of a former filter; null for more than a part of a dictionary is worth. */
  static of(
    texts: readonly string[],
    former: VocabularyFilter | null = null,
  ): VocabularyFilter | null {
    const filter = new VocabularyFilter(texts, former);
    return filter.count <= MOST_CHARACTERS ? filter : null;
  }

  /** Whether the texts hold all pairs of side-by-side characters of `source` from `start` to `end`. */
  passes(source: string, start = 0, end = source.length): boolean {
    if (this.numbers[source.charCodeAt(start)] === 0) return start === end;
    for (let index = start + 1; index < end; index++) {
      if (this.numbers[source.charCodeAt(index)] === 0) return false;
      if (!this.has(this.pair(source, index))) return false;
    }
    return true;
  }

  private has(pair: number): boolean {
    return (this.pairs[pair >> 3]! & (1 << (pair & 7))) !== 0;
  }

  private add(pair: number): void {
    this.pairs[pair >> 3]! |= 1 << (pair & 7);
  }

  /** Characters keep the numbers that they had; most of a filter's bytes hold no pair. */
  private addPairs({ pairs, count }: VocabularyFilter): void {
    for (let at = 0; at < pairs.length; at++) {
      const bits = pairs[at]!;
      if (bits === 0) continue;
      for (let bit = 0; bit < 8; bit++) {
        if ((bits & (1 << bit)) === 0) continue;
        const pair = at * 8 + bit;
        this.add(this.pairOf(Math.floor(pair / (count + 1)), pair % (count + 1)));
      }
    }
  }

  /** Number of the pair that ends at an index. */
  private pair(text: string, index: number): number {
    const before = this.numbers[text.charCodeAt(index - 1)]!;
    return this.pairOf(before, this.numbers[text.charCodeAt(index)]!);
  }

  private pairOf(before: number, after: number): number {
    return before * (this.count + 1) + after;
  }
}
