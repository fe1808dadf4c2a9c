import type { Box } from '../../model/document.js';
import type { Matrix } from './matrix.js';

/** How and where lines and areas are painted at one moment. */
export interface PaintState {
  /** From the space of what is drawn to points from the page's top left corner. */
  matrix: Matrix;
  /** In units of that space. */
  lineWidth: number;
  /** `#rrggbb`. */
  fill: string;
  stroke: string;
  /** What lies outside is not seen; null: nothing is cut off. */
  clip: Box | null;
}

/** Black lines one unit thick, nothing cut off. */
export const paintState = (matrix: Matrix): PaintState => ({
  matrix,
  lineWidth: 1,
  fill: '#000000',
  stroke: '#000000',
  clip: null,
});
