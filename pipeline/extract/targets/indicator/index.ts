import { ACHIEVEMENT_VERBS } from './achievement-verbs.js';
import type { Mention } from './mention.js';

/** What opens a clause before the thing that is measured. */
const OPENING =
  /^(?:（[^）]*(?:单位|部门|[局厅委])[^）]*）|其中|并|且|同时|进一步|全力|努力|力争|争取|确保|推动|推进|促进|实现|做到|使得?|将|把|至|到|自|从|全年|年内|今年|明年|当年|本年度|每年|每月|每季度|年底|(?:20\d\d|“?十[四五]五”?)(?:[-—–~～至]20\d\d)?(?:年(?:度|底|末)?(?:前|以前|之前)?|期间|时期|末)?|年?\d{1,2}月(?:底|末)?(?:前|底前)?|底前?|末|前|，|、|和|及|完成|达到|开展|[①-⑳]|\d{1,2}[.．、]|（[一二三四五六七八九十\d]{1,3}）)/;
/** What closes it before the number. */
const CLOSING =
  /(?:分别|均|总体|整体|平均|基本|要|应|需|须|力争|确保|争取|超过|达到|累计达|保持|稳定|控制|实现|完成|新增|增加|提升|提高|压缩|缩短|已|再|重点|都|在|为|至|到|约|也|不|的|原则上|一般|同比|年均|每年|逐年|[比较](?:上年|去年|上一年|20\d\d年|原来)(?:同期|底|末)?)$/;
const VERB_ONLY = new RegExp(
  `^(?:新|再|重点|继续|高质量|计划|全年|全市|全省|试点|授予|${ACHIEVEMENT_VERBS.join('|')})+$`,
);
const LEADING_VERB =
  /^(?:谋划打造|培育形成|培育|形成|建成|建设|打造|支持|设立|组织|引育|引进|推出|集聚|创建|举办|共同成立|完成|实现|新增|开展|推动|新辟|确立|谋划)(?=.{3})/;
/** 90%解决率. */
const RATE_AFTER = /^[一-鿿]{2,6}率(?=$|[，。；、])/;
const FOLLOWING = /^(?:以上|左右)?(?:的)?/;

/**
 * The noun phrase that a mention measures, as written: before the number (查验无陪同比例达到70%), or
 * after it where a bare verb stands before (推出100项体育精品赛事). A share of what the last clause
 * names (占全省比重) and a change of it (比2022年提高5个百分点) take that name from `previous`.
 */
export function indicatorOf(mention: Mention, previous: string | null): string {
  const rate = mention.quantity.kind === 'share' && RATE_AFTER.exec(mention.after)?.[0];
  if (rate) return rate;
  const before = stripped(mention.before);
  if (/^(?:占|比(?!例|重))/.test(before) || before === '') {
    const after = following(mention);
    if (before === '' && after !== '' && mention.follows === null) return after;
    if (before === '' || before.startsWith('比')) return previous ?? clauseBefore(mention);
    return previous && !previous.includes('占') ? previous + before : before;
  }
  if (isAction(mention, before)) return following(mention) || before;
  if (VERB_ONLY.test(before)) return following(mention) || before;
  const noun = before.replace(LEADING_VERB, '');
  return noun === '' ? following(mention) : noun;
}

const MEASURE_OF_TIME = /(?:时间|时限|时长|周期|工期|期限|审限|用时|耗时|时效|期|限|环节|审批)$/;

/** 应当在3个工作日内作出处理决定: what is limited is the action that follows. */
function isAction({ quantity, after }: Mention, before: string): boolean {
  return quantity.kind === 'time' && /^[，]?[一-鿿]/.test(after) && !MEASURE_OF_TIME.test(before);
}

function stripped(words: string): string {
  let text = words.trim();
  for (let match = OPENING.exec(text); match !== null; match = OPENING.exec(text)) {
    text = text.slice(match[0].length);
  }
  for (let match = CLOSING.exec(text); match !== null; match = CLOSING.exec(text)) {
    text = text.slice(0, match.index);
  }
  return text;
}

function following(mention: Mention): string {
  const words = mention.after.replace(FOLLOWING, '');
  const end = /[、]/.exec(words)?.index ?? words.length;
  const phrase = words.length > 40 ? words.slice(0, end) : words;
  return phrase.slice(0, 60);
}

/** The clause before the quantity's own in its sentence. */
function clauseBefore(mention: Mention): string {
  const head = mention.sentenceBefore.slice(
    0,
    mention.sentenceBefore.length - mention.before.length,
  );
  const clause =
    head
      .replace(/[，：]$/, '')
      .split(/[，：]/)
      .at(-1) ?? '';
  return stripped(clause);
}
