import { DuckDBBitValue } from '@duckdb/node-api';

/** Bits that a byte holds. */
const BYTE = 8;
const FIRST_BIT = 0x80;

/** Records of a table by their position, a bit each: what a search finds, and what its conditions leave of that. */
export class PositionSet {
  private constructor(private readonly bytes: Uint8Array) {}

  /** @param size records of the table */
  static none(size: number): PositionSet {
    // DuckDB has the number of bits that do not count in front; there are none.
    return new PositionSet(new Uint8Array(1 + Math.max(1, Math.ceil(size / BYTE))));
  }

  static all(size: number): PositionSet {
    const set = PositionSet.none(size);
    set.bytes.fill(0xff, 1);
    return set;
  }

  static of(positions: Iterable<number>, size: number): PositionSet {
    const set = PositionSet.none(size);
    for (const position of positions) set.add(position);
    return set;
  }

  /** The bits that DuckDB gave; null where it found nothing. */
  static from(value: DuckDBBitValue | null, size: number): PositionSet {
    return value === null ? PositionSet.none(size) : new PositionSet(value.data);
  }

  /** As DuckDB takes it: `get_bit(value, position)`. */
  get value(): DuckDBBitValue {
    return new DuckDBBitValue(this.bytes);
  }

  add(position: number): void {
    this.bytes[1 + (position >> 3)]! |= FIRST_BIT >> (position & 7);
  }

  has(position: number): boolean {
    return (this.bytes[1 + (position >> 3)]! & (FIRST_BIT >> (position & 7))) !== 0;
  }

  and(other: PositionSet): PositionSet {
    return this.joined(other, (own, others) => own & others);
  }

  or(other: PositionSet): PositionSet {
    return this.joined(other, (own, others) => own | others);
  }

  without(other: PositionSet): PositionSet {
    return this.joined(other, (own, others) => own & ~others);
  }

  private joined(other: PositionSet, join: (own: number, others: number) => number): PositionSet {
    const bytes = new Uint8Array(this.bytes.length);
    for (let at = 1; at < bytes.length; at++) bytes[at] = join(this.bytes[at]!, other.bytes[at]!);
    return new PositionSet(bytes);
  }
}

/** The bits that a table of DuckDB is to give so that `PositionSet.from` takes them. */
export const positionBits = (size: number): string =>
  `bitstring_agg(position, 0, ${Math.max(1, Math.ceil(size / BYTE)) * BYTE - 1})`;
