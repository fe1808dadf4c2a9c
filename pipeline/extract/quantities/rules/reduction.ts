import { type QuantityRule, target } from '../rule.js';

const FEWER = /(?:减少|压减|压缩|精简|缩减)[一-鿿]{2,10}$/;
/** 压减率, 压缩比 are rates of their own. */
const SMALLER = /(?:减少|压减|压缩|精简|缩减|缩短|降低|节约)[一-鿿]{1,9}[^率比重例幅度]$/;

/** What money is spent on and what is given off: less of it is what is aimed at. */
const LESS_SPENT =
  /(?:减少|压减|压缩|精简|缩减|削减|降低|减轻)[一-鿿]{0,8}(?:支出|开支|成本|费用|负担)$/;
const LESS_EMITTED = /(?:减少|压减|削减|降低)[一-鿿]{0,8}(?:排放|排放量)$/;
const OF_WEIGHT = /吨/;

/** So many fewer things, or so much less of one. */
export const reduction: QuantityRule = {
  id: 'quantity.reduction',
  summary: 'So many fewer things, or so much less of one.',
  example: '精简申请材料【20份】',
  read({ quantity, before, after }) {
    if (quantity.op !== null && quantity.op !== '>=') return null;
    if (!/^(?:$|、)/.test(after) || /达/.test(quantity.raw)) return null;
    if (quantity.kind === 'money') return LESS_SPENT.test(before) ? target('decrease') : null;
    if (OF_WEIGHT.test(quantity.unit ?? ''))
      return LESS_EMITTED.test(before) ? target('decrease') : null;
    if (quantity.kind === 'count') return FEWER.test(before) ? target('decrease') : null;
    return quantity.kind === 'share' && SMALLER.test(before) ? target('decrease') : null;
  },
};
