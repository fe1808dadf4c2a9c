import { median } from '../median.js';
import type { Character } from '../page.js';

const HAN = /\p{Script=Han}/u;
/** Share of the size within which two distances count as one. */
const SAME = 0.12;

/**
 * How far the characters of a line are set apart by themselves, in points: where words are spaced
 * over a line or put into the squares of a form, a gap between digits is no space.
 */
export interface SetApart {
  /** The gap between Han characters of the line; 0 where they touch. */
  readonly gap: number;
  /** From one character's left edge to the next one's, where all stand in squares of one width. */
  readonly pitch: number | null;
}

const TOUCHING: SetApart = { gap: 0, pitch: null };

/** How a line's characters, from left to right, are set apart; read from its neighbouring Han characters. */
export function setApart(characters: readonly Character[]): SetApart {
  const gaps: number[] = [];
  const pitches: number[] = [];
  for (let at = 1; at < characters.length; at++) {
    const [last, next] = [characters[at - 1]!, characters[at]!];
    if (!HAN.test(last.text) || !HAN.test(next.text)) continue;
    gaps.push(next.box.x0 - last.box.x1);
    pitches.push(next.box.x0 - last.box.x0);
  }
  if (gaps.length === 0) return TOUCHING;
  const gap = Math.max(0, median(gaps));
  const pitch = median(pitches);
  return { gap, pitch: standsInSquares(characters, pitch) ? pitch : null };
}

/**
 * Whether digits and Latin letters keep the distance of the Han characters, also the last of a run
 * before what follows it: set close, half a character would be missing there.
 */
function standsInSquares(characters: readonly Character[], pitch: number): boolean {
  let narrow = 0;
  for (let at = 1; at < characters.length; at++) {
    const [last, next] = [characters[at - 1]!, characters[at]!];
    if (last.text.trim() === '' || next.text.trim() === '') return false;
    if (HAN.test(last.text) || last.box.x1 - last.box.x0 > pitch * 0.75) continue;
    if (Math.abs(next.box.x0 - last.box.x0 - pitch) > last.size * SAME) return false;
    narrow++;
  }
  return narrow > 1;
}
