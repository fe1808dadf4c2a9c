/** One condition of a search: words that must be there, or must not. */
export interface SearchTerm {
  /** Folded. */
  readonly words: string;
  readonly without: boolean;
}

/** A word, or several in quotation marks of any make, with a minus before it or not. */
const TERM = /([-－−]?)(?:["“”＂]([^"“”＂]*)["“”＂]?|(\S+))/g;

/** Full-width letters, digits and signs (！ to ～) and the blank; each stands so far from its half width. */
const FULL_WIDTH = /[\uff01-\uff5e\u3000]/g;
const FULL_TO_HALF = 0xfee0;

const halfWidth = (character: string): string =>
  character === '\u3000' ? ' ' : String.fromCharCode(character.charCodeAt(0) - FULL_TO_HALF);

/** Width and case of letters make no difference to a search; each character gives one. */
export const folded = (text: string): string =>
  text.replace(FULL_WIDTH, halfWidth).replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

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

/** Every way of writing a character of ASCII that `folded` gives for one. */
export function unfolded(character: string): readonly string[] {
  const code = character.charCodeAt(0);
  if (character === ' ') return [' ', '\u3000'];
  if (code < 0x21 || code > 0x7e) return [character];
  const cases = [...new Set([character, character.toUpperCase()])];
  return cases.flatMap((each) => [each, String.fromCharCode(each.charCodeAt(0) + FULL_TO_HALF)]);
}
