import { marks } from '../../annotate/marks.js';
import { responsibilityVerbs } from '../../annotate/responsibility.js';
import { ACTS } from '../../lexicon/data/acts.js';
import { CHARGE_WORDS, isWeakVerb } from '../../lexicon/responsibility.js';
import { alternation } from '../../lexicon/vocabulary.js';
import type { Passage } from '../../model/passage.js';
import type { Span } from '../../model/source-text.js';
import { spansWithin } from './fields.js';
import { hasVerb, isBody, isVague, leadingNames } from './leading-names.js';
import type { Mention } from './mention.js';
import { type NameSpan, splitNames } from './names.js';
import { withLeads } from './roles.js';

const LONGEST_RUN = 120;
const BREAK = /[，。；：]/;
const JOINT = '会同';
/** What they do together: `会同县财政局等部门共同负责`, `会同有关部门负责`. */
const CHARGE_BEHIND = new RegExp(
  `^(?:等)?(?:[各有相关]{0,3}(?:部门|单位))?(?:共同|联合|具体|组织)?${CHARGE_WORDS}`,
);
const LONGEST_OTHERS = 14;
/** What they are to do, behind whom they do it with; 制定了 tells what they did. */
const ACT_BEHIND = new RegExp(
  `^(?:等[^，。；]{0,8}?)?(?:共同|联合|统筹|及时|定期|依法|抓紧|适时)*(?:依托|根据|结合|按照|围绕|针对|${alternation(ACTS)})(?!了|过)`,
);
const LONGEST_ACT = 30;
/** Whom others ask, help or urge to do it. */
const ASKED = /^(?:支持|鼓励|引导|推动|指导|督促|协助|配合|帮助|邀请|要求|加强|建议|促进)/;
/** 会同 that opens its part of the sentence: `由省教育厅牵头，会同省财政厅…`. */
const OPENS_PART = /[，；、]并?$/;

/**
 * Those who are said to help whoever a sentence makes responsible by a verb: `X牵头，Y配合`,
 * `X牵头，会同Y`, `由X会同Y负责`. Whom others help leads.
 * @param charged bodies that verbs make responsible, in the order of the text
 */
export function withPartners(passage: Passage, charged: readonly Mention[]): Mention[] {
  const { reading } = passage;
  if (!reading.includes(JOINT) && !hasSupport(passage)) return [...charged];
  return passage.annotation(marks).sentences.flatMap((sentence) => {
    const own = spansWithin(charged, sentence.start, sentence.end);
    const joint = jointBodies(reading, sentence, own);
    const leading = inOrder([...apartFrom(inOrder(joint), own), ...joint]);
    if (leading.length === 0) return [];
    const helping = supporters(passage, sentence, leading[0]!.end);
    const all = [...leading, ...apartFrom(leading, helping)];
    return [...withLeads(inOrder(all))];
  });
}

const hasSupport = (passage: Passage): boolean =>
  passage.annotation(responsibilityVerbs).some(({ role }) => role === 'support');

const inOrder = (mentions: readonly Mention[]): Mention[] =>
  [...mentions].sort((one, other) => one.start - other.start);

/** Those mentions, in the order of the text, that overlap none of the others, which are in order too. */
function apartFrom(others: readonly Mention[], mentions: readonly Mention[]): Mention[] {
  let next = 0;
  let reached = 0;
  return mentions.filter(({ start, end }) => {
    while (next < others.length && others[next]!.start < end) {
      reached = Math.max(reached, others[next]!.end);
      next++;
    }
    return reached <= start;
  });
}

/** `由X会同Y制定`, `X会同Y负责`, `X会同Y制定`: X leads, Y supports; behind `X牵头，` `会同Y` supports. */
function jointBodies(reading: string, sentence: Span, charged: readonly Mention[]): Mention[] {
  const found: Mention[] = [];
  for (
    let at = reading.indexOf(JOINT, sentence.start);
    at >= 0 && at < sentence.end;
    at = reading.indexOf(JOINT, at + JOINT.length)
  ) {
    const helping = leadingNames(reading, at + JOINT.length);
    const before = reading.slice(Math.max(sentence.start, at - 2), at);
    const behindLead = OPENS_PART.test(before) && charged.length > 0 && charged[0]!.end <= at;
    const leading = behindLead ? [] : chargedBefore(reading, sentence.start, at, helping);
    if (leading.length === 0 && !behindLead) continue;
    found.push(
      ...leading.map((name) => mentionOf(name, 'lead', 'unit.joint')),
      ...helping.map((name) => mentionOf(name, 'support', 'unit.joint')),
    );
  }
  return found;
}

