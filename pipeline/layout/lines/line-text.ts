import type { Character } from '../page.js';
import { type SetApart, setApart } from './set-apart.js';

/** Gaps, as shares of the size, that stand for a space: in Latin words, and beside Han characters. */
const LATIN_SPACE = 0.2;
const HAN_SPACE = 0.8;

const LATIN = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\d]/u;
const LATIN_OR_MARK = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\d.,;:!?)("'%$&/-]/u;

/** The words of a line, and where in them each of its characters begins. */
export interface LineWords {
  readonly text: string;
  readonly starts: readonly number[];
}

/**
 * The words of a line of characters, from left to right. Spaces are told by the gaps, as many
 * programs draw none and others draw them for looks: one between Latin words or numbers, one for a
 * gap of nearly a character beside Han characters. What sets all characters of the line apart is
 * no space.
 */
export function lineWords(characters: readonly Character[]): LineWords {
  const apart = setApart(characters);
  const starts: number[] = [];
  let text = '';
  let last: Character | null = null;
  let drawn = false;
  for (const character of characters) {
    if (character.text.trim() === '') {
      starts.push(text.length);
      drawn = true;
      continue;
    }
    if (last && isSpace(last, character, drawn, apart)) text += ' ';
    starts.push(text.length);
    text += character.text;
    last = character;
    drawn = false;
  }
  return { text, starts };
}

/** The text of {@link lineWords} alone. */
export const lineText = (characters: readonly Character[]): string => lineWords(characters).text;

function isSpace(last: Character, next: Character, drawn: boolean, apart: SetApart): boolean {
  const gap = next.box.x0 - last.box.x1;
  const size = Math.max(last.size, next.size);
  if (gap > size * HAN_SPACE) return true;
  const before = last.text.at(-1)!;
  const after = next.text[0]!;
  if (!LATIN_OR_MARK.test(before) || !LATIN_OR_MARK.test(after)) return false;
  if (!LATIN.test(before) && !LATIN.test(after)) return false;
  if (drawn) return gap > 0;
  return apart.pitch === null && gap - apart.gap > size * LATIN_SPACE;
}
