import type { CopyHead, CopyMark } from './copy-mark.js';
import { type Head, headsAgree, textsAgree } from './same-notice.js';

export { type CopyHead, type CopyMark, copyMark } from './copy-mark.js';
export { textsAgree } from './same-notice.js';

/** What a document is told of its copies. */
export interface Copies {
  /** Ids of the other documents that are the same notice, sorted. */
  readonly same_as: readonly string[];
  /** The one of them that stands for all; null for that one itself. */
  readonly copy_of: string | null;
}

/** Groups that a document is compared with at most: of equal titles those nearest in length. */
const MOST = 64;
/** Share of the longest text's length from which a text counts as complete. */
const COMPLETE = 0.9;

/** Documents that are one notice; the first is the longest, and others are compared with it. */
interface Group<Mark> {
  readonly marks: Mark[];
  /** What its documents say of the head, taken together. */
  head: Head;
}

/** The copies among documents whose marks are all at hand. */
export const copiesAmong = (marks: Iterable<CopyMark>): Map<string, Copies> =>
  findCopies(marks, textsAgree);

/**
 * Finds the notices that a dataset holds more than once: a pure function of its documents' marks, in
 * whatever order they come. Documents without copies are not in the result. Time grows with the
 * documents: each is compared only with groups of its title or number. `agree` tells whether two texts
 * are the same, and is asked only where the heads say nothing against it.
 */
export function findCopies<Mark extends CopyHead>(
  marks: Iterable<Mark>,
  agree: (a: Mark, b: Mark) => boolean,
): Map<string, Copies> {
  const groups = new Map<string, Group<Mark>[]>();
  const all: Group<Mark>[] = [];
  for (const mark of [...marks].sort(byWorth)) {
    const keys = keysOf(mark);
    const found = groupOf(mark, keys, groups, agree);
    if (found) {
      found.marks.push(mark);
      found.head = together(found.head, mark);
    } else all.push({ marks: [mark], head: mark });
    const group = found ?? all.at(-1)!;
    for (const key of keys) addTo(groups, key, group);
  }
  const copies = new Map<string, Copies>();
  for (const { marks: same } of all) if (same.length > 1) addGroup(same, copies);
  return copies;
}

/** The first group, by the keys in their order, that a document belongs to. */
function groupOf<Mark extends CopyHead>(
  mark: Mark,
  keys: readonly string[],
  groups: ReadonlyMap<string, Group<Mark>[]>,
  agree: (a: Mark, b: Mark) => boolean,
): Group<Mark> | null {
  const asked = new Set<Group<Mark>>();
  for (const key of keys) {
    for (const group of groups.get(key) ?? []) {
      const first = group.marks[0]!;
      if (asked.has(group) || !headsAgree(group.head, mark) || !headsAgree(first, mark)) continue;
      if (agree(first, mark)) return group;
      asked.add(group);
    }
  }
  return null;
}

/** Puts a group to its key, in the place of the oldest of too many. */
function addTo<Mark>(groups: Map<string, Group<Mark>[]>, key: string, group: Group<Mark>): void {
  const known = groups.get(key);
  if (known === undefined) groups.set(key, [group]);
  else if (!known.includes(group)) {
    if (known.length >= MOST) known.shift();
    known.push(group);
  }
}

/** Where a document may find its like: by title with number, by either alone, by its rarest words. */
function keysOf({ name, doc_number: number, words }: CopyHead): string[] {
  const keys: string[] = [];
  if (number !== null) keys.push(`number ${number}`);
  if (name !== '')
    keys.push(`title ${name}`, ...(number === null ? [] : [`both ${number} ${name}`]));
  for (const hash of words) keys.push(`words ${hash}`);
  return keys;
}

const together = (a: Head, b: Head): Head => ({
  name: a.name === '' ? b.name : a.name,
  number: a.number ?? b.number,
  issued_on: a.issued_on ?? b.issued_on,
  stage: a.stage,
  region: a.region ?? b.region,
  issuers: a.issuers.length > 0 ? a.issuers : b.issuers,
});

function addGroup(same: readonly CopyHead[], copies: Map<string, Copies>): void {
  const longest = Math.max(...same.map(({ length }) => length));
  const stands = [...same].sort(
    (a, b) => standing(a, longest) - standing(b, longest) || (a.id < b.id ? -1 : 1),
  )[0]!;
  const ids = same.map(({ id }) => id).sort();
  for (const { id } of same) {
    const same_as = ids.filter((other) => other !== id);
    copies.set(id, { same_as, copy_of: id === stands.id ? null : stands.id });
  }
}

/** Which of several stands for all: complete before cut, text before scan, original before page. */
const standing = (
  { damaged, recognised, length, carrier, doc_number: number }: CopyHead,
  longest: number,
): number =>
  (damaged || length < longest * COMPLETE ? 100 : 0) +
  (recognised ? 50 : 0) +
  carrier * 10 +
  (number === null ? 1 : 0);

/** Whole and long ones first, so that what is cut finds them. */
const byWorth = (a: CopyHead, b: CopyHead): number =>
  Number(a.damaged) - Number(b.damaged) ||
  Number(a.recognised) - Number(b.recognised) ||
  b.length - a.length ||
  (a.id < b.id ? -1 : 1);
