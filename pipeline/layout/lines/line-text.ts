import type { Character } from '../page.js';

/** Gaps, as shares of the size, that stand for a space: in Latin words, and beside Han characters. */
const LATIN_SPACE = 0.2;
const HAN_SPACE = 0.8;

const LATIN = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\d]/u;
const LATIN_OR_MARK = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\d.,;:!?)("'%$&/-]/u;

/**
 * The words of a line of characters, from left to right. Spaces are told by the gaps, as many
 * programs draw none and others draw them for looks: one between Latin words or numbers, one for a
 * gap of nearly a character beside Han characters.
 */
export function lineText(characters: readonly Character[]): string {
  let text = '';
  let last: Character | null = null;
  let drawn = false;
  for (const character of characters) {
    if (character.text.trim() === '') {
      drawn = true;
      continue;
    }
    if (last && isSpace(last, character, drawn)) text += ' ';
    text += character.text;
    last = character;
    drawn = false;
  }
  return text;
}

function isSpace(last: Character, next: Character, drawn: boolean): boolean {
  const gap = next.box.x0 - last.box.x1;
  const size = Math.max(last.size, next.size);
  if (gap > size * HAN_SPACE) return true;
  const before = last.text.at(-1)!;
  const after = next.text[0]!;
  if (!LATIN_OR_MARK.test(before) || !LATIN_OR_MARK.test(after)) return false;
  if (!LATIN.test(before) && !LATIN.test(after)) return false;
  return drawn ? gap > 0 : gap > size * LATIN_SPACE;
}
