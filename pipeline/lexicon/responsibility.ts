import {
  ADVERBS,
  CHARGES,
  CLOSING_CHARGES,
  DIVISION_LABELS,
  DUTIES,
  LABEL_JOINERS,
  LABEL_MODIFIERS,
  LABEL_NOUNS,
  PERSON_NOUNS,
  RESPONSIBILITY,
  USUAL_LABEL_WORDS,
  USUAL_WORDS,
  VERB_TAILS,
  WEAK_VERBS,
} from './data/responsibility.js';
import { alternation, type Entry, type Form } from './vocabulary.js';

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
const ANY_WORD = new RegExp(`${WORD}|[（）]`, 'g');
const WORDS_AT_END = new RegExp(`(?:${WORD}|的|（(?:${WORD})+）)+$`);
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
    entry: WORDS.get(word) ?? BRACKET,
  }));
  const first = firstOfLabel(words.map(({ entry }) => entry));
  if (first < 0) return null;
  const label = words.slice(first);
  const role = roleOf(label.map(({ entry }) => entry));
  return role && { role, start: from + found.index + label[0]!.index };
}

/** A bracket in a label joins as 及 does: 责任（配合）单位. */
const BRACKET: Entry = { word: '（', class: 'label_joiner', source: '', date: '' };
const STARTS_NO_LABEL: ReadonlySet<string> = new Set(['label_joiner', 'label_noun']);

/**
 * Index of the word that a label begins with: behind the last noun that no joiner follows, as a name
 * stands right before the label in 监管局配合单位; no joiner and no noun itself. -1 where there is none.
 */
function firstOfLabel(words: readonly Entry[]): number {
  const noun = words.findLastIndex(
    (word, index) =>
      word.class === 'label_noun' &&
      index + 1 < words.length &&
      !STARTS_NO_LABEL.has(words[index + 1]!.class),
  );
  return words.findIndex((word, index) => index > noun && !STARTS_NO_LABEL.has(word.class));
}

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

const inForm = (form: Form): Entry[] =>
  RESPONSIBILITY.filter(({ forms }) => forms?.includes(form) ?? false);
const DUTY_NOUN = '(?:职责|职能|职权|权限|分工|责任|任务)';
const BY_DUTY = `(?:按照?|依据|依照?|根据|结合|履行)(?:各自|自身|自己|本?单位|本?部门|相应|相关|有关|规定|既定|法定|属地|主体|行业|监管|管理)*的?${DUTY_NOUN}(?:[和及与、]?(?:${DUTY_NOUN}|范围)){0,12}(?:的?要求)?|各负其责|各司其职`;
const ADVERB = `(?:${alternation(ADVERBS)}|各)`;
const TAIL = `(?:${alternation(VERB_TAILS)})`;
/** Words that are strung together at most: 共同牵头组织实施 has four. */
const FEW = '{0,12}';
const VERB = `${ADVERB}${FEW}(?:${alternation(inForm('verb'))})(?:${alternation(inForm('verb'))}|${TAIL})${FEW}`;

/** Source of a pattern for what bodies are said to do: 牵头组织实施, 共同负责, 按职责分工负责, 分工负责. */
export const RESPONSIBILITY_VERB = `(?=${firstOf([...ADVERBS, ...inForm('verb')])}|[按依根结履各分])(?:(?:${BY_DUTY}|分工)${ADVERB}${FEW}(?:${VERB}|${TAIL})?|${VERB})`;

/** A class of the characters that words begin with: most places need no closer look. */
function firstOf(entries: readonly Entry[]): string {
  return `[${[...new Set(entries.map(({ word }) => word[0]!))].join('')}]`;
}

const LEAD_VERB = new RegExp(alternation(inForm('verb').filter(({ role }) => role === 'lead')));
const SUPPORT_VERB = new RegExp(
  alternation(inForm('verb').filter(({ role }) => role === 'support')),
);
const OF_DUTY = new RegExp(`^(?:${BY_DUTY}|分工)`);

/** What such a verb makes of the bodies before it; `by_duty`: each does its own part, 按职责分工负责. */
export function roleOfVerb(verb: string): ResponsibilityRole | 'by_duty' {
  if (LEAD_VERB.test(verb)) return 'lead';
  if (SUPPORT_VERB.test(verb)) return 'support';
  return OF_DUTY.test(verb) ? 'by_duty' : 'responsible';
}

const LABEL_NOUN = alternation(
  [...LABEL_NOUNS, ...PERSON_NOUNS].filter(({ word }) => word.length > 1),
);

/** Sources of patterns: words that lead, words and labels that nearly every notice has. */
export const LEAD_WORDS = `(?:${alternation(inForm('verb').filter(({ role }) => role === 'lead'))})`;
export const USUAL_WORD = `(?:${alternation(USUAL_WORDS)})`;
export const USUAL_LABEL = `(?:${alternation(USUAL_LABEL_WORDS)})(?:单位|部门|处室|科室)`;
/** Source of a pattern for a label by its word of responsibility: 责任单位, 协同部门. */
export const NAMED_LABEL = `(?:${alternation(inForm('label'))})(?:单位|部门|处室|科室)`;

/** Source of a pattern for what charges a body in running text: 牵头, 负责, 负总责. */
export const CHARGE_WORDS = `(?:${alternation(CHARGES)})`;

/** Source of a pattern for what charges a body at a clause's end: 统筹, 统筹协调. */
export const CLOSING_CHARGE = `(?:${alternation(CLOSING_CHARGES)})`;

const CHARGE = new RegExp(`${CHARGE_WORDS}|按.*分工`);

/** Whether a verb of responsibility charges a body in running text. */
export const isCharge = (verb: string): boolean => CHARGE.test(verb);

const WEAK_VERB = new RegExp(`^(?:${alternation(WEAK_VERBS)})$`);

/** Whether a verb is one that also names what is done: 支持 in 金融支持. */
export const isWeakVerb = (verb: string): boolean => WEAK_VERB.test(verb);

/** Source of a lookahead: what comes makes a verb part of a label, 牵头 in 牵头责任单位, 负责 in 负责人. */
export const NO_LABEL_BEHIND = `(?!(?:责任|${alternation(inForm('verb'))}|${TAIL})${FEW}(?:${LABEL_NOUN}|人(?![才民力口])))`;
