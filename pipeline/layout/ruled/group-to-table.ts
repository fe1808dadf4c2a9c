import type { Box } from '../../model/document.js';
import type { Character } from '../page.js';
import { type CellArea, gridToAreas } from './cell-area.js';
import { charactersToLines } from './cell-lines.js';
import type { EdgeGroup } from './connected-edges.js';
import { type Grid, groupToGrid } from './grid.js';
import { withoutNarrowTracks } from './narrow-tracks.js';
import type { RuledCell, RuledTable } from './ruled-table.js';
import { opposite, type Turn, uprightBox, uprightEdge } from './turn.js';

interface FilledArea extends CellArea {
  readonly characters: readonly Character[];
}

/**
 * The table that connected edges draw, with the characters that stand in its cells; null where they
 * enclose nothing. `turn` is the direction of the words, which tells rows from columns.
 */
export function groupToTable(
  group: EdgeGroup,
  characters: readonly Character[],
  page: number,
  turn: Turn,
): RuledTable | null {
  const upright = turn === 0 ? group : turnedGroup(group, turn);
  const grid = groupToGrid(upright);
  if (grid === null) return null;
  const turned = turn === 0 ? characters : characters.map((one) => turnedCharacter(one, turn));
  const filled = fillAreas(grid, turned);
  const { xs, ys, areas } = withoutNarrowTracks(
    { xs: grid.xs, ys: grid.ys, areas: filled },
    (area) => area.characters.length > 0,
  );
  const back = (box: Box): Box => uprightBox(box, opposite(turn));
  const original = new Map(turned.map((one, index) => [one, characters[index]!]));
  const cells = areas.map((area): RuledCell => {
    const { characters: words, ...place } = area;
    const box = back({
      x0: xs[place.column]!,
      top: ys[place.row]!,
      x1: xs[place.column + place.column_span]!,
      bottom: ys[place.row + place.row_span]!,
    });
    const lines = charactersToLines(words).map((line) => line.map((one) => original.get(one)!));
    return { ...place, box, lines };
  });
  return {
    page,
    box: back({ x0: xs[0]!, top: ys[0]!, x1: xs.at(-1)!, bottom: ys.at(-1)! }),
    rows: ys.length - 1,
    columns: xs.length - 1,
    cells,
    columnEdges: xs,
    angle: turn,
  };
}

const turnedCharacter = (character: Character, turn: Turn): Character => ({
  ...character,
  box: uprightBox(character.box, turn),
});

function turnedGroup(group: EdgeGroup, turn: Turn): EdgeGroup {
  const edges = [...group.horizontal, ...group.vertical].map((edge) => uprightEdge(edge, turn));
  return {
    horizontal: edges.filter(({ direction }) => direction === 'horizontal'),
    vertical: edges.filter(({ direction }) => direction === 'vertical'),
  };
}

/** The grid's cells, each with the characters whose middles stand in it. */
function fillAreas(grid: Grid, characters: readonly Character[]): FilledArea[] {
  const columns = grid.xs.length - 1;
  const areas = gridToAreas(grid).map((area) => ({ ...area, characters: [] as Character[] }));
  const owner = new Int32Array(columns * (grid.ys.length - 1));
  areas.forEach((area, index) => {
    for (let row = area.row; row < area.row + area.row_span; row++) {
      const first = row * columns + area.column;
      owner.fill(index, first, first + area.column_span);
    }
  });
  for (const character of characters) {
    const { box } = character;
    const column = trackOf(grid.xs, (box.x0 + box.x1) / 2);
    const row = trackOf(grid.ys, (box.top + box.bottom) / 2);
    if (column !== null && row !== null)
      areas[owner[row * columns + column]!]!.characters.push(character);
  }
  return areas;
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
