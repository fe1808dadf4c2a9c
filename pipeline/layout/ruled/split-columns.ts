import type { Character } from '../page.js';
import type { FilledArea } from './cell-area.js';
import { cellLines, hasWords } from './cell-lines.js';
import type { Areas } from './narrow-tracks.js';

/** Gap between words at a column line that parts them, as a share of the size of the characters. */
const GAP = 0.8;

/**
 * Cells over several columns parted where the lines between the columns were only drawn elsewhere
 * (in the header): at the column lines that no words cross, if words stand in at least two of the
 * parts, far enough from each other on a line. A merged cell's text crosses the lines, or stands in
 * one part.
 */
export function splitAtOpenLines(grid: Areas<FilledArea>): Areas<FilledArea> {
  const areas = grid.areas.flatMap((area) =>
    area.column_span > 1 && area.characters.length > 1 ? partsOf(area, grid.xs) : [area],
  );
  return { ...grid, areas };
}

function partsOf(area: FilledArea, xs: readonly number[]): FilledArea[] {
  const end = area.column + area.column_span;
  const lines = cellLines(area.characters);
  const open: number[] = [];
  for (let column = area.column + 1; column < end; column++) {
    if (lines.every((line) => isParted(line, xs[column]!))) open.push(column);
  }
  if (open.length === 0) return [area];
  const bounds = [area.column, ...open, end];
  const parts = open.concat(end).map((to, index): FilledArea => {
    const column = bounds[index]!;
    const within = ({ box }: Character): boolean => {
      const middle = (box.x0 + box.x1) / 2;
      return (index === 0 || middle >= xs[column]!) && (to === end || middle < xs[to]!);
    };
    return {
      ...area,
      column,
      column_span: to - column,
      characters: area.characters.filter(within),
    };
  });
  const filled = parts.filter(({ characters }) => hasWords(characters)).length;
  return filled >= 2 && filled * 2 >= parts.length ? parts : [area];
}

/** Whether no words of a line cross a position: it has a gap there, or stands on one side of it. */
function isParted(line: readonly Character[], position: number): boolean {
  let before: Character | null = null;
  for (const character of line) {
    const { box, text } = character;
    if (text.trim() === '') continue;
    if ((box.x0 + box.x1) / 2 >= position) {
      return before === null || box.x0 - before.box.x1 >= GAP * character.size;
    }
    before = character;
  }
  return true;
}
