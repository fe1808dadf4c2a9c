import type { Character } from '../../layout/page.js';
import type { Box } from '../../model/document.js';
import { glyphText } from './glyph-text.js';
import { type Matrix, moved, multiply, verticalScale } from './matrix.js';
import type { GraphicsState, TextPosition } from './text-state.js';

/** A glyph as pdf.js lists it in a text operator; numbers between glyphs move the pen. */
export interface Glyph {
  readonly unicode: string;
  readonly width: number;
  readonly vmetric: readonly number[] | null;
  readonly isSpace: boolean;
}

/** The em box of CJK fonts above and below the baseline; taken for all, so that lines align. */
const ASCENT = 0.88;
const DESCENT = -0.12;

/** The characters of one text operator, in order; moves the pen. White space is kept. */
export function showText(
  glyphs: readonly (Glyph | number)[],
  state: GraphicsState,
  position: TextPosition,
  characters: Character[],
): void {
  const { font, fontSize } = state;
  if (!font) return;
  const unit = font.isType3 ? font.fontMatrix[0]! : 0.001;
  const em = font.isType3 ? Math.abs(fontSize * (font.fontMatrix[3] ?? 0.001) * 1000) : fontSize;
  for (const glyph of glyphs) {
    if (typeof glyph === 'number') {
      const shift = (-glyph * fontSize) / 1000;
      if (font.vertical) position.advance(0, shift);
      else position.advance(shift * state.stretch, 0);
      continue;
    }
    const spacing = state.characterSpacing + (glyph.isSpace ? state.wordSpacing : 0);
    const text = glyphText(glyph.unicode);
    const vertical = font.vertical ? (glyph.vmetric ?? font.defaultVMetrics) : null;
    const matrix = multiply(state.matrix, position.matrix);
    if (vertical) {
      const advance = vertical[0]! * fontSize * unit;
      if (text !== '') {
        const half = em / 2;
        const rectangle = [-half, state.rise, half, state.rise + advance] as const;
        characters.push(character(text, rectangle, matrix, state, characters.length, 90));
      }
      position.advance(0, advance - spacing);
    } else {
      const width = glyph.width * fontSize * unit * state.stretch;
      if (text !== '') {
        const bottom = state.rise + DESCENT * em;
        const rectangle = [0, bottom, width, state.rise + ASCENT * em] as const;
        characters.push(character(text, rectangle, matrix, state, characters.length, 0));
      }
      position.advance(width + spacing * state.stretch, 0);
    }
  }
}

function character(
  text: string,
  rectangle: readonly [number, number, number, number],
  matrix: Matrix,
  state: GraphicsState,
  order: number,
  turn: number,
): Character {
  const font = state.font!;
  const box = boxOf(rectangle, matrix);
  const size = Math.abs(state.fontSize) * verticalScale(matrix);
  // A glyph that is filled and stroked is a fat one.
  const bold = font.bold || state.renderingMode === 2;
  const backwards = state.fontSize < 0 ? 180 : 0;
  const angle = (angleOf(matrix) + turn + backwards) % 360;
  return {
    text,
    box,
    size: font.isType3 ? typeThreeSize(state, matrix) : size,
    font: font.name,
    bold,
    angle,
    order,
  };
}

const typeThreeSize = (state: GraphicsState, matrix: Matrix): number =>
  Math.abs(state.fontSize * (state.font!.fontMatrix[3] ?? 0.001) * 1000) * verticalScale(matrix);

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

/** Direction of the baseline in whole degrees clockwise, 0 to 359. */
function angleOf(matrix: Matrix): number {
  if (matrix[1] === 0 && matrix[0] > 0) return 0;
  const degrees = (Math.atan2(matrix[1], matrix[0]) * 180) / Math.PI;
  return (Math.round(degrees) + 360) % 360;
}
