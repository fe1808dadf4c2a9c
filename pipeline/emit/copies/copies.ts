import type { CopyMark } from './copy-mark.js';
import { type Head, headsAgree, isSameNotice } from './same-notice.js';

export { type CopyMark, copyMark } from './copy-mark.js';

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
interface Group {
  readonly marks: CopyMark[];
  /** What its documents say of the head, taken together. */
  head: Head;
}

/**
 * Finds the notices that a dataset holds more than once: a pure function of its documents' marks, in
 * whatever order they come. Documents without copies are not in the result. Time grows with the
 * documents: each is compared only with groups of its title or number.
 */
export function copiesAmong(marks: Iterable<CopyMark>): Map<string, Copies> {
  const groups = new Map<string, Group[]>();
  const all: Group[] = [];
  for (const mark of [...marks].sort(byWorth)) {
    const keys = keysOf(mark);
    const found = candidates(keys, groups).find(
      ({ head, marks: [first] }) => headsAgree(head, mark) && isSameNotice(first!, mark),
    );
    if (found) {
      found.marks.push(mark);
      found.head = together(found.head, mark);
    } else all.push({ marks: [mark], head: mark });
    const group = found ?? all.at(-1)!;
    for (const key of keys) {
      const known = groups.get(key) ?? [];
      if (!known.includes(group)) groups.set(key, [...known.slice(1 - MOST), group]);
    }
  }
  const copies = new Map<string, Copies>();
  for (const { marks: same } of all) if (same.length > 1) addGroup(same, copies);
  return copies;
}

/** Where a document may find its like: by title with number, by either alone, by its rarest words. */
function keysOf({ name, doc_number: number, sketch }: CopyMark): string[] {
  const keys: string[] = [];
  if (number !== null) keys.push(`number ${number}`);
  if (name !== '')
    keys.push(`title ${name}`, ...(number === null ? [] : [`both ${number} ${name}`]));
  // Of equal titles there may be thousands; the first hashes of equal texts are the same.
  for (const hash of sketch.hashes.slice(0, 3)) keys.push(`words ${hash}`);
  return keys;
}

const candidates = (keys: readonly string[], groups: ReadonlyMap<string, Group[]>): Group[] => [
  ...new Set(keys.flatMap((key) => groups.get(key) ?? [])),
];

const together = (a: Head, b: Head): Head => ({
  name: a.name === '' ? b.name : a.name,
  doc_number: a.doc_number ?? b.doc_number,
  issued_on: a.issued_on ?? b.issued_on,
  stage: a.stage,
  region: a.region ?? b.region,
  issuers: a.issuers.length > 0 ? a.issuers : b.issuers,
});

function addGroup(same: readonly CopyMark[], copies: Map<string, Copies>): void {
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
  { damaged, recognised, length, carrier, doc_number: number }: CopyMark,
  longest: number,
): number =>
  (damaged || length < longest * COMPLETE ? 100 : 0) +
  (recognised ? 50 : 0) +
  carrier * 10 +
  (number === null ? 1 : 0);

/** Whole and long ones first, so that what is cut finds them. */
const byWorth = (a: CopyMark, b: CopyMark): number =>
  Number(a.damaged) - Number(b.damaged) ||
  Number(a.recognised) - Number(b.recognised) ||
  b.length - a.length ||
  (a.id < b.id ? -1 : 1);
