import type { Character } from '../page.js';
import type { Grid } from './grid.js';

/** Lines of a cell that may stand below the last drawn line. */
const MOST_LINES = 4;

/**
 * Characters right below a table that belong to its last row: where a page break cuts a cell, some
 * programs leave its lower border out and let its last lines stand below the lines of its
 * neighbours. Each line of them must follow the one above without a gap.
 */
export function hangingCharacters(grid: Grid, characters: readonly Character[]): Character[] {
  const { xs, ys, openBelow } = grid;
  if (!openBelow.includes(1)) return [];
  const foot = ys.at(-1)!;
  const below = characters.filter(({ box, size }) => {
    const middle = (box.top + box.bottom) / 2;
    return middle > foot && middle < foot + MOST_LINES * 1.5 * size;
  });
  const found: Character[] = [];
  let from = 0;
  while (from < openBelow.length) {
    let to = from + 1;
    if (openBelow[from]) {
      const left = xs[from]!;
      const right = xs[to]!;
      found.push(...hangingIn(below, left, right, foot));
    }
    from = to++;
  }
  return found;
}

/** The lines within one column that follow its foot closely. */
function hangingIn(
  below: readonly Character[],
  left: number,
  right: number,
  foot: number,
): Character[] {
  const within = below
    .filter(({ box }) => box.x0 >= left && box.x1 <= right)
    .sort((one, other) => one.box.top - other.box.top);
  const found: Character[] = [];
  let bottom = foot;
  for (const character of within) {
    if (character.box.top - bottom > character.size) break;
    bottom = Math.max(bottom, character.box.bottom);
    found.push(character);
  }
  return found;
}
