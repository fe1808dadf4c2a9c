import { bigramsOf, dice, normalised } from './similarity.js';

/** What tells whether two readings are of one document. */
export interface DocumentTraits {
  readonly id: string;
  readonly uri: string;
  readonly title: string;
  readonly doc_number: string | null;
  readonly issuers: readonly string[];
  readonly issued_on: string | null;
}

/** The key that two documents must share in a round; null: it takes no part. */
type Evidence = (document: DocumentTraits) => readonly (string | null)[] | null;

/** Titles at least this alike (Dice) may be one document's where only the source is the same. */
const SIMILAR_TITLES = 0.5;

/** An id without the suffix that tells readings of the same notice apart. */
const natural = ({ id }: DocumentTraits): string => /^[^-]+/.exec(id)?.[0] ?? id;
const signed = (issuers: readonly string[]): string => issuers.map(normalised).join('\n');

/** Strongest first; a pair that one round makes is settled for the next. */
const ROUNDS: readonly Evidence[] = [
  (document) => [natural(document), document.uri],
  ({ id }) => [id],
  (document) => [natural(document)],
  ({ doc_number, issuers }) => (doc_number ? [normalised(doc_number), signed(issuers)] : null),
  ({ title, issuers }) =>
    title && issuers.length > 0 ? [normalised(title), signed(issuers)] : null,
  ({ title, issued_on }) => (title && issued_on ? [normalised(title), issued_on] : null),
];

/**
 * Pairs of the latter and the former documents, each in one pair at most: latter id to former id.
 * Documents whose numbers contradict each other are never one, unless their ids are.
 */
export function matchDocuments(
  latter: readonly DocumentTraits[],
  former: readonly DocumentTraits[],
): Map<string, string> {
  const pairs = new Map<string, string>();
  const claimed = new Set<string>();
  const settle = (now: DocumentTraits, then: DocumentTraits): void => {
    pairs.set(now.id, then.id);
    claimed.add(then.id);
  };
  ROUNDS.forEach((evidence, round) => {
    const waiting = byKey(former, evidence, claimed);
    for (const now of latter) {
      const key = pairs.has(now.id) ? null : evidence(now);
      const then = key && waiting.get(JSON.stringify(key))?.find(({ id }) => !claimed.has(id));
      if (then && (round < 3 || !contradict(now, then))) settle(now, then);
    }
  });
  const before = aloneInSource(former);
  for (const [uri, now] of aloneInSource(latter)) {
    const then = before.get(uri);
    if (!then || pairs.has(now.id) || claimed.has(then.id)) continue;
    if (!contradict(now, then) && alike(now.title, then.title)) settle(now, then);
  }
  return pairs;
}

function byKey(
  documents: readonly DocumentTraits[],
  evidence: Evidence,
  claimed: ReadonlySet<string>,
): Map<string, DocumentTraits[]> {
  const groups = new Map<string, DocumentTraits[]>();
  for (const document of documents) {
    const key = claimed.has(document.id) ? null : evidence(document);
    if (!key) continue;
    const text = JSON.stringify(key);
    const group = groups.get(text);
    if (group) group.push(document);
    else groups.set(text, [document]);
  }
  return groups;
}

const contradict = (one: DocumentTraits, other: DocumentTraits): boolean =>
  one.doc_number !== null &&
  other.doc_number !== null &&
  normalised(one.doc_number) !== normalised(other.doc_number);

function alike(one: string, other: string): boolean {
  if (!one || !other) return true;
  return dice(bigramsOf(normalised(one)), bigramsOf(normalised(other))) >= SIMILAR_TITLES;
}

/** Documents that are the only one of their source, by its uri. */
function aloneInSource(documents: readonly DocumentTraits[]): Map<string, DocumentTraits> {
  const alone = new Map<string, DocumentTraits>();
  const crowded = new Set<string>();
  for (const document of documents) {
    if (alone.delete(document.uri)) crowded.add(document.uri);
    else if (!crowded.has(document.uri)) alone.set(document.uri, document);
  }
  return alone;
}
