import type { Doubt as DoubtCode } from '../../schemas/at.js';
import type { RecognisedWord } from './recognised-page.js';

/** Letters of a line that may be misread, and why; places count letters, `end` is exclusive. */
export interface LetterDoubt {
  readonly code: DoubtCode;
  readonly start: number;
  readonly end: number;
}

/** Of 100: a letter of which the engine is less sure is often another. */
const UNSURE = 55;
/** `≥10` is read as V10, M10, >10, `3‰` as 3%0, with full confidence. */
const SIGN_LIKE_LETTER = /(?<![A-Za-z])[VMNZYv>＞](?=\d)/g;
const PER_MILLE = /\d%[0oO]/g;
/** A stroke alone: one of 一, 1, - and —. */
const LONE_STROKE = /^[一l|丨\-—–_]$/;
/** `6月181`: a day of more digits than a day has, or a month that no year has. */
const IMPOSSIBLE_DATE = /(?:1[3-9]|[2-9]\d|0)月|月(?:3[2-9]|[4-9]\d|\d{3,})/g;

/**
 * What may be misread in a line, by its letters and the engine's confidence, which shows few of the
 * faults that matter.
 * @param letters as they are written down
 * @param words the same as the engine gave them, a letter each where it tells them apart
 */
export function doubtsOf(
  letters: readonly string[],
  words: readonly RecognisedWord[],
  inTable: boolean,
): LetterDoubt[] {
  const doubts: LetterDoubt[] = [];
  const text = letters.map((letter) => letter[0] ?? ' ').join('');
  const find = (code: DoubtCode, pattern: RegExp): void => {
    for (const { 0: found, index } of text.matchAll(pattern)) {
      doubts.push({ code, start: index, end: index + found.length });
    }
  };
  if (inTable) find('sign_like_letter', SIGN_LIKE_LETTER);
  find('per_mille', PER_MILLE);
  find('impossible_date', IMPOSSIBLE_DATE);
  if (inTable && LONE_STROKE.test(text)) doubts.push({ code: 'lone_stroke', start: 0, end: 1 });
  let at = 0;
  for (const { text: word, confidence } of words) {
    const end = at + [...word].length;
    // Marks are seldom sure, and mended by rule; what a number is counted in is no such mark.
    if (confidence < UNSURE && /[\p{L}\p{N}%‰℃]/u.test(word)) {
      doubts.push({ code: 'low_confidence', start: at, end });
    }
    at = end;
  }
  letters.forEach((letter, index) => {
    if (letter.length > 1 && /[〔〕日]/.test(letter)) {
      doubts.push({ code: 'mark_supplied', start: index, end: index + 1 });
    }
  });
  return doubts;
}
