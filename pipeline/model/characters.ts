import { COMPATIBILITY, PRESENTATION, RADICALS } from './data/character-forms.js';
import { TRADITIONAL } from './data/traditional.js';

/** Code units by code unit: what each is written as; 0 for itself. */
type Table = Uint16Array;

function tableOf(...pairs: readonly string[]): Table {
  const table = new Uint16Array(0x10000);
  for (const text of pairs) {
    for (let at = 0; at + 1 < text.length; at += 2) {
      table[text.charCodeAt(at)] = text.charCodeAt(at + 1);
    }
  }
  return table;
}

let forms: Table | undefined;
let simplified: Table | undefined;

/**
 * The text with radicals (⽉), compatibility ideographs and marks of vertical writing (︵) as ordinary
 * characters, and traditional characters in their simplified forms. Each character gives exactly one.
 */
export function ordinaryCharacters(text: string): string {
  forms ??= tableOf(RADICALS, COMPATIBILITY, PRESENTATION);
  simplified ??= tableOf(TRADITIONAL);
  let written = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x2e80) continue;
    const form = forms[code] || code;
    const plain = simplified[form] || form;
    if (plain === code) continue;
    written += text.slice(from, at) + String.fromCharCode(plain);
    from = at + 1;
  }
  return from === 0 ? text : written + text.slice(from);
}

const FULL_WIDTH_WORDS = /[０-９Ａ-Ｚａ-ｚ]/g;

/** Names, titles and values as records give them: ordinary characters, letters and digits in half width. */
export function recordWords(text: string): string {
  return ordinaryCharacters(text).replace(FULL_WIDTH_WORDS, (character) =>
    String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  );
}
