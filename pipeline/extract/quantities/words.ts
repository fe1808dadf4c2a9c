import { ACHIEVEMENT_VERBS, OUTCOMES } from '../../lexicon/data/achievement-verbs.js';
import { AIM_WORDS } from '../../lexicon/data/condition-words.js';
import {
  ALLOTMENT_NOUNS,
  CHARGE_NOUNS,
  GIVING_WORDS,
  MEASURED_NOUNS,
} from '../../lexicon/data/policy-words.js';
import { alternation } from '../../lexicon/vocabulary.js';
import type { Mention } from './frame.js';

export const VERBS = alternation(ACHIEVEMENT_VERBS);
export const PLAIN_VERBS = alternation(
  ACHIEVEMENT_VERBS.filter((entry) => entry.class === 'achievement_verb'),
);
export const OUTCOME = alternation(OUTCOMES);
export const MEASURED = alternation(MEASURED_NOUNS);
export const GIVING = new RegExp(alternation(GIVING_WORDS));
export const CHARGED = new RegExp(alternation(CHARGE_NOUNS));
export const ALLOTTED = new RegExp(alternation(ALLOTMENT_NOUNS));

const AIMS = new RegExp(alternation(AIM_WORDS));
const TOUCHES = new RegExp(
  `(?:${VERBS})）?(?:了|各|约|再|共|累计|总数|至少|最少|不少于|每年|全部|重点|一批|省级|市级|县级|区级|国家级)*$`,
);

const OPENED = /^(?:对(?![接标照外口内比应策台])|凡|符合|其中对)/;

/** A verb of achievement stands right before the number: 建设不少于200个, 培育国家级10家. */
export function touchesAchievement({ before, clauseBefore, quantity }: Mention): boolean {
  return quantity.kind !== 'share' && TOUCHES.test(before) && !OPENED.test(clauseBefore);
}

/** The next item of a list whose first is to be reached: 新建5套设施、10套步道. */
export function listContinuesAchievement({ before, item, quantity }: Mention): boolean {
  return (
    before === '' && item?.reading.role === 'target' && item.frame.quantity.kind === quantity.kind
  );
}

const YEARS_OF_LIFE =
  /(?:预期寿命|健康寿命|受教育年限)(?:力争|将|要|均)?(?:达到?|为|提高到|提升至)?$/;

/** 人均预期寿命78.3岁: years that are measured, no term. */
export function isYearsOfLife(before: string): boolean {
  return YEARS_OF_LIFE.test(before);
}

/** Words of giving stand in the clause: 给予最高50万元. */
export function givesTo(words: string): boolean {
  return GIVING.test(words);
}

/** Something is aimed at: 力争, 确保, 压缩至. */
export function aimsAt(words: string): boolean {
  return AIMS.test(words);
}

const CASE_OPENS =
  /(?:^|[，。；：])(?:对(?![接标照外口内比应策台])|凡|符合|满足|首次|新认定|获评|年满|购买|新购)[^。；]{2,}/;

/** The statement names who is covered before it says what they get: 对…的企业，…. */
export function opensCase(words: string): boolean {
  return CASE_OPENS.test(words);
}
