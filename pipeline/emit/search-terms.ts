/** One condition of a search: words that must be there, or must not. */
export interface SearchTerm {
  /** Folded. */
  readonly words: string;
  readonly without: boolean;
}

/** A word, or several in quotation marks of any make, with a minus before it or not. */
const TERM = /([-－−]?)(?:["“”＂]([^"“”＂]*)["“”＂]?|(\S+))/g;

/** Full-width letters, digits and signs (！ to ～); each stands so far from its half width. */
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const FULL_TO_HALF = 0xfee0;
/** Brackets of any make: 〔2025〕21号 is typed as [2025]21号 as often as not. */
const OPENING = /[[〔【]/g;
const CLOSING = /[\]〕】]/g;
const BLANKS = /\s+/g;
const LETTER_OR_DIGIT = /[0-9a-z]/;

const halfWidth = (character: string): string =>
  String.fromCharCode(character.charCodeAt(0) - FULL_TO_HALF);

/** Blanks part words of letters and digits; beside other characters they say nothing. */
const blankBetween = (blanks: string, at: number, text: string): string =>
  LETTER_OR_DIGIT.test(text[at - 1] ?? '') && LETTER_OR_DIGIT.test(text[at + blanks.length] ?? '')
    ? ' '
    : '';

/**
 * A text as a search compares it: width and case of letters, the make of brackets and blanks beside Chinese characters make
 * no difference.
 */
export const folded = (text: string): string =>
  text
    .replace(FULL_WIDTH, halfWidth)
    .replace(OPENING, '(')
    .replace(CLOSING, ')')
    .replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
    .replace(BLANKS, blankBetween);

/**
 * The conditions of a search, in the page, the service and on the command line: words apart by white space,
 * `"two words"` as they stand, `-word` for what must not be there.
 */
export function searchTerms(query: string): SearchTerm[] {
  const terms: SearchTerm[] = [];
  for (const [, minus, quoted, word] of query.matchAll(TERM)) {
    const words = folded((quoted ?? word ?? '').trim());
    if (words !== '') terms.push({ words, without: minus !== '' });
  }
  return terms;
}

/**
 * Whether the conditions hold: all words, or any of them where that is asked for, and none that must not be there.
 */
export function holds<Term extends { readonly without: boolean }>(
  terms: readonly Term[],
  isThere: (term: Term) => boolean,
  any = false,
): boolean {
  const wanted = terms.filter(({ without }) => !without);
  const isWanted = any ? wanted.length === 0 || wanted.some(isThere) : wanted.every(isThere);
  return isWanted && !terms.some((term) => term.without && isThere(term));
}
