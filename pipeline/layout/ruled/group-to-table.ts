import type { Character } from '../page.js';
import { type FilledArea, gridToAreas } from './cell-area.js';
import { cellLines, hasWords } from './cell-lines.js';
import type { EdgeGroup } from './connected-edges.js';
import { isFrame } from './frames.js';
import { type Grid, groupToGrid } from './grid.js';
import { hangingCharacters } from './hanging.js';
import { withoutNarrowTracks } from './narrow-tracks.js';
import type { RuledCell, RuledTable } from './ruled-table.js';
import { splitAtOpenLines } from './split-columns.js';
import { splitRowsOfNumbers } from './split-rows.js';

/**
 * The table that connected edges draw, with the characters that stand in its cells; null where they
 * enclose nothing.
 */
export function groupToTable(
  group: EdgeGroup,
  characters: readonly Character[],
  page: number,
): RuledTable | null {
  const grid = groupToGrid(group);
  if (grid === null) return null;
  const filled = fillAreas(grid, characters);
  if (isFrame(grid, filled)) return null;
  const narrow = withoutNarrowTracks(
    { xs: grid.xs, ys: grid.ys, areas: filled },
    (area) => area.characters.length > 0,
  );
  const { xs, ys, areas } = splitRowsOfNumbers(splitAtOpenLines(narrow));
  const cells = areas.map((area): RuledCell => {
    const { characters: words, ...place } = area;
    const box = {
      x0: xs[place.column]!,
      top: ys[place.row]!,
      x1: xs[place.column + place.column_span]!,
      bottom: ys[place.row + place.row_span]!,
    };
    return { ...place, box, lines: cellLines(words) };
  });
  const lowest = filled.reduce(
    (bottom, { characters: words }) =>
      words.reduce((most, { box }) => Math.max(most, (box.top + box.bottom) / 2), bottom),
    ys.at(-1)!,
  );
  return {
    page,
    box: { x0: xs[0]!, top: ys[0]!, x1: xs.at(-1)!, bottom: lowest },
    rows: ys.length - 1,
    columns: xs.length - 1,
    cells,
    columnEdges: xs,
    basis: 'ruled',
  };
}

/** The grid's cells, each with the characters whose middles stand in it. */
function fillAreas(grid: Grid, characters: readonly Character[]): FilledArea[] {
  const columns = grid.xs.length - 1;
  const rows = grid.ys.length - 1;
  const areas = gridToAreas(grid).map((area) => ({ ...area, characters: [] as Character[] }));
  const owner = new Int32Array(columns * rows);
  areas.forEach((area, index) => {
    for (let row = area.row; row < area.row + area.row_span; row++) {
      const first = row * columns + area.column;
      owner.fill(index, first, first + area.column_span);
    }
  });
  const put = (character: Character, row: number): void => {
    const column = trackOf(grid.xs, (character.box.x0 + character.box.x1) / 2);
    if (column !== null) areas[owner[row * columns + column]!]!.characters.push(character);
  };
  for (const character of characters) {
    const row = trackOf(grid.ys, (character.box.top + character.box.bottom) / 2);
    if (row !== null) put(character, row);
  }
  for (const character of hangingCharacters(grid, characters)) put(character, rows - 1);
  return areas.map((area) => (hasWords(area.characters) ? area : { ...area, characters: [] }));
}

/** Index of the track between two lines in which a position lies; null outside of all. */
function trackOf(lines: readonly number[], position: number): number | null {
  if (!(position >= lines[0]! && position <= lines.at(-1)!)) return null;
  let low = 0;
  let high = lines.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (lines[middle]! <= position) low = middle;
    else high = middle;
  }
  return low;
}
