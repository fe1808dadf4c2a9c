import { boxOf, type Rectangle } from '../../layout/drawing/box.js';
import { isSeen } from '../../layout/drawing/clip.js';
import { ASCENT, DESCENT } from '../../layout/drawing/em-box.js';
import { type Matrix, multiply, verticalScale } from '../../layout/drawing/matrix.js';
import type { Character } from '../../layout/page.js';
import { glyphText } from './glyph-text.js';
import type { GraphicsState, TextPosition } from './text-state.js';

/** A glyph as pdf.js lists it in a text operator; numbers between glyphs move the pen. */
export interface Glyph {
  readonly unicode: string;
  readonly width: number;
  readonly vmetric: readonly number[] | null;
  readonly isSpace: boolean;
}

/** What text operators have drawn so far. */
export interface DrawnText {
  readonly characters: Character[];
  /** Glyphs that the font gives no character for. */
  unmapped: number;
  /** Characters that are there to be searched and not to be seen, as OCR writes them. */
  hidden: number;
}

/** Text that is neither filled nor stroked. */
const INVISIBLE = 3;

/** Adds the characters of one text operator, in order; moves the pen. White space is kept. */
export function showText(
  glyphs: readonly (Glyph | number)[],
  state: GraphicsState,
  position: TextPosition,
  drawn: DrawnText,
): void {
  const { font, fontSize } = state;
  if (!font) return;
  const { characters } = drawn;
  const unit = font.isType3 ? font.fontMatrix[0]! : 0.001;
  const em = font.isType3 ? Math.abs(fontSize * (font.fontMatrix[3] ?? 0.001) * 1000) : fontSize;
  // Glyphs move the pen along one axis only, so that one transform serves them all.
  const matrix = multiply(state.matrix, position.matrix);
  const half = em / 2;
  let across = 0;
  let along = 0;
  for (const glyph of glyphs) {
    if (typeof glyph === 'number') {
      const shift = (-glyph * fontSize) / 1000;
      if (font.vertical) along += shift;
      else across += shift * state.stretch;
      continue;
    }
    const spacing = state.characterSpacing + (glyph.isSpace ? state.wordSpacing : 0);
    const text = glyphText(glyph.unicode);
    const vertical = font.vertical ? (glyph.vmetric ?? font.defaultVMetrics) : null;
    const width = glyph.width * fontSize * unit * state.stretch;
    const down = vertical ? vertical[0]! * fontSize * unit : 0;
    if (text === '') {
      if (glyph.width > 0) drawn.unmapped++;
    } else {
      const base = along + state.rise;
      const rectangle: Rectangle = vertical
        ? [across - half, base, across + half, base + down]
        : [across, base + DESCENT * em, across + width, base + ASCENT * em];
      const turn = vertical ? 90 : 0;
      const one = character(text, rectangle, matrix, state, characters.length, turn);
      if (isSeen(one.box, state.clip)) {
        characters.push(one);
        if (state.renderingMode === INVISIBLE) drawn.hidden++;
      }
    }
    if (vertical) along += down + spacing;
    else across += width + spacing * state.stretch;
  }
  position.advance(across, along);
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

/** Direction of the baseline in whole degrees clockwise, 0 to 359. */
function angleOf(matrix: Matrix): number {
  if (matrix[1] === 0 && matrix[0] > 0) return 0;
  const degrees = (Math.atan2(matrix[1], matrix[0]) * 180) / Math.PI;
  return (Math.round(degrees) + 360) % 360;
}
