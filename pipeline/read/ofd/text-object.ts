import { boxOf } from '../../layout/drawing/box.js';
import { ASCENT, DESCENT } from '../../layout/drawing/em-box.js';
import { type Matrix, multiply, verticalScale } from '../../layout/drawing/matrix.js';
import type { Character } from '../../layout/page.js';
import { childrenOf, wordsOf, type XmlElement } from '../xml/xml-element.js';
import { readDeltas } from './deltas.js';
import { numbersIn } from './package.js';
import type { Font } from './resources.js';

/** Width of Latin letters and digits in ems where nothing gives it. */
const LATIN_WIDTH = 0.5;
const WIDEST_LATIN = 0.7;
const BOLD_WEIGHT = 600;

/** What a page's text objects have drawn so far. */
export interface DrawnCharacters {
  readonly characters: Character[];
  /** Whether what is drawn now is an annotation, laid over the page. */
  isOverlay: boolean;
  /** Glyphs that stand for no character. */
  unmapped: number;
  /** Characters that are there to be searched, not to be seen; also among `characters`. */
  readonly hidden: Set<Character>;
}

/** What is drawn in one place: a character, or several that make one glyph. */
interface Slot {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Step to the next one along the line; null behind the last. */
  readonly step: number | null;
}

/**
 * Adds the characters of a `TextObject`.
 * @param matrix from the object's own space to points on the page
 */
export function addTextObject(
  object: XmlElement,
  font: Font,
  matrix: Matrix,
  drawn: DrawnCharacters,
): void {
  const { attributes } = object;
  const size = numbersIn(attributes.Size)[0] ?? 0;
  if (size <= 0) return;
  const stretch = numbersIn(attributes.HScale)[0] || 1;
  const bold = font.bold || (numbersIn(attributes.Weight)[0] ?? 400) >= BOLD_WEIGHT;
  const isHidden =
    attributes.Alpha === '0' || (attributes.Fill === 'false' && attributes.Stroke !== 'true');
  const glyphs = glyphRuns(childrenOf(object, 'CGTransform'));
  let start: readonly [number, number] = [0, 0];
  let codes = 0;
  for (const code of childrenOf(object, 'TextCode')) {
    start = [
      numbersIn(code.attributes.X)[0] ?? start[0],
      numbersIn(code.attributes.Y)[0] ?? start[1],
    ];
    const letters = [...wordsOf(code)];
    const direction = Number(attributes.ReadDirection ?? 0);
    const { slots, runsDown } = slotsOf(letters, code, start, glyphs, codes, size * stretch);
    codes += letters.length;
    const turn = (runsDown ? 90 : direction % 360) || 0;
    for (const slot of slots) {
      if (slot.text === UNKNOWN || PRIVATE.test(slot.text)) drawn.unmapped++;
      if (slot.text === '' || slot.text === UNKNOWN) continue;
      const width = widthOf(slot, size * stretch, turn % 180 !== 0);
      const place = multiply(matrix, [1, 0, 0, 1, slot.x, slot.y]);
      const character: Character = {
        text: slot.text,
        box: boxOf([0, -ASCENT * size, width, -DESCENT * size], place),
        size: size * verticalScale(matrix),
        font: font.name,
        bold,
        angle: (angleOf(matrix) + turn + 360) % 360,
        order: drawn.characters.length,
        ...(drawn.isOverlay ? { isOverlay: true } : {}),
      };
      drawn.characters.push(character);
      if (isHidden) drawn.hidden.add(character);
    }
  }
}

/** What producers write where a glyph has no character. */
const UNKNOWN = '\u00a4';
const PRIVATE = /^[\ue000-\uf8ff\ufffd]$/;

interface GlyphRun {
  readonly position: number;
  readonly codes: number;
  readonly glyphs: number;
}

/** Where several characters make one glyph, or one makes several; one to one is left out. */
function glyphRuns(transforms: readonly XmlElement[]): GlyphRun[] {
  return transforms
    .map(({ attributes }) => ({
      position: Number(attributes.CodePosition ?? 0),
      codes: Number(attributes.CodeCount ?? 1),
      glyphs: Number(attributes.GlyphCount ?? 1),
    }))
    .filter(({ codes, glyphs }) => codes > 0 && glyphs > 0 && glyphs <= 100 && codes !== glyphs);
}

/** @param before characters of the object's earlier `TextCode` elements */
function slotsOf(
  letters: readonly string[],
  code: XmlElement,
  [startX, startY]: readonly [number, number],
  runs: readonly GlyphRun[],
  before: number,
  em: number,
): { readonly slots: Slot[]; readonly runsDown: boolean } {
  const texts: string[] = [];
  for (let at = 0; at < letters.length; ) {
    const run = runs.find(({ position }) => position === before + at);
    const codes = run?.codes ?? 1;
    texts.push(letters.slice(at, at + codes).join(''));
    for (let extra = 1; extra < (run?.glyphs ?? 1); extra++) texts.push('');
    at += codes;
  }
  const across = readDeltas(code.attributes.DeltaX, texts.length);
  const down = readDeltas(code.attributes.DeltaY, texts.length);
  const runsDown = across.every((step) => step === 0) && down.some((step) => step !== 0);
  let x = startX;
  let y = startY;
  const slots = texts.map((text, index): Slot => {
    const isLast = index === texts.length - 1;
    const stepX = across[index] ?? (runsDown ? 0 : ownWidth(text, em));
    const stepY = down[index] ?? (runsDown ? em : 0);
    const slot = { text, x, y, step: isLast ? null : runsDown ? stepY : stepX };
    x += stepX;
    y += stepY;
    return slot;
  });
  return { slots, runsDown };
}

/** How wide a character is by its kind, in the unit of the em. */
function ownWidth(text: string, em: number): number {
  let width = 0;
  for (const letter of text) width += letter < '\u2000' ? LATIN_WIDTH * em : em;
  return width;
}

/** A glyph is as wide as its step, unless that leaves a gap behind it. */
function widthOf({ text, step }: Slot, em: number, isVertical: boolean): number {
  const own = ownWidth(text, em);
  if (isVertical || step === null || step <= 0) return own;
  const isLatin = text < '\u2000';
  return Math.min(step, isLatin ? Math.max(own, WIDEST_LATIN * em) : own);
}

/** Direction of the baseline in whole degrees clockwise. */
const angleOf = (matrix: Matrix): number =>
  Math.round((Math.atan2(matrix[1], matrix[0]) * 180) / Math.PI);
