import { type QuantityRule, target } from '../rule.js';
import { isYearsOfLife, MEASURED, PLAIN_VERBS } from '../words.js';

const NOUN = new RegExp(`(?:${MEASURED}|寿命|受教育年限)(?:为|约|均)?$`);
const ENDS = /^(?:$|[（、])/;
/** 90%解决率. */
const RATE_AFTER = /^[一-鿿]{2,6}率(?:$|[，。；、])/;

/** 失业人员再就业1.2万人: at least so many are to find it. */
const ENGAGED = /(?:就业|创业|招生)$/;
const GROWN = new RegExp(PLAIN_VERBS);

/** What is added to, where 总展位数 only sums up. */
const CAPACITY = /(?:能力|容量|产能|床位|学位|泊位)数?$/;
/** 新增达标小区300个，处理能力70吨: the verb of the item before holds for it. */
const ACHIEVED = new Set(['quantity.achievement', 'quantity.listed', 'quantity.measured-noun']);

/** ≥95%, 大于等于90%: the limit is written out. */
const WRITTEN_AS_SIGN = /^(?:[≤≥<>≦≧＜＞]=?|[大高多小低少]于(?:(?:或者?)?等于)?)$/;

/** A noun of measure right before the number. */
export const measuredNoun: QuantityRule = {
  id: 'quantity.measured-noun',
  summary: 'A noun of measure right before the number, or a rate right behind it.',
  example: '企业满意率【98%】',
  read({ quantity, before, after, item, previous, compared, leadIn }) {
    if (quantity.kind === null || compared === '为') return null;
    if (quantity.kind === 'time' && !isYearsOfLife(before)) return null;
    if (quantity.kind === 'share' && RATE_AFTER.test(after)) return target('=');
    if (!ENDS.test(after) || !NOUN.test(before)) return null;
    const last = item?.reading.role === 'target' ? item.reading.op : null;
    const goesOn =
      previous?.reading.role === 'target' &&
      previous.reading.op === '>=' &&
      ACHIEVED.has(previous.rule) &&
      CAPACITY.test(before) &&
      /\d[^，。；\d]{1,6}，$/.test(leadIn);
    const floor =
      last === '>=' ||
      goesOn ||
      ENGAGED.test(before) ||
      ((GROWN.test(before) || /^(?:新?增加|扩大)/.test(before)) && !/完成|实现/.test(before));
    // 毛入园率大于90%
    if (WRITTEN_AS_SIGN.test(compared) && quantity.op !== null) return target(quantity.op);
    return target(floor && !quantity.approximate ? '>=' : '=');
  },
};
