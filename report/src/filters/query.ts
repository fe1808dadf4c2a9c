import { type Body, labelOf, shortName } from '../data/model.js';

/** One condition of a search: words that must be there, or must not. */
export interface Term {
  readonly words: string;
  readonly without: boolean;
  /** Bodies that go by these words, short or in full; a row of theirs has the words too. */
  readonly bodies: ReadonlySet<Body>;
}

/** A word, or several in quotation marks of any make, with a minus before it or not. */
const TERM = /([-－−]?)(?:["“”＂]([^"“”＂]*)["“”＂]?|(\S+))/g;

/** Width and case make no difference to a search. */
export const folded = (value: string): string => value.normalize('NFKC').toLowerCase();

/**
 * The conditions of a search, all of which must hold: words apart by white space, `"two words"` as
 * they stand, `-word` for what must not be there. Bodies are found by each of their names.
 */
export function termsOf(query: string, bodies: readonly Body[]): Term[] {
  const terms: Term[] = [];
  for (const [, minus, quoted, word] of query.matchAll(TERM)) {
    const words = folded((quoted ?? word ?? '').trim());
    if (words === '') continue;
    terms.push({ words, without: minus !== '', bodies: bodiesNamed(words, bodies) });
  }
  return terms;
}

/** The bodies that go by a name exactly: short, in full, or short with the place beside it. */
export function bodiesNamed(name: string, bodies: readonly Body[]): Set<Body> {
  const found = new Set<Body>();
  for (const body of bodies) {
    const names = [body.name, ...body.names, labelOf(body), shortName(body)];
    if (names.some((each) => folded(each) === name)) found.add(body);
  }
  return found;
}
