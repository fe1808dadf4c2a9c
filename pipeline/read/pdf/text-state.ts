import { IDENTITY, type Matrix, multiply } from '../../layout/drawing/matrix.js';
import { type PaintState, paintState } from '../../layout/drawing/paint-state.js';

/** What page content needs of a font that pdf.js has loaded. */
export interface FontFacts {
  readonly name: string;
  readonly bold: boolean;
  readonly vertical: boolean;
  readonly isType3: boolean;
  readonly fontMatrix: readonly number[];
  readonly defaultVMetrics: readonly number[] | null;
}

/** The graphics state, as far as text and rulings go; `save` copies it. */
export interface GraphicsState extends PaintState {
  font: FontFacts | null;
  fontSize: number;
  characterSpacing: number;
  wordSpacing: number;
  /** Horizontal scale, 1 for 100 %. */
  stretch: number;
  rise: number;
  renderingMode: number;
}

export const initialState = (matrix: Matrix): GraphicsState => ({
  ...paintState(matrix),
  font: null,
  fontSize: 0,
  characterSpacing: 0,
  wordSpacing: 0,
  stretch: 1,
  rise: 0,
  renderingMode: 0,
});

/** Where text is written: the text matrix and that of the line's start. */
export class TextPosition {
  matrix: Matrix = IDENTITY;
  private lineMatrix: Matrix = IDENTITY;
  leading = 0;

  set(matrix: Matrix): void {
    this.matrix = matrix;
    this.lineMatrix = matrix;
  }

  move(x: number, y: number): void {
    this.set(multiply(this.lineMatrix, [1, 0, 0, 1, x, y]));
  }

  advance(x: number, y: number): void {
    this.matrix = multiply(this.matrix, [1, 0, 0, 1, x, y]);
  }
}
