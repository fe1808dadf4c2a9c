import type { Character } from '../page.js';

/** Shares of a character's width and size by which its double may be shifted. */
const SHIFT = 0.3;
/** Points on each side of a cell of the grid in which doubles are looked for. */
const GRID = 4;

/**
 * The characters without those drawn again at nearly the same place, as programs do that have no
 * bold font. The first stays, marked bold.
 */
export function withoutDoubled(characters: readonly Character[]): readonly Character[] {
  const seen = new Map<string, number[]>();
  const kept: Character[] = [];
  let doubles = 0;
  for (const character of characters) {
    const x = (character.box.x0 + character.box.x1) / 2;
    const y = (character.box.top + character.box.bottom) / 2;
    const column = Math.floor(x / GRID);
    const row = Math.floor(y / GRID);
    const double = findDouble(character, column, row, seen, kept);
    if (double >= 0) {
      doubles++;
      if (!kept[double]!.bold) kept[double] = { ...kept[double]!, bold: true };
      continue;
    }
    const key = `${character.text}|${column}|${row}`;
    const places = seen.get(key);
    if (places) places.push(kept.length);
    else seen.set(key, [kept.length]);
    kept.push(character);
  }
  return doubles > 0 ? kept : characters;
}

function findDouble(
  character: Character,
  column: number,
  row: number,
  seen: ReadonlyMap<string, readonly number[]>,
  kept: readonly Character[],
): number {
  for (let near = column - 1; near <= column + 1; near++) {
    for (let by = row - 1; by <= row + 1; by++) {
      for (const index of seen.get(`${character.text}|${near}|${by}`) ?? []) {
        if (covers(kept[index]!, character)) return index;
      }
    }
  }
  return -1;
}

function covers(a: Character, b: Character): boolean {
  const width = Math.min(a.box.x1 - a.box.x0, b.box.x1 - b.box.x0);
  return (
    Math.abs(a.box.x0 - b.box.x0) <= width * SHIFT &&
    Math.abs(a.box.top - b.box.top) <= a.size * SHIFT &&
    Math.abs(a.size - b.size) <= a.size * SHIFT
  );
}
