import { characterTable, writtenBy } from './character-table.js';
import { ordinaryCharacters } from './characters.js';

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

/**
 * The text in ordinary, simplified characters, with letters, digits and signs in half width, and brackets, commas, colons and
 * semicolons in full width. Each character gives exactly one, so offsets hold. A comma, colon or
 * point between digits (1,000; 9:30) stays as it is.
 */
export function widthNormalized(text: string): string {
  const half = writtenBy(HALF, ordinaryCharacters(text));
  let written = '';
  let from = 0;
  for (let at = 0; at < half.length; at++) {
    const code = half.charCodeAt(at);
    const full = FULL[code]!;
    if (full === 0) continue;
    const besideDigits = isDigit(half.charCodeAt(at - 1)) && isDigit(half.charCodeAt(at + 1));
    if ((code === COMMA || code === COLON) && besideDigits) continue;
    written += half.slice(from, at) + String.fromCharCode(full);
    from = at + 1;
  }
  return from === 0 ? half : written + half.slice(from);
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

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
