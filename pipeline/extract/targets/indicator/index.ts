import { ACHIEVEMENT_VERBS } from '../achievement-verbs.js';
import type { Mention } from '../mention.js';
import { limitedAction } from './limited-action.js';
import { trimmed, withoutVerb } from './trim.js';

const VERBS = ACHIEVEMENT_VERBS.join('|');
const VERB_ONLY = new RegExp(
  `^(?:新|再|各|重点|继续|高质量|计划|全年|全市|全省|试点|授予|${VERBS})+$`,
);
/** A verb stands right before the number: 在船舶集中区增设1台终端, 每年至少召开1次会议. */
const ENDS_IN_VERB = new RegExp(
  `(?:${VERBS}|召开|听取|落实|撰写|提供|拓展|延伸|配备|授予)(?:至少)?$`,
);
/** 90%解决率. */
const RATE_AFTER = /^[一-鿿]{2,6}率(?=$|[，。；、])/;
const CHANGED_TO =
  /(?:提高|提升|增加|扩大|增强|拓展|扩展|压缩|压减|缩短|降低|减少|精简|缩减)([^，。；、\d]{2,30})[至到]$/;
const FOLLOWING = /^(?:以上|左右)?(?:的)?/;
/** 至少2家社区食堂、至少5个服务站: the next item of the list has a number of its own. */
const NEXT_ITEM = /[、和及](?=(?:至少|约|不少于|超过|近)?\d)/;

/**
 * The noun phrase that a mention measures, as written: before the number (查验无陪同比例达到70%), or
 * after it where a bare verb stands before (推出100项体育精品赛事). A share of what the last clause
 * names (占全省比重) and a change of it (比2022年提高5个百分点) take that name from `previous`.
 */
export function indicatorOf(mention: Mention, previous: string | null): string {
  const { quantity } = mention;
  const rate = quantity.kind === 'share' && RATE_AFTER.exec(mention.after)?.[0];
  if (rate) return rate;
  const changed = CHANGED_TO.exec(mention.before)?.[1];
  if (changed !== undefined) return changed;
  const action = limitedAction(mention);
  if (action !== null) return action;
  const after = following(mention);
  if (after !== '' && quantity.kind !== 'share' && ENDS_IN_VERB.test(mention.before)) return after;
  const before = trimmed(mention.before);
  if (/^(?:占|比(?!例|重))/.test(before) || before === '') {
    if (before === '' && after !== '') return after;
    if (before === '' || before.startsWith('比')) return previous ?? clauseBefore(mention);
    return previous && !previous.includes('占') ? previous + before : before;
  }
  if (VERB_ONLY.test(before)) return after || before;
  return withoutVerb(before) || after;
}

function following(mention: Mention): string {
  const words = mention.after.replace(FOLLOWING, '').split(NEXT_ITEM, 1)[0]!;
  const end = /[、]/.exec(words)?.index ?? words.length;
  const phrase = words.length > 40 ? words.slice(0, end) : words;
  return withoutVerb(phrase.slice(0, 60));
}

/** 充电桩3000个: the number of the clause before is none of its name. */
const NUMBER_AT_END = /\d[\d.]*[%万亿]?[^\d，]{0,3}$/;

/** The clause before the quantity's own in its sentence. */
function clauseBefore(mention: Mention): string {
  const { text, quantity, clauseStart, sentenceBefore } = mention;
  const head = text.slice(quantity.start - sentenceBefore.length, clauseStart);
  const clause =
    head
      .replace(/[，：]$/, '')
      .split(/[，：]/)
      .at(-1) ?? '';
  return trimmed(clause.replace(NUMBER_AT_END, ''));
}
