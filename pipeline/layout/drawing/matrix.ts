/** An affine transform as PDF writes it: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The transform that applies `inner` first, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  return [
    a * inner[0] + c * inner[1],
    b * inner[0] + d * inner[1],
    a * inner[2] + c * inner[3],
    b * inner[2] + d * inner[3],
    a * inner[4] + c * inner[5] + e,
    b * inner[4] + d * inner[5] + f,
  ];
}

/** Where a transform puts a point. */
export function moved(matrix: Matrix, x: number, y: number): [number, number] {
  return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]];
}

/** How much longer a transform makes the vertical unit. */
export const verticalScale = (matrix: Matrix): number => Math.hypot(matrix[2], matrix[3]);

/** Six numbers from what pdf.js hands over: an array, or a typed one. */
export function matrixOf(values: ArrayLike<number>): Matrix {
  return [values[0]!, values[1]!, values[2]!, values[3]!, values[4]!, values[5]!];
}
