import { searchTerms } from '../../pipeline/emit/search-terms.js';
import type { BodyNames, NamedBody } from './body-names.js';
import { COLLECTIONS, type CollectionName } from './collections.js';
import { PositionSet, positionBits } from './position-set.js';
import { type Bound, textsOf } from './sql.js';
import type { WordIndex } from './word-index.js';

/** What a search asks: the words of each table, the bodies by name, and the database for what is theirs. */
export interface Searched {
  readonly words: Readonly<Record<CollectionName, WordIndex>>;
  readonly bodies: BodyNames;
  bits(sql: string, values: readonly Bound[], size: number): Promise<PositionSet>;
}

/**
 * The records that a search finds: all words, or any of them, and none of those behind a minus. A body's short or full
 * name finds what is the body's, whichever of its names stands there.
 */
export async function searched(
  name: CollectionName,
  query: string,
  any: boolean,
  index: Searched,
): Promise<PositionSet> {
  const { size } = index.words[name];
  let wanted: PositionSet | null = null;
  let unwanted = PositionSet.none(size);
  for (const { words, without } of searchTerms(query)) {
    const found = await withTerm(name, words, index);
    if (without) unwanted = unwanted.or(found);
    else if (wanted === null) wanted = found;
    else wanted = any ? wanted.or(found) : wanted.and(found);
  }
  return (wanted ?? PositionSet.all(size)).without(unwanted);
}

async function withTerm(
  name: CollectionName,
  words: string,
  index: Searched,
): Promise<PositionSet> {
  const found = index.words[name].with(words);
  const bodies = index.bodies.named(words);
  return bodies.length === 0 ? found : found.or(await ofBodies(name, bodies, index));
}

const ISSUERS = `(SELECT unnest(from_json($1, '[{"region":"VARCHAR","issuer":"VARCHAR"}]'), recursive := true))`;

/** The records of some bodies: in documents as issuers, elsewhere of their tasks. */
async function ofBodies(
  name: CollectionName,
  bodies: readonly NamedBody[],
  { words, bits }: Searched,
): Promise<PositionSet> {
  const { size } = words[name];
  const ids = JSON.stringify(bodies.map(({ id }) => id));
  if (name === 'units') {
    return bits(
      `SELECT ${positionBits(size)} AS found FROM units WHERE id IN ${textsOf('$1')}`,
      [ids],
      size,
    );
  }
  if (name === 'documents') {
    // Short names are those of the document's own place.
    const issuers = bodies.flatMap(({ region, names, canonical }) =>
      [...names, ...(canonical === null ? [] : [canonical])].map((issuer) => ({ region, issuer })),
    );
    const sql = `SELECT ${positionBits(size)} AS found FROM issuers JOIN ${ISSUERS} AS wanted ON wanted.issuer = issuers.issuer AND wanted.region IS NOT DISTINCT FROM issuers.region`;
    return bits(sql, [JSON.stringify(issuers)], size);
  }
  const tasks = await bits(
    `SELECT ${positionBits(words.tasks.size)} AS found FROM task_units WHERE unit_id IN ${textsOf('$1')}`,
    [ids],
    words.tasks.size,
  );
  if (name === 'tasks') return tasks;
  return bits(
    `SELECT ${positionBits(size)} AS found FROM ${COLLECTIONS[name].name}_tasks WHERE ${isIn('$1', 'task')}`,
    [tasks.value],
    size,
  );
}

/** The condition that a position is of a set which is bound. */
export const isIn = (set: string, position = 'position'): string =>
  `get_bit(${set}::BIT, ${position}::INTEGER) = 1`;
