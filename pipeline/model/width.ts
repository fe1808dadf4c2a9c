import { type CharacterTable, characterTable } from './character-table.js';
import { ordinaryTable } from './characters.js';

/** Full-width ASCII (！ to ～) less the Chinese punctuation that notices print full width. */
const HALF_WIDTH =
  '０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ％＋－／．＊＠＆＃＄＝＜＞～｜＿';
/** Small forms (U+FE50 and on) that some fonts give for the usual ones: `1﹒深入落实`; the bar of 4―6月. */
const HALF = characterTable([
  ...Array.from(
    HALF_WIDTH,
    (character) => [character, String.fromCharCode(character.charCodeAt(0) - 0xfee0)] as const,
  ),
  ['\u3000', ' '],
  ['﹒', '.'],
  ['﹪', '%'],
  ['―', '—'],
]);
/** Brackets and marks that extraction gives in half width, made as notices print them. */
const FULL = characterTable(
  Object.entries({
    '(': '（',
    ')': '）',
    ',': '，',
    ':': '：',
    '∶': '：',
    ';': '；',
    '?': '？',
    '!': '！',
    '﹐': '，',
    '﹑': '、',
    '﹔': '；',
    '﹕': '：',
    '﹖': '？',
    '﹗': '！',
    '﹙': '（',
    '﹚': '）',
  }),
);
const [COMMA, COLON] = [0x2c, 0x3a];

let uniform: CharacterTable | undefined;

/** What becomes of each character: made ordinary, then half width, then full width. */
function uniformTable(): CharacterTable {
  uniform ??= ordinaryTable().map((form, code) => {
    const plain = form || code;
    const half = HALF[plain] || plain;
    const written = FULL[half] || half;
    return written === code ? 0 : written;
  });
  return uniform;
}

/**
 * The text in ordinary, simplified characters, with letters, digits and signs in half width, and brackets, commas, colons and
 * semicolons in full width. Each character gives exactly one, so offsets hold. A comma, colon or
 * point between digits (1,000; 9:30) stays as it is.
 */
export function widthNormalized(text: string): string {
  const table = uniformTable();
  let written = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const plain = table[code]!;
    if (plain === 0) continue;
    const isPoint = code === COMMA || code === COLON;
    if (isPoint && isDigit(table, text, at - 1) && isDigit(table, text, at + 1)) continue;
    written += text.slice(from, at) + String.fromCharCode(plain);
    from = at + 1;
  }
  return from === 0 ? text : written + text.slice(from);
}

function isDigit(table: CharacterTable, text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  const plain = table[code] || code;
  return plain >= 0x30 && plain <= 0x39;
}

/** Quotation marks that open and close alike: `推进"两个健康"建设`. */
const STRAIGHT_QUOTE = /["＂″]/g;

/**
 * The text with straight quotation marks as “ and ” by turns, anew in each paragraph; of an odd number the
 * last one stays. Each character gives exactly one.
 * @param breaks offsets at which a new paragraph begins
 */
export function withPairedQuotes(text: string, breaks: readonly number[]): string {
  if (text.search(STRAIGHT_QUOTE) < 0) return text;
  const starts = [0, ...breaks];
  return starts
    .map((start, index) => {
      const paragraph = text.slice(start, starts[index + 1]);
      const count = paragraph.match(STRAIGHT_QUOTE)?.length ?? 0;
      let seen = 0;
      return paragraph.replace(STRAIGHT_QUOTE, (mark) => {
        seen++;
        if (seen === count && count % 2 === 1) return mark;
        return seen % 2 === 1 ? '“' : '”';
      });
    })
    .join('');
}

/** The text with its straight quotation marks as its reading has them. */
export const withReadQuotes = (text: string, reading: string): string =>
  text.replace(/"/g, (_, offset: number) => reading[offset]!);
