import { type QuarterTurn, quarterTurn, turnedBox } from '../lines/turn.js';
import type { Character } from '../page.js';

const SHEET = { width: 0, height: 0 };

/**
 * A cell's characters as lines in reading order, each from its beginning on. Most run across; where
 * most of a cell's are turned (a head set sideways), the lines are those that a reader who turns the
 * page sees.
 */
export function cellLines(characters: readonly Character[]): Character[][] {
  const turn = prevailingTurn(characters);
  if (turn === 0) return uprightLines(characters).filter(hasWords);
  const turned = characters.map((character) => ({
    ...character,
    box: turnedBox(character.box, SHEET, turn),
  }));
  const original = new Map(turned.map((one, index) => [one, characters[index]!]));
  return uprightLines(turned)
    .filter(hasWords)
    .map((line) => line.map((one) => original.get(one)!));
}

/** Whether anything can be seen of them; many programs draw spaces. */
export const hasWords = (characters: readonly Character[]): boolean =>
  characters.some(({ text }) => text.trim() !== '');

function prevailingTurn(characters: readonly Character[]): QuarterTurn {
  const counts = new Map<QuarterTurn, number>([[0, 0]]);
  for (const { angle } of characters) {
    const turn = quarterTurn(angle) ?? 0;
    counts.set(turn, (counts.get(turn) ?? 0) + 1);
  }
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}

/** A line of characters, and the height of its largest ones. */
interface Band {
  readonly characters: Character[];
  size: number;
  top: number;
  bottom: number;
}

/** Lines from top to bottom, each from left to right. */
function uprightLines(characters: readonly Character[]): Character[][] {
  const sorted = [...characters].sort((one, other) => middle(one) - middle(other));
  const bands: Band[] = [];
  for (const character of sorted) {
    const at = middle(character);
    const half = Math.min(character.box.bottom - character.box.top, 1.2 * character.size) / 2;
    let band = bands.at(-1);
    if (band === undefined || at > band.top + (band.bottom - band.top) * 0.85) {
      band = { characters: [], size: 0, top: 0, bottom: 0 };
      bands.push(band);
    }
    band.characters.push(character);
    if (character.size <= band.size) continue;
    band.size = character.size;
    band.top = at - half;
    band.bottom = at + half;
  }
  return withRaised(bands).map((band) =>
    band.characters.sort((one, other) => one.box.x0 - other.box.x0 || one.order - other.order),
  );
}

/** Smaller characters whose middles lie within the height of the next line are raised ones of it. */
function withRaised(bands: readonly Band[]): Band[] {
  const lines: Band[] = [];
  for (const band of bands) {
    const last = lines.at(-1);
    const raised =
      last !== undefined &&
      last.size <= band.size * 0.8 &&
      last.characters.every((character) => middle(character) >= band.top);
    if (raised) {
      lines[lines.length - 1] = { ...band, characters: [...last.characters, ...band.characters] };
    } else {
      lines.push(band);
    }
  }
  return lines;
}

const middle = ({ box }: Character): number => (box.top + box.bottom) / 2;
