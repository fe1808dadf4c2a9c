import {
  COLUMN_HEADS,
  type HeadEntry,
  type HeadKind,
  LISTING_HEADS,
  PLAIN_HEADS,
  TABLE_TITLES,
} from './data/column-heads.js';
import { OTHER_BODY_LABELS } from './data/field-labels.js';
import { LABEL_MODIFIERS, LABEL_NOUNS } from './data/responsibility.js';
import {
  bodyLabelAtEnd,
  isDivisionLabel,
  isPersonLabel,
  roleOfColumnHead,
} from './responsibility.js';
import { alternation } from './vocabulary.js';

interface HeadRule {
  readonly kind: HeadKind;
  readonly pattern: RegExp;
}

export type { HeadKind };

/** Entries in order as patterns; those of one kind and place that stand together are one. */
function rulesOf(entries: readonly HeadEntry[]): HeadRule[] {
  const groups: HeadEntry[][] = [];
  for (const entry of entries) {
    const last = groups.at(-1)?.[0];
    if (last?.kind === entry.kind && last.place === entry.place) groups.at(-1)!.push(entry);
    else groups.push([entry]);
  }
  return groups.map((group) => {
    const { kind, place } = group[0]!;
    const words = `(?:${alternation(group)})`;
    const source = { whole: `^${words}$`, end: `${words}$`, any: words }[place];
    return { kind, pattern: new RegExp(source, 'i') };
  });
}

const RULES = rulesOf(COLUMN_HEADS);
/** Before these stand numbers, persons and the heads of columns of bodies. */
const FIRST: ReadonlySet<HeadKind> = new Set(['number', 'contact']);
const YEAR = /^(?:到|至)?20\d\d年?(?:底|末)?(?:目标值?|计划)?$|^“?十[三四五六]五”?末?(?:目标值?)?$/;
/** 申报单位, 建设单位: bodies that no task charges. */
const OTHER_BODIES: ReadonlySet<string> = new Set(OTHER_BODY_LABELS.map(({ word }) => word));
const BODY_ROLES = { lead: 'lead_units', support: 'support_units', responsible: 'units' } as const;
const IN_BRACKETS = /[（(][^（()）]*[）)]/g;

const withoutBrackets = (head: string): string => {
  const words = head.replace(/\s+/g, '');
  return words.replace(IN_BRACKETS, '') || words;
};

/** What a head tells, read without white space and brackets; null where no entry knows it. */
export function headKind(head: string): HeadKind | null {
  const words = withoutBrackets(head);
  const first = RULES.find(({ kind, pattern }) => FIRST.has(kind) && pattern.test(words));
  if (first) return first.kind;
  if (OTHER_BODIES.has(words))
    return RULES.find(({ pattern }) => pattern.test(words))?.kind ?? 'other';
  const role = roleOfColumnHead(words);
  if (role !== null) return BODY_ROLES[role];
  if (isPersonLabel(words)) return 'person';
  if (YEAR.test(words)) return 'value';
  return RULES.find(({ pattern }) => pattern.test(words))?.kind ?? null;
}

/** Whether a head is one of those that lists of permits, fees and penalties have. */
export const isListingHead = (head: string): boolean =>
  LISTING.some(({ pattern }) => pattern.test(head));

const LISTING = rulesOf(LISTING_HEADS);
const PLAIN = rulesOf(PLAIN_HEADS);

/** Whether words look like a column's head, whatever it holds. */
export const mayHeadColumn = (words: string): boolean => {
  const bare = withoutBrackets(words);
  return headKind(bare) !== null || PLAIN.some(({ pattern }) => pattern.test(bare));
};

const TITLES = rulesOf(TABLE_TITLES);

/** Whether words end as a table's title does. */
export const mayEntitleTable = (words: string): boolean =>
  TITLES.some(({ pattern }) => pattern.test(words));

/** A head that is known word for word, perhaps behind words that narrow it (温州市目标). */
export interface KnownHead {
  readonly kind: HeadKind;
  /** Characters before the word that it is known by. */
  readonly before: number;
}

const WHOLE = new Map(
  COLUMN_HEADS.filter(({ place }) => place !== 'any').map(({ word, kind }) => [word, kind]),
);

/** The longest noun at a place or none: 处 of 处室 ends nothing. */
const NOUN_INSIDE = new RegExp(
  `(?=(${alternation(LABEL_NOUNS)}))\\1(?!$|及|和|与|或|、|/|（)`,
  'g',
);
const NARROWING = new RegExp(`(?:${alternation(LABEL_MODIFIERS)})*`, 'y');

/** Where the last of several labels of bodies in one head begins. */
function afterLastLabel(head: string): number {
  const nouns = [...head.matchAll(NOUN_INSIDE)];
  const last = nouns.at(-1);
  return last ? last.index + last[0].length : 0;
}

/** Reads a head by the longest word at its end that is known; null where there is none. */
export function knownHead(head: string): KnownHead | null {
  const words = withoutBrackets(head);
  if (isDivisionLabel(words)) return { kind: 'units', before: 0 };
  const from = afterLastLabel(words);
  const body = bodyLabelAtEnd(words.slice(from));
  if (body) {
    NARROWING.lastIndex = from + body.start;
    const before = NARROWING.lastIndex + NARROWING.exec(words)![0].length;
    return { kind: BODY_ROLES[body.role], before };
  }
  for (let before = 0; before < words.length; before++) {
    const kind = WHOLE.get(words.slice(before));
    if (kind) return { kind, before };
  }
  return null;
}
