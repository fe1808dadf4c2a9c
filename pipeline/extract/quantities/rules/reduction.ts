import { type QuantityRule, target } from '../rule.js';

const FEWER = /(?:减少|压减|压缩|精简|缩减)[一-鿿]{2,10}$/;
/** 压减率, 压缩比 are rates of their own. */
const SMALLER = /(?:减少|压减|压缩|精简|缩减|缩短|降低|节约)[一-鿿]{1,9}[^率比重例幅度]$/;

/** So many fewer things, or so much less of one. */
export const reduction: QuantityRule = {
  id: 'quantity.reduction',
  summary: 'So many fewer things, or so much less of one.',
  example: '精简申请材料【20份】',
  read({ quantity, before, after }) {
    if (quantity.op !== null && quantity.op !== '>=') return null;
    if (!/^(?:$|、)/.test(after) || /达/.test(quantity.raw)) return null;
    if (quantity.kind === 'count') return FEWER.test(before) ? target('decrease') : null;
    return quantity.kind === 'share' && SMALLER.test(before) ? target('decrease') : null;
  },
};
