/** Slots of the table at first; a power of two. */
const SMALLEST = 1 << 12;
/** Share of the slots that may be taken. */
const FULL = 0.6;
/** Spreads keys over the slots (Knuth, The Art of Computer Programming 3, 6.4). */
const SPREAD = 0x9e3779b1;

/** Numbers pairs of characters in the order in which they are first seen; an object a pair would take ten times the memory. */
export class GramTable {
  private keys = new Uint32Array(SMALLEST);
  /** Of each slot the number of its pair, plus one; 0: free. */
  private numbers = new Uint32Array(SMALLEST);
  private count = 0;

  get size(): number {
    return this.count;
  }

  /** The number of a pair; -1 where it was never added. */
  numberOf(first: number, second: number): number {
    const key = ((first << 16) | second) >>> 0;
    return this.numbers[this.slotOf(key)]! - 1;
  }

  /** The number of a pair, which gets one where it has none. */
  add(first: number, second: number): number {
    const key = ((first << 16) | second) >>> 0;
    const slot = this.slotOf(key);
    const known = this.numbers[slot]!;
    if (known > 0) return known - 1;
    this.keys[slot] = key;
    this.numbers[slot] = ++this.count;
    if (this.count > this.keys.length * FULL) this.grow();
    return this.count - 1;
  }

  private slotOf(key: number): number {
    const mask = this.keys.length - 1;
    let slot = (Math.imul(key, SPREAD) >>> 8) & mask;
    while (this.numbers[slot]! > 0 && this.keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { keys, numbers } = this;
    this.keys = new Uint32Array(keys.length * 2);
    this.numbers = new Uint32Array(keys.length * 2);
    for (const [at, number] of numbers.entries()) {
      if (number === 0) continue;
      const slot = this.slotOf(keys[at]!);
      this.keys[slot] = keys[at]!;
      this.numbers[slot] = number;
    }
  }
}