/** 市教育局要会同市财政局制定计划. */
const DUTY = /(?:应当|[要应须])$/;

/** The bodies before 会同 that 由 before them or a charge behind their partners makes responsible. */
function chargedBefore(
  reading: string,
  from: number,
  at: number,
  partners: readonly NameSpan[],
): readonly NameSpan[] {
  const start = runStart(reading, from, at);
  const by = reading.slice(start, at).lastIndexOf('由');
  const behind = partners.at(-1)?.end ?? at;
  const duty = partners.length > 0 ? (DUTY.exec(reading.slice(start, at))?.[0] ?? '') : '';
  const isCharged =
    duty !== '' || CHARGE_BEHIND.test(reading.slice(behind, behind + LONGEST_OTHERS));
  if (by < 0 && !isCharged && !(partners.length > 0 && actsAlone(reading, start, behind)))
    return [];
  const first = start + by + 1;
  const end = at - duty.length;
  return hasVerb(reading.slice(first, end)) ? [] : bodiesBefore(reading, first, end);
}

/** `省农业农村厅会同省财政厅制定办法`: bodies that open their clause, and what they do with others. */
function actsAlone(reading: string, start: number, behind: number): boolean {
  const opens = start === 0 || BREAK.test(reading[start - 1]!) || /\s/.test(reading[start - 1]!);
  return (
    opens &&
    !ASKED.test(reading.slice(start, start + 2)) &&
    ACT_BEHIND.test(reading.slice(behind, behind + LONGEST_ACT))
  );
}

/** Bodies before 配合, 协助, 参与 behind the first that the sentence charges. */
function supporters(passage: Passage, sentence: Span, from: number): Mention[] {
  const { reading } = passage;
  const verbs = spansWithin(passage.annotation(responsibilityVerbs), from, sentence.end);
  return verbs.flatMap((verb, index) => {
    if (verb.role !== 'support') return [];
    if (!verb.closes && isWeakVerb(reading.slice(verb.start, verb.end))) return [];
    const first = Math.max(from, verbs[index - 1]?.end ?? from);
    const names = bodiesUpTo(reading, first, verb.start);
    return names.map((name) => mentionOf(name, 'support', 'unit.verb-beside'));
  });
}

/** The bodies of the run before `end` and, where a comma parts their list, of the runs before it. */
function bodiesUpTo(reading: string, from: number, end: number): readonly NameSpan[] {
  const names: NameSpan[] = [];
  for (let stop = end; ; ) {
    const start = runStart(reading, from, stop);
    const found = bodiesBefore(reading, start, stop);
    if (found.length === 0) return names;
    names.unshift(...found);
    if (start <= from || reading[start - 1] !== '，') return names;
    stop = start - 1;
  }
}

/** Where the words before `end` begin that no mark parts. */
function runStart(reading: string, from: number, end: number): number {
  let start = end;
  while (start > from && end - start < LONGEST_RUN && !BREAK.test(reading[start - 1]!)) start--;
  return start;
}

/** The bodies that all words from `start` to `end` name; none where a word is no body. */
function bodiesBefore(reading: string, start: number, end: number): readonly NameSpan[] {
  const { names } = splitNames(reading, start, end);
  const words = names.map((name) => reading.slice(name.start, name.end));
  if (!words.every(isBody)) return [];
  return names.filter((_, index) => !isVague(words[index]!));
}

const mentionOf = (
  name: NameSpan,
  role: Mention['role'],
  rule: 'unit.joint' | 'unit.verb-beside',
): Mention => ({ ...name, role, basis: 'verb', rule });
