import type { Box } from '../../model/document.js';
import { type Matrix, moved } from './matrix.js';

/** Two opposite corners: x, y, x, y. */
export type Rectangle = readonly [number, number, number, number];

/** The upright rectangle round a transformed one. */
export function boxOf(
  [x0, y0, x1, y1]: readonly [number, number, number, number],
  matrix: Matrix,
): Box {
  const [ax, ay] = moved(matrix, x0, y0);
  const [bx, by] = moved(matrix, x1, y1);
  if ((matrix[1] === 0 && matrix[2] === 0) || (matrix[0] === 0 && matrix[3] === 0)) {
    return rounded(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
  }
  const [cx, cy] = moved(matrix, x0, y1);
  const [dx, dy] = moved(matrix, x1, y0);
  return rounded(
    Math.min(ax, bx, cx, dx),
    Math.min(ay, by, cy, dy),
    Math.max(ax, bx, cx, dx),
    Math.max(ay, by, cy, dy),
  );
}

const hundredth = (value: number): number => Math.round(value * 100) / 100;

const rounded = (x0: number, top: number, x1: number, bottom: number): Box => ({
  x0: hundredth(x0),
  top: hundredth(top),
  x1: hundredth(x1),
  bottom: hundredth(bottom),
});
