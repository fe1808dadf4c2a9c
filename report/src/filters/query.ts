import { spellingsOf } from '../../../pipeline/emit/body-spellings.js';
import { type SearchTerm, searchTerms } from '../../../pipeline/emit/search-terms.js';
import type { Body } from '../data/model.js';

/** A condition of a search, with the bodies that go by its words, short or in full: a row of theirs has the words too. */
export interface Term extends SearchTerm {
  readonly bodies: ReadonlySet<Body>;
}

/** The conditions of a search, all of which must hold; bodies are found by each of their names. */
export const termsOf = (query: string, bodies: readonly Body[]): Term[] =>
  searchTerms(query).map((term) => ({ ...term, bodies: bodiesNamed(term.words, bodies) }));

/** The bodies that go by a name exactly: short, in full, as it is spelled elsewhere, or with the place beside it. */
export function bodiesNamed(name: string, bodies: readonly Body[]): Set<Body> {
  return new Set(bodies.filter((body) => spellingsIn(body).has(name)));
}

const known = new WeakMap<Body, ReadonlySet<string>>();

/** Made once for each body: a search asks for it at every letter that is typed. */
function spellingsIn(body: Body): ReadonlySet<string> {
  const spellings = known.get(body) ?? spellingsOf(body);
  known.set(body, spellings);
  return spellings;
}
