import { type CharacterTable, characterTable, writtenBy } from './character-table.js';
import { COMPATIBILITY, PRESENTATION, RADICALS } from './data/character-forms.js';
import { TRADITIONAL } from './data/traditional.js';

/** The pairs of a text that gives each character and what it is written as, one after the other. */
const pairsOf = (text: string): [string, string][] =>
  Array.from({ length: text.length >> 1 }, (_, at) => [text[2 * at]!, text[2 * at + 1]!]);

let ordinary: CharacterTable | undefined;

/** Radicals, compatibility ideographs, marks of vertical writing and traditional characters in one table. */
export function ordinaryTable(): CharacterTable {
  ordinary ??= readOrdinaryTable();
  return ordinary;
}

function readOrdinaryTable(): CharacterTable {
  const forms = characterTable(
    [RADICALS, COMPATIBILITY, PRESENTATION].flatMap((pairs) => pairsOf(pairs)),
  );
  const simplified = characterTable(pairsOf(TRADITIONAL));
  for (let code = 0; code < forms.length; code++) {
    const form = forms[code] || code;
    const plain = simplified[form] || form;
    forms[code] = code < 0x2e80 || plain === code ? 0 : plain;
  }
  return forms;
}

/**
 * The text with radicals (⽉), compatibility ideographs and marks of vertical writing (︵) as ordinary
 * characters, and traditional characters in their simplified forms. Each character gives exactly one.
 */
export function ordinaryCharacters(text: string): string {
  return writtenBy(ordinaryTable(), text);
}

const FULL_WIDTH_WORDS = /[０-９Ａ-Ｚａ-ｚ]/g;

/** Names, titles and values as records give them: ordinary characters, letters and digits in half width. */
export function recordWords(text: string): string {
  return ordinaryCharacters(text).replace(FULL_WIDTH_WORDS, (character) =>
    String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  );
}
