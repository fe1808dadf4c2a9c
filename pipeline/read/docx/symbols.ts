import type { XmlElement } from '../xml/xml-element.js';

/** Signs of the Wingdings fonts that stand in forms and lists, by code. */
const WINGDINGS: Readonly<Record<number, string>> = {
  108: '●',
  110: '■',
  111: '□',
  113: '□',
  114: '□',
  117: '◆',
  128: '⓪',
  161: '○',
  168: '☐',
  171: '★',
  178: '☆',
  216: '➢',
  224: '→',
  232: '➔',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑',
};

/** Signs of the Wingdings 2 font: ticks and crosses, bare and in boxes. */
const WINGDINGS_2: Readonly<Record<number, string>> = {
  79: '✗',
  80: '✓',
  81: '☒',
  82: '☑',
  83: '☒',
  84: '☒',
  163: '☐',
  152: '●',
  153: '○',
};

/** Signs of the Symbol font, by code. */
const SYMBOL: Readonly<Record<number, string>> = {
  163: '≤',
  176: '°',
  177: '±',
  179: '≥',
  180: '×',
  183: '·',
  185: '≠',
  215: '·',
};

/** The sign that `w:sym` shows; null where it is one of a font that is not known. */
export function symbolOf({ attributes }: XmlElement): string | null {
  const code = Number.parseInt(attributes['w:char'] ?? '', 16);
  if (Number.isNaN(code) || code > 0xffff) return null;
  return signOf(code, attributes['w:font'] ?? '');
}

/** The words of a run, with what a font of signs makes of codes that stand for nothing else. */
export function shownSymbols(words: string, font: string): string {
  if (!/[\uf020-\uf0ff]/.test(words)) return words;
  return words.replace(
    /[\uf020-\uf0ff]/g,
    (character) => signOf(character.charCodeAt(0), font) ?? character,
  );
}

function signOf(code: number, font: string): string | null {
  const inFont = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (/^wingdings 2$/i.test(font)) return WINGDINGS_2[inFont] ?? null;
  if (/^wingdings/i.test(font)) {
    const numbered = /^wingdings$/i.test(font) && inFont >= 0x81 && inFont <= 0x8a;
    return numbered ? String.fromCharCode(0x2460 + inFont - 0x81) : (WINGDINGS[inFont] ?? null);
  }
  if (/^symbol$/i.test(font)) return SYMBOL[inFont] ?? asciiOf(inFont);
  return code >= 0xe000 && code <= 0xf8ff ? asciiOf(inFont) : String.fromCharCode(code);
}

const asciiOf = (code: number): string | null =>
  code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : null;
