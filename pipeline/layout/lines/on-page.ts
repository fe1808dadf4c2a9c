import type { Character, PageContent } from '../page.js';
import { baselineOf } from './segments.js';

/** The gap, as a share of the size, over which words beyond the edge go on with those on the page. */
const NEXT = 0.8;

/**
 * Characters that belong to the page: those on it, and those beyond its edge that go on with a line of it
 * (a page cut through its lines by a narrower crop box). What stands apart beyond the edge is not seen.
 */
export function charactersOnPage({ characters, width, height }: PageContent): readonly Character[] {
  const isSeen = ({ box }: Character): boolean =>
    box.x1 > 0 && box.x0 < width && box.bottom > 0 && box.top < height;
  if (characters.every(isSeen)) return characters;
  const kept = new Set(characters.filter(isSeen));
  for (const row of rowsOf(characters.filter(({ angle }) => angle === 0))) {
    keepNeighbours(row, kept);
    keepNeighbours(row.reverse(), kept);
  }
  return characters.filter((character) => kept.has(character));
}

/** Keeps what follows a kept character without a gap, in the order of the row. */
function keepNeighbours(row: readonly Character[], kept: Set<Character>): void {
  for (let index = 1; index < row.length; index++) {
    const last = row[index - 1]!;
    const next = row[index]!;
    if (!kept.has(last) || kept.has(next)) continue;
    const gap = Math.max(last.box.x0 - next.box.x1, next.box.x0 - last.box.x1);
    if (gap <= next.size * NEXT) kept.add(next);
  }
}

/** Characters on one baseline, from the left. */
function rowsOf(characters: readonly Character[]): Character[][] {
  const rows = new Map<number, Character[]>();
  for (const character of characters) {
    const baseline = Math.round(baselineOf(character));
    const row = rows.get(baseline);
    if (row) row.push(character);
    else rows.set(baseline, [character]);
  }
  return [...rows.values()].map((row) => row.sort((a, b) => a.box.x0 - b.box.x0));
}
