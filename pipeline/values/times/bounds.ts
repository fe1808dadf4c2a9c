import type { TimeBound, TimeOpening } from './expression.js';

/** A word beside a point that makes a limit of it. */
export interface BoundMatch {
  readonly bound: TimeBound | 'inclusive-after' | 'continued-until';
  /** Offset of its first character (before a point) or after its last (behind one). */
  readonly position: number;
  /** The window that ends at the point opens with its document: 自印发之日起至. */
  readonly opening?: TimeOpening;
}

/** Words behind a point, with the words that only begin alike left out: 前期, 内容, 起草, 后续. */
const BEHIND: readonly (readonly [RegExp, BoundMatch['bound']])[] = [
  [
    /\s{0,3}(?:[或及](?:之|以)前|(?:之|以)前|前(?!置(?![换业])|提(?![交出供请醒报升前])|[景沿端期述瞻往来列茅款海后身台缀卫世]|[一二两三四五六七八九十\d]+\s{0,3}[个季天月名批]))/y,
    'before',
  ],
  [/\s{0,3}[或及](?:之|以)后/y, 'inclusive-after'],
  [/\s{0,3}(?:之内|以内|(?:年度)?内(?![容部陆外控需环河涝地贸镜销设务资]))/y, 'within'],
  [/\s{0,3}(?:起(?![草诉步点源始飞降到来草码]|重)|开始|以来)/y, 'since'],
  [/\s{0,3}(?:(?:之|以)后|后(?![续期勤台者备端半劲代]))/y, 'after'],
];

const BEFORE =
  /(?:延续(?:实施|执行)?[到至]|延长(?:实施|执行)?[到至]|截止?[到至]|截止|截至|自从|(?<![来各独亲])自|从|(?<![达高低得受回超找遇提感做])到|(?<![甚乃以高低])至)\s*$/;
const LONGEST_BEFORE = 8;

/** Between a day and its limit: 6月30日（星期五）下午5:30前, 12月31日（含当日）前. */
const HOUR =
  /\s{0,3}(?:\((?:(?:星期|周|礼拜)[一二三四五六日天]|不?含(?:当日|本日|当天)?|当[日天])\))?\s{0,3}(?:(?:上午|下午|中午|晚上?|早上?|凌晨)?\s{0,3}\d{1,2}\s{0,3}(?:[:：]\s{0,3}\d{2}|[时点](?:\d{1,2}分|整|半|许)?))?/y;

/** The limit that the words at `position`, behind a point, set. */
export function boundBehind(text: string, position: number): BoundMatch | null {
  HOUR.lastIndex = position;
  HOUR.exec(text);
  const end = HOUR.lastIndex;
  for (const [pattern, bound] of BEHIND) {
    pattern.lastIndex = end;
    if (pattern.test(text)) return { bound, position: pattern.lastIndex };
  }
  return null;
}

/** What a window's own document is called. */
const PAPER =
  '(?:(?:本|该|此|上述|以上|这些|新)(?:项|条|次)?)?(?:若干|有关|相关|优惠|支持|扶持)?(?:政策措施|政策|措施|(?<=[本该此])文(?!件)|文件|通知|公告|通告|方案|办法|意见|细则|规定|条款|计划|《[^《》]{1,40}》)?(?:正式|公开|对外)?';
const ISSUED = '印发|公布|发布|发文|下发|出台|颁布|公告|签发|通过|印制|成文|下达|颁发|出具';
const IN_EFFECT = '施行|实施|执行|生效|起效';
/** What opens a window with its document, and leads to its end: 即日起至, 自本措施印发之日起执行至, 政策出台至. */
const OPENING = new RegExp(
  `(?:(?:自|从|由|在)\\s?)?(?:即[日时刻](?:起|开始)?|${PAPER}(?:(${ISSUED})|(${IN_EFFECT}))(?:之?日期?|之时|当日)?)(?:开始|起)?(?:[，,]?(?:正式|开始|暂定|有效期?)?(?:执行|施行|实施|生效|有效)?)?\\s?(?:延续|持续|截止)?\\s{0,3}(?:[至到~]|--?|——?)\\s{0,3}$`,
);
const LONGEST_OPENING = 72;
/** 执行至2024年底 is the end of something that opens with no document. */
const OPENS_WITH_DAY =
  /即[日时刻]|[自从由]|之日|当日|之时|日期|日起|(?:发文|出台|印发|发布|公布|颁布)(?:起)?\s?[至到~—-]/;

function openingBefore(text: string, position: number, from: number): BoundMatch | null {
  if (!/[至到~—-]\s{0,3}$/.test(text.slice(Math.max(0, position - 4), position))) return null;
  const words = text.slice(Math.max(from, position - LONGEST_OPENING), position);
  const match = OPENING.exec(words);
  if (!match || !OPENS_WITH_DAY.test(match[0])) return null;
  return {
    bound: 'until',
    position: position - match[0].length,
    opening: match[2] ? 'effect' : 'issue',
  };
}

/** The limit that the words right before `position` set; none of them starts before `from`. */
export function boundBefore(text: string, position: number, from = 0): BoundMatch | null {
  const opening = openingBefore(text, position, from);
  if (opening) return opening;
  const match = BEFORE.exec(text.slice(Math.max(from, position - LONGEST_BEFORE), position));
  if (!match) return null;
  const word = match[0];
  const bound = /^[自从]/.test(word)
    ? 'since'
    : word.startsWith('延')
      ? 'continued-until'
      : 'until';
  return { bound, position: position - word.length };
}
