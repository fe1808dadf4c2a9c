import type { Character } from '../page.js';

/** Shares of a character's width and size by which its double may be shifted. */
const SHIFT = 0.3;
/** Points on each side of a square of the grid in which doubles are looked for. */
const SQUARE = 12;
/** Squares in a row of the grid; pages that are wider share some, which costs only time. */
const ROW = 1 << 12;

/**
 * The characters without those drawn again at nearly the same place, as programs do that have no
 * bold font. The first stays, marked bold.
 */
export function withoutDoubled(characters: readonly Character[]): readonly Character[] {
  const grid = new Grid(characters);
  const bold = new Set<number>();
  const doubles = new Set<number>();
  for (let index = 0; index < characters.length; index++) {
    const original = grid.covered(index);
    if (original >= 0) {
      doubles.add(index);
      bold.add(original);
    } else grid.add(index);
  }
  if (doubles.size === 0) return characters;
  const kept: Character[] = [];
  for (const [index, character] of characters.entries()) {
    if (doubles.has(index)) continue;
    kept.push(bold.has(index) && !character.bold ? { ...character, bold: true } : character);
  }
  return kept;
}

/** Characters by the square that holds their top left corner. */
class Grid {
  private readonly first = new Map<number, number>();
  private readonly next: Int32Array;

  constructor(private readonly characters: readonly Character[]) {
    this.next = new Int32Array(characters.length);
  }

  add(index: number): void {
    const { x0, top } = this.characters[index]!.box;
    const square = Math.floor(top / SQUARE) * ROW + Math.floor(x0 / SQUARE);
    this.next[index] = this.first.get(square) ?? -1;
    this.first.set(square, index);
  }

  /** Index of a character that this one is drawn over again; -1 where there is none. */
  covered(index: number): number {
    const character = this.characters[index]!;
    const { x0, x1, top } = character.box;
    const across = Math.min((x1 - x0) * SHIFT, SQUARE);
    const down = Math.min(character.size * SHIFT, SQUARE);
    const lastColumn = Math.floor((x0 + across) / SQUARE);
    const lastRow = Math.floor((top + down) / SQUARE);
    for (let row = Math.floor((top - down) / SQUARE); row <= lastRow; row++) {
      for (let column = Math.floor((x0 - across) / SQUARE); column <= lastColumn; column++) {
        let other = this.first.get(row * ROW + column) ?? -1;
        for (; other >= 0; other = this.next[other]!) {
          if (covers(this.characters[other]!, character)) return other;
        }
      }
    }
    return -1;
  }
}

function covers(a: Character, b: Character): boolean {
  if (a.text !== b.text) return false;
  const width = Math.min(a.box.x1 - a.box.x0, b.box.x1 - b.box.x0);
  return (
    Math.abs(a.box.x0 - b.box.x0) <= width * SHIFT &&
    Math.abs(a.box.top - b.box.top) <= a.size * SHIFT &&
    Math.abs(a.size - b.size) <= a.size * SHIFT
  );
}
