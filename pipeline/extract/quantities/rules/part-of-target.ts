import type { Mention } from '../frame.js';
import { type QuantityRule, target } from '../rule.js';

const PART = /^其中[，：]?[一-鿿A-Z\d“”（）.]{2,24}$/;
/** …，其中甲项目3个，1亿元以上项目8个，… */
const GOES_ON =
  /其中[，：]?[^，。；]{2,24}\d[个家所座条处公里万亩]+(?:，[^，。；]{2,24}\d[个家所座条处公里万亩]+)*，[^，。；、已原]{2,24}$/;
const ALIKE = new Set(['count', 'physical', 'noun']);

/** 完成招商引资60亿元，其中产业项目3个: what is part of a number to be reached is to be reached too. */
export const partOfTarget: QuantityRule = {
  id: 'quantity.part-of-target',
  summary:
    '其中, a name and its number, behind a number of the same sentence that is to be reached.',
  example: '完成招商引资60亿元，其中5亿元以上产业项目【3个】',
  read({ quantity, before, after, clauseBefore, sentenceBefore, item, previous, text }) {
    if (isPartOfSum(quantity, previous, text, before, clauseBefore)) return target('>=');
    if (quantity.op !== null || !ALIKE.has(quantity.kind ?? '')) return null;
    if (after !== '' && !/^[、，和及]/.test(after)) return null;
    const sentence = sentenceBefore + clauseBefore;
    if (GOES_ON.test(sentence) && TARGETED.test(sentence)) return target('>=');
    if (!PART.test(clauseBefore) || !clauseBefore.endsWith(before)) return null;
    const from = quantity.start - clauseBefore.length - sentenceBefore.length;
    const whole = item ?? previous;
    const last = whole?.reading.role === 'target' ? whole : null;
    const sized = previous?.reading.role === 'condition' && previous.frame.quantity.start > from;
    if (last === null && !(sized && TARGETED.test(text.slice(Math.max(0, from), quantity.start))))
      return null;
    return (last ?? previous)!.frame.quantity.start >= from ? target('>=') : null;
  },
};

/** 。其中，高速公路1500亿元，国省干线620亿元: the parts of the sum of the sentence before. */
const SUM_PARTS = /。其中[，：](?:[一-鿿]{2,10}[\d.]+[万亿]元[，、])*[一-鿿]{2,10}$/;
const LONGEST_PARTS = 160;

function isPartOfSum(
  { kind, op, unit, start }: Mention['quantity'],
  previous: Mention['previous'],
  text: string,
  before: string,
  clauseBefore: string,
): boolean {
  if (kind !== 'money' || op !== null || previous?.reading.role !== 'target') return false;
  if (previous.frame.quantity.unit !== unit || !clauseBefore.endsWith(before)) return false;
  return SUM_PARTS.test(text.slice(Math.max(0, start - LONGEST_PARTS), start));
}

const TARGETED = /(?:完成|实现|新增|引进|力争|确保)[^。]{0,20}\d[^。]{0,10}，其中/;
