import type { CellArea } from './cell-area.js';

/** Cells of a grid with the lines that they lie between. */
export interface Areas<A extends CellArea = CellArea> {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly areas: readonly A[];
}

/** Too narrow a row or column for words: the gap of a double line or of two misaligned lines. */
const NARROW = 6;

/**
 * Rows and columns that are gaps between lines taken out: those narrower than 6 points in which no
 * cell of its own has words. Cells that lie in one altogether go, others shrink by it.
 */
export function withoutNarrowTracks<A extends CellArea>(
  grid: Areas<A>,
  hasWords: (area: A) => boolean,
): Areas<A> {
  const columnKept = kept(grid.xs, grid.areas, 'column', hasWords);
  const rowKept = kept(grid.ys, grid.areas, 'row', hasWords);
  const columns = renumbered(columnKept);
  const rows = renumbered(rowKept);
  const areas: A[] = [];
  for (const area of grid.areas) {
    const moved = {
      ...area,
      row: rows[area.row]!,
      column: columns[area.column]!,
      row_span: rows[area.row + area.row_span]! - rows[area.row]!,
      column_span: columns[area.column + area.column_span]! - columns[area.column]!,
    };
    if (moved.row_span > 0 && moved.column_span > 0) areas.push(moved);
  }
  return { xs: linesOf(grid.xs, columnKept), ys: linesOf(grid.ys, rowKept), areas };
}

/** Which of the tracks between the lines stay. */
function kept<A extends CellArea>(
  lines: readonly number[],
  areas: readonly A[],
  axis: 'row' | 'column',
  hasWords: (area: A) => boolean,
): boolean[] {
  const stays = lines.slice(1).map((line, index) => line - lines[index]! >= NARROW);
  const span = axis === 'row' ? 'row_span' : 'column_span';
  for (const area of areas) {
    if (area[span] === 1 && !stays[area[axis]] && hasWords(area)) stays[area[axis]] = true;
  }
  return stays;
}

/** For each line the number of tracks kept before it. */
function renumbered(stays: readonly boolean[]): number[] {
  const numbers = [0];
  for (const stay of stays) numbers.push(numbers.at(-1)! + (stay ? 1 : 0));
  return numbers;
}

/** The lines that are left: a track that goes takes its second line with it. */
function linesOf(lines: readonly number[], stays: readonly boolean[]): number[] {
  const left = [lines[0]!];
  let last = 0;
  stays.forEach((stay, index) => {
    if (!stay) return;
    last = index + 1;
    left.push(lines[last]!);
  });
  return left;
}
