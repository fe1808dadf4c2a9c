import type { Placed } from './decode-line.js';
import type { TextBox } from './text-boxes.js';

const HAN = /\p{Script=Han}/u;
/** Share of a line's box that its characters are high, where no line of the page shows it: the box reaches beyond them. */
const LETTER_SHARE = 0.72;
/** Han characters that stand one behind the other tell the size of the type. */
const ENOUGH = 3;
/** By how much the guess from a box may be off the size that other lines of its type show. */
const OFF = 0.2;

/** Characters of a line, and where it was found. */
export interface ReadPiece {
  readonly characters: readonly Placed[];
  readonly box: TextBox;
}

/**
 * Pixels of each line's type: the usual distance of neighbours. A line of too few for that has the size
 * of the nearest line whose type is as large as its box says; else a share of the box's height.
 */
export function typeSizes(pieces: readonly ReadPiece[]): number[] {
  const measured = pieces.map(sizeOfSteps);
  const shares = pieces.flatMap(({ box }, at) => (measured[at] ? measured[at] / box.height : []));
  const share =
    shares.length > 0 ? shares.sort((a, b) => a - b)[shares.length >> 1]! : LETTER_SHARE;
  return pieces.map(({ box }, index) => {
    const own = measured[index];
    if (own) return own;
    const guess = box.height * share;
    let [size, nearest] = [guess, Infinity];
    measured.forEach((other, at) => {
      if (!other || Math.abs(other - guess) > other * OFF) return;
      const away = Math.abs(pieces[at]!.box.y - box.y);
      if (away < nearest) [size, nearest] = [other, away];
    });
    return size;
  });
}

/** The mean distance: single ones are whole steps of the network, a sixth of the size apart. */
function sizeOfSteps({ characters, box }: ReadPiece): number | null {
  const usual = box.height * LETTER_SHARE;
  let [sum, count] = [0, 0];
  for (let index = 1; index < characters.length; index++) {
    if (!HAN.test(characters[index]!.text) || !HAN.test(characters[index - 1]!.text)) continue;
    const step = (characters[index]!.middle - characters[index - 1]!.middle) * box.width;
    if (step <= usual * 0.6 || step >= usual * 1.5) continue;
    sum += step;
    count++;
  }
  return count < ENOUGH ? null : sum / count;
}
