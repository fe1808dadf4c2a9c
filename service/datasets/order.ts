import { COLLECTIONS, type CollectionName } from './collections.js';
import type { Place } from './cursor.js';
import type { Bound } from './sql.js';

/** How a list is sorted: by a key, and then in the order of the dataset. */
export interface Order {
  /** What a record is sorted by, as SQL; NULL in the order of the dataset. */
  readonly key: string;
  readonly comparison: '<' | '>' | null;
  /** The ORDER BY. */
  readonly by: string;
}

/** What stands for a missing value: it comes last either way. */
const MISSING = {
  text: { up: 'chr(1114111)', down: "''" },
  number: { up: "'Infinity'::DOUBLE", down: "'-Infinity'::DOUBLE" },
} as const;

/** The order of a name: `due`, or `-due` for the other way round. Texts are compared by code points. */
export function orderOf(collection: CollectionName, sort: string | undefined): Order {
  if (sort === undefined) return { key: 'NULL', comparison: null, by: 'position' };
  const isDown = sort.startsWith('-');
  const { column, type } = COLLECTIONS[collection].sorts[sort.replace(/^-/, '')]!;
  const key = `coalesce(${column}, ${MISSING[type][isDown ? 'down' : 'up']})`;
  return {
    key,
    comparison: isDown ? '<' : '>',
    by: `${key} ${isDown ? 'DESC' : 'ASC'}, position`,
  };
}

/** The condition of what comes after a place. */
export function afterPlace(
  { key, comparison }: Order,
  place: Place,
  bind: (value: Bound) => string,
): string {
  const position = `position > ${bind(place.position)}`;
  if (comparison === null || place.key === null) return position;
  const last = typeof place.key === 'number' ? `${bind(place.key)}::DOUBLE` : bind(place.key);
  return `(${key} ${comparison} ${last} OR (${key} = ${last} AND ${position}))`;
}
