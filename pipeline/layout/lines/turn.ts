import type { Box } from '../../model/document.js';
import type { Character, Ruling } from '../page.js';

/** Quarter turns clockwise by which text on a page is turned away from upright. */
export type QuarterTurn = 0 | 90 | 180 | 270;

/** Degrees by which a baseline may be off and still count as straight. */
const SKEW = 5;

/** The quarter turn that a baseline's direction comes near; null where it runs aslant. */
export function quarterTurn(angle: number): QuarterTurn | null {
  const nearest = Math.round(angle / 90) * 90;
  if (Math.abs(angle - nearest) > SKEW) return null;
  return (nearest % 360) as QuarterTurn;
}

interface Sheet {
  readonly width: number;
  readonly height: number;
}

/** Size of a sheet after a quarter turn. */
export const turnedSheet = ({ width, height }: Sheet, turn: QuarterTurn): Sheet =>
  turn === 90 || turn === 270 ? { width: height, height: width } : { width, height };

/** The box on the sheet turned so that text which ran at `turn` reads upright. */
export function turnedBox(box: Box, { width, height }: Sheet, turn: QuarterTurn): Box {
  const { x0, top, x1, bottom } = box;
  if (turn === 90) return { x0: top, top: width - x1, x1: bottom, bottom: width - x0 };
  if (turn === 270) return { x0: height - bottom, top: x0, x1: height - top, bottom: x1 };
  if (turn === 180) {
    return { x0: width - x1, top: height - bottom, x1: width - x0, bottom: height - top };
  }
  return box;
}

/** A box of the turned sheet where it stands on the sheet as shown (`sheet` is the shown one). */
export function boxTurnedBack(box: Box, sheet: Sheet, turn: QuarterTurn): Box {
  const back = turn === 90 ? 270 : turn === 270 ? 90 : turn;
  return turnedBox(box, turnedSheet(sheet, turn), back);
}

/** Characters that ran at `turn`, made upright. */
export function turnedCharacters(
  characters: readonly Character[],
  sheet: Sheet,
  turn: QuarterTurn,
): readonly Character[] {
  if (turn === 0) return characters;
  return characters.map((character) => ({
    ...character,
    box: turnedBox(character.box, sheet, turn),
    angle: (character.angle - turn + 360) % 360,
  }));
}

/** Rulings on the turned sheet. */
export function turnedRulings(
  rulings: readonly Ruling[],
  sheet: Sheet,
  turn: QuarterTurn,
): readonly Ruling[] {
  if (turn === 0) return rulings;
  const swaps = turn !== 180;
  return rulings.map((ruling) => ({
    ...ruling,
    direction: !swaps
      ? ruling.direction
      : ruling.direction === 'horizontal'
        ? 'vertical'
        : 'horizontal',
    box: turnedBox(ruling.box, sheet, turn),
  }));
}
