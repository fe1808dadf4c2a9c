import type { Character } from '../page.js';

/**
 * A cell's characters as lines from top to bottom, each from left to right. Characters belong to one
 * line where their middles lie within the line's height: raised and lowered ones stay in their line.
 */
export function charactersToLines(characters: readonly Character[]): Character[][] {
  const sorted = [...characters].sort((one, other) => middle(one) - middle(other));
  const lines: Character[][] = [];
  let top = 0;
  let bottom = Number.NEGATIVE_INFINITY;
  let size = 0;
  for (const character of sorted) {
    const at = middle(character);
    const line = lines.at(-1);
    if (line === undefined || at > bottom) {
      lines.push([character]);
      size = 0;
    } else {
      line.push(character);
    }
    if (character.size <= size) continue;
    size = character.size;
    const height = Math.min(character.box.bottom - character.box.top, 1.2 * size);
    top = at - height / 2;
    bottom = top + height * 0.85;
  }
  return lines.map((line) =>
    line.sort((one, other) => one.box.x0 - other.box.x0 || one.order - other.order),
  );
}

const middle = ({ box }: Character): number => (box.top + box.bottom) / 2;
