import { folded, type SearchTerm, searchTerms } from '../../../pipeline/emit/search-terms.js';
import { type Body, labelOf, shortName } from '../data/model.js';

/** A condition of a search, with the bodies that go by its words, short or in full: a row of theirs has the words too. */
export interface Term extends SearchTerm {
  readonly bodies: ReadonlySet<Body>;
}

/** The conditions of a search, all of which must hold; bodies are found by each of their names. */
export const termsOf = (query: string, bodies: readonly Body[]): Term[] =>
  searchTerms(query).map((term) => ({ ...term, bodies: bodiesNamed(term.words, bodies) }));

/** The bodies that go by a name exactly: short, in full, or short with the place beside it. */
export function bodiesNamed(name: string, bodies: readonly Body[]): Set<Body> {
  const found = new Set<Body>();
  for (const body of bodies) {
    const names = [body.name, ...body.names, labelOf(body), shortName(body)];
    if (names.some((each) => folded(each) === name)) found.add(body);
  }
  return found;
}
