import { type SearchTerm, searchTerms, unfolded } from '../../pipeline/emit/search-terms.js';
import type { CollectionName } from './collections.js';
import type { Bound } from './sql.js';

type Bind = (value: Bound) => string;

/**
 * The condition of a search, as SQL: all words, or any of them, and none of those behind a minus. A body's short or full
 * name finds what is the body's, whichever of its names stands there.
 */
export function searchCondition(
  name: CollectionName,
  query: string,
  any: boolean,
  bind: Bind,
): string {
  const terms = searchTerms(query);
  const said = (term: SearchTerm): string => `(${termCondition(name, term.words, bind)})`;
  const wanted = terms.filter(({ without }) => !without).map(said);
  const unwanted = terms.filter(({ without }) => without).map((term) => `NOT ${said(term)}`);
  const isWanted = wanted.length === 0 ? [] : [`(${wanted.join(any ? ' OR ' : ' AND ')})`];
  return [...isWanted, ...unwanted].join(' AND ') || 'true';
}

function termCondition(name: CollectionName, words: string, bind: Bind): string {
  const ofBodies = OF_BODIES[name];
  const found = hasWords(words, bind);
  return ofBodies === null ? found : `${found} OR ${ofBodies(bodiesNamed(words, bind))}`;
}

/** The records of some bodies; null where their words are the names already. */
const OF_BODIES: Readonly<Record<CollectionName, ((bodies: string) => string) | null>> = {
  // Short names are those of the document's own place.
  documents: (bodies) =>
    `position IN (SELECT one.position FROM documents AS one JOIN units ON units.region IS NOT DISTINCT FROM one.region AND list_has_any(one.issuers, list_append(units.names, units.canonical)) WHERE units.id IN (${bodies}))`,
  tasks: (bodies) => `position IN (SELECT position FROM task_units WHERE unit_id IN (${bodies}))`,
  targets: (bodies) => inTasks('targets', bodies),
  quantities: (bodies) => inTasks('quantities', bodies),
  units: null,
};

const inTasks = (table: string, bodies: string): string =>
  `position IN (SELECT each.position FROM (SELECT position, unnest(task_ids) AS task FROM ${table}) AS each JOIN tasks ON tasks.id = each.task JOIN task_units ON task_units.position = tasks.position WHERE unit_id IN (${bodies}))`;

/** The bodies that go by a name exactly, with their place behind it or not: `市市场监管局 · 温州市`. */
function bodiesNamed(words: string, bind: Bind): string {
  const isNamed = (name: string): string =>
    `regexp_matches(concat_ws(chr(10), canonical, words), ${bind(`(?m)^${patternOf(name)}$`)})`;
  const [, name, place] = /^(.+) · (.+)$/.exec(words) ?? [];
  const ofPlace = place === undefined ? '' : ` OR (${isNamed(name!)} AND region = ${bind(place)})`;
  return `SELECT id FROM units WHERE ${isNamed(words)}${ofPlace}`;
}

/** Characters that `folded` gives for more than themselves. */
const FOLDED = /[!-~ ]/;

/** Words as a scan finds them: only where width or case may differ does it need a pattern, which takes longer. */
function hasWords(words: string, bind: Bind): string {
  const plain = words
    .split(/[!-~ ]+/)
    .filter(Boolean)
    .map((part) => `contains(words, ${bind(part)})`);
  if (!FOLDED.test(words)) return plain.join('');
  return [...plain, `regexp_matches(words, ${bind(patternOf(words))})`].join(' AND ');
}

/** A pattern of RE2 that finds folded words however they are written. */
const patternOf = (words: string): string =>
  [...words]
    .map((character) => {
      const forms = unfolded(character);
      return forms.length > 1 ? `[${forms.map(escaped).join('')}]` : escaped(character);
    })
    .join('');

const escaped = (character: string): string =>
  /[!-/:-@[-`{-~]/.test(character) ? `\\${character}` : character;
