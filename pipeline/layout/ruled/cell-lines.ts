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
  if (turn === 0) return uprightLines(characters);
  const turned = characters.map((character) => ({
    ...character,
    box: turnedBox(character.box, SHEET, turn),
  }));
  const original = new Map(turned.map((one, index) => [one, characters[index]!]));
  return uprightLines(turned).map((line) => line.map((one) => original.get(one)!));
}

function prevailingTurn(characters: readonly Character[]): QuarterTurn {
  const counts = new Map<QuarterTurn, number>([[0, 0]]);
  for (const { angle } of characters) {
    const turn = quarterTurn(angle) ?? 0;
    counts.set(turn, (counts.get(turn) ?? 0) + 1);
  }
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}

/**
 * Lines from top to bottom, each from left to right. Characters belong to one line where their
 * middles lie within the line's height: raised and lowered ones stay in their line.
 */
function uprightLines(characters: readonly Character[]): Character[][] {
  const sorted = [...characters].sort((one, other) => middle(one) - middle(other));
  const lines: Character[][] = [];
  let bottom = Number.NEGATIVE_INFINITY;
  let size = 0;
  for (const character of sorted) {
    const at = middle(character);
    const line = lines.at(-1);
    if (line === undefined || at > bottom) {
      lines.push([character]);
      size = 0;
    } else {
      line.push(character);
    }
    if (character.size <= size) continue;
    size = character.size;
    bottom = at + Math.min(character.box.bottom - character.box.top, 1.2 * size) * 0.35;
  }
  return lines.map((line) =>
    line.sort((one, other) => one.box.x0 - other.box.x0 || one.order - other.order),
  );
}

const middle = ({ box }: Character): number => (box.top + box.bottom) / 2;
