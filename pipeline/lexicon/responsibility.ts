import {
  DIVISION_LABELS,
  DUTIES,
  LABEL_JOINERS,
  LABEL_MODIFIERS,
  LABEL_NOUNS,
  PERSON_NOUNS,
  RESPONSIBILITY,
} from './data/responsibility.js';
import { alternation, type Entry } from './vocabulary.js';

/** What a word of responsibility makes of the bodies that it is said of. */
export type ResponsibilityRole = 'lead' | 'support' | 'responsible';

/** A label of bodies that ends a stretch of text: 牵头单位 in `市级牵头单位`. */
export interface BodyLabel {
  readonly role: ResponsibilityRole;
  /** Offset at which it begins. */
  readonly start: number;
}

const WORDS: ReadonlyMap<string, Entry> = new Map(
  [...LABEL_MODIFIERS, ...LABEL_JOINERS, ...LABEL_NOUNS, ...DUTIES, ...RESPONSIBILITY].map(
    (entry) => [entry.word, entry],
  ),
);
const WORD = alternation([...WORDS.values()]);
const ANY_WORD = new RegExp(WORD, 'g');
const WORDS_AT_END = new RegExp(`(?:${WORD}|的)+$`);
const LONGEST_LABEL = 20;
const IN_BRACKETS = /（[^（）]*）|\([^()]*\)/g;
const PERSONS = new RegExp(`(?:${alternation(PERSON_NOUNS)})$`);
const DIVISION = new RegExp(`^(?:${alternation(DIVISION_LABELS)})$`);

/**
 * The label of bodies at the end of a text: words of responsibility put together with what narrows
 * them, before a noun (牵头单位, 协同责任单位, 具体落实处室) or alone (牵头, 主要负责). Of 牵头及配合单位
 * bodies are `responsible`, as it does not say which. null where the text ends in no such label.
 */
export function bodyLabelAtEnd(text: string): BodyLabel | null {
  const from = Math.max(0, text.length - LONGEST_LABEL);
  const found = WORDS_AT_END.exec(text.slice(from));
  if (!found) return null;
  const words = Array.from(found[0].matchAll(ANY_WORD), ({ index, 0: word }) => ({
    index,
    entry: WORDS.get(word)!,
  }));
  // The label begins with its first word that is no joiner and no noun.
  const first = words.findIndex(({ entry }) => !STARTS_NO_LABEL.has(entry.class));
  if (first < 0) return null;
  const label = words.slice(first);
  const role = roleOf(label.map(({ entry }) => entry));
  return role && { role, start: from + found.index + label[0]!.index };
}

const STARTS_NO_LABEL: ReadonlySet<string> = new Set(['label_joiner', 'label_noun']);

function roleOf(label: readonly Entry[]): ResponsibilityRole | null {
  const parts: Entry[][] = [[]];
  for (const entry of label) {
    if (entry.class === 'label_joiner') parts.push([]);
    else parts.at(-1)!.push(entry);
  }
  const last = parts.findLast((part) => part.length > 0);
  // 落实举措, 支持政策: what is done, not who does it.
  if (last?.at(-1)?.class === 'label_modifier' && label.at(-1)?.class === 'label_modifier')
    return null;
  const withNoun = last?.at(-1)?.class === 'label_noun';
  if (!withNoun && !last?.some((entry) => entry.class === 'responsibility')) return null;
  const roles = new Set(parts.map(roleOfPart).filter((role) => role !== null));
  if (roles.size > 1) return 'responsible';
  return [...roles][0] ?? null;
}

/** 牵头责任 leads, 协同责任 supports, 主要 before what is responsible leads. */
function roleOfPart(part: readonly Entry[]): ResponsibilityRole | null {
  const roles = part.map((entry) => entry.role).filter((role) => role !== undefined);
  if (roles.includes('lead')) return 'lead';
  if (roles.includes('support')) return 'support';
  return roles[0] ?? null;
}

/** Whether a label or head names persons: 牵头负责领导, 责任人, 联系人. */
export const isPersonLabel = (label: string): boolean => PERSONS.test(label);

/** Whether a label stands before sentences about bodies: 任务分工, 责任分工. */
export const isDivisionLabel = (label: string): boolean => DIVISION.test(label);

/** Heads of columns of bodies without a word of responsibility: 部门, 市级单位, 市直部门. */
const PLAIN_HEAD =
  /^(?:(?:[省市区县州盟旗镇]级?|[省市区县州]直)(?:单位|部门)|部门|部门单位|处室|科室)$/;

/**
 * What the head of a column makes of the bodies below it: 牵头单位 → lead, 配合部门 → support, 责任单位,
 * 责任分工, 部门 → responsible; null where it heads no column of bodies (责任人, 牵头领导, 完成时限).
 */
export function roleOfColumnHead(head: string): ResponsibilityRole | null {
  const words = head.replace(/\s+/g, '');
  const bare = words.replace(IN_BRACKETS, '') || words;
  if (isDivisionLabel(bare) || PLAIN_HEAD.test(bare)) return 'responsible';
  if (isPersonLabel(bare)) return roleBeforePersons(bare);
  return bodyLabelAtEnd(bare)?.role ?? null;
}

/** 责任单位及责任人, 牵头单位/联系人: bodies first, persons behind them. */
function roleBeforePersons(head: string): ResponsibilityRole | null {
  const [bodies, persons] = head.split(/及其?|和|与|、|\/|，/, 2);
  if (!bodies || !persons) return null;
  return isPersonLabel(bodies) ? null : (bodyLabelAtEnd(bodies)?.role ?? null);
}
