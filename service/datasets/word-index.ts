import { setImmediate as turn } from 'node:timers/promises';
import { folded } from '../../pipeline/emit/search-terms.js';
import { GramTable } from './gram-table.js';
import { PositionSet } from './position-set.js';

/** Texts after which others get their turn while an index is made. */
const PIECE = 1000;

/** The words of the record at a position. */
export type PlacedText = readonly [position: number, text: string];

/**
 * What stands in each record of a table, to be searched: the texts, folded, and for every two characters that stand side
 * by side the records that have them. Two characters are found without reading a text, more by reading those
 * that have the rarest two of them.
 */
export class WordIndex {
  private constructor(
    private readonly texts: readonly string[],
    private readonly table: GramTable,
    /** Where the records of each pair begin in `positions`. */
    private readonly starts: Uint32Array,
    private readonly positions: Uint32Array,
  ) {}

  /** @param texts of all records, each with its position */
  static async of(texts: AsyncIterable<readonly PlacedText[]>): Promise<WordIndex> {
    const building = new Building();
    for await (const some of texts) {
      for (const [position, text] of some) building.add(position, folded(text));
      await turn();
    }
    const { starts, positions } = await building.sorted();
    return new WordIndex(building.texts, building.table, starts, positions);
  }

  get size(): number {
    return this.texts.length;
  }

  /** The records that hold folded words as they stand. */
  with(words: string): PositionSet {
    const candidates = words.length < 2 ? this.texts.keys() : this.rarest(words);
    const found = PositionSet.none(this.size);
    for (const position of candidates) {
      if (words.length === 2 || this.texts[position]!.includes(words)) found.add(position);
    }
    return found;
  }

  /** The records of the rarest pair of characters of some words. */
  private rarest(words: string): Uint32Array {
    let best = this.positions;
    for (let at = 1; at < words.length; at++) {
      const gram = this.table.numberOf(words.charCodeAt(at - 1), words.charCodeAt(at));
      if (gram < 0) return this.positions.subarray(0, 0);
      const those = this.positions.subarray(this.starts[gram]!, this.starts[gram + 1]!);
      if (those.length <= best.length) best = those;
    }
    return best;
  }
}

/** An index while texts are added: the pairs of each text one after another, each once. */
class Building {
  readonly texts: string[] = [];
  readonly table = new GramTable();
  private grams = new Uint32Array(1 << 16);
  private length = 0;
  /** Of each text, in the order in which they came, its position and where its pairs end. */
  private readonly order: [position: number, end: number][] = [];
  /** Texts that have each pair, and the last of them, plus one. */
  private counts = new Uint32Array(1 << 12);
  private lasts = new Uint32Array(1 << 12);

  add(position: number, text: string): void {
    this.texts[position] = text;
    const number = position + 1;
    if (this.length + text.length > this.grams.length) {
      this.grams = grown(this.grams, this.length + text.length);
    }
    for (let at = 1; at < text.length; at++) {
      const gram = this.table.add(text.charCodeAt(at - 1), text.charCodeAt(at));
      if (gram >= this.lasts.length) {
        this.counts = grown(this.counts, gram);
        this.lasts = grown(this.lasts, gram);
      }
      if (this.lasts[gram] === number) continue;
      this.lasts[gram] = number;
      this.counts[gram]!++;
      this.grams[this.length++] = gram;
    }
    this.order.push([position, this.length]);
  }

  /** The texts of each pair, and where each pair's begin. */
  async sorted(): Promise<{ starts: Uint32Array; positions: Uint32Array }> {
    const starts = new Uint32Array(this.table.size + 1);
    for (let gram = 0; gram < this.table.size; gram++) {
      starts[gram + 1] = starts[gram]! + this.counts[gram]!;
    }
    const positions = new Uint32Array(this.length);
    const next = starts.slice();
    let from = 0;
    for (const [count, [position, end]] of this.order.entries()) {
      for (; from < end; from++) positions[next[this.grams[from]!]!++] = position;
      if (count % PIECE === PIECE - 1) await turn();
    }
    return { starts, positions };
  }
}

function grown(array: Uint32Array, least: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(array.length * 2, least + 1));
  larger.set(array);
  return larger;
}
