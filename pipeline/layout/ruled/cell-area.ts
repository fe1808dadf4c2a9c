import type { Character } from '../page.js';
import type { Grid } from './grid.js';

/** A cell's place in a grid, in rows and columns counted from 0. */
export interface CellArea {
  readonly row: number;
  readonly column: number;
  readonly row_span: number;
  readonly column_span: number;
}

/** A cell of a grid with the characters that stand in it. */
export interface FilledArea extends CellArea {
  readonly characters: readonly Character[];
}

/**
 * The rectangles that the drawn lines leave undivided, row by row. Where an inner line is drawn only
 * in part, so that squares run together to a shape with corners, the shape is cut into rectangles
 * from its upper left on.
 */
export function gridToAreas(grid: Grid): CellArea[] {
  const columns = grid.xs.length - 1;
  const rows = grid.ys.length - 1;
  const taken = new Uint8Array(rows * columns);
  const areas: CellArea[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (taken[row * columns + column]) continue;
      const area = areaFrom(grid, taken, row, column);
      areas.push(area);
      for (let down = row; down < row + area.row_span; down++) {
        taken.fill(1, down * columns + column, down * columns + column + area.column_span);
      }
    }
  }
  return areas;
}

/** The widest, then deepest rectangle from a square on that no line crosses. */
function areaFrom(grid: Grid, taken: Uint8Array, row: number, column: number): CellArea {
  const columns = grid.xs.length - 1;
  const rows = grid.ys.length - 1;
  const free = (index: number): boolean => taken[index] === 0;
  let right = column + 1;
  while (right < columns && free(row * columns + right) && !grid.left[row * columns + right]) {
    right++;
  }
  let bottom = row + 1;
  while (bottom < rows && openRow(grid, taken, bottom, column, right)) bottom++;
  return { row, column, row_span: bottom - row, column_span: right - column };
}

/** Whether the squares of a row from `column` to before `right` lie open to above and to each other. */
function openRow(
  grid: Grid,
  taken: Uint8Array,
  row: number,
  column: number,
  right: number,
): boolean {
  const first = row * (grid.xs.length - 1);
  for (let index = first + column; index < first + right; index++) {
    if (taken[index] || grid.above[index]) return false;
    if (index > first + column && grid.left[index]) return false;
  }
  return true;
}
