import { CONDITION, type QuantityRule } from '../rule.js';
import { touchesAchievement } from '../words.js';

/** 人数达到25%并签订合同的，: the clause is a case that a rule provides for. */
const CASE = /^[^，。；、]{0,38}的(?:$|、(?!.*[建培打推]))/;
/** The case goes on in the next clause: 面积2000平方米以上，且交易额…的. */
const FURTHER = /^，?(?:并?且|或者?|同时|并)[^。；]{0,60}的(?:，|[一-鿿]{1,12}，)/;
const OPENED = /^(?:对于?|凡是?|凡属|符合|具备|若|如|经)/;

/** A case that a rule provides for: …达到25%的，…. */
export const caseOfRule: QuantityRule = {
  id: 'quantity.case',
  summary: 'A case that a rule provides for: a clause that ends in 的.',
  example: '招用人数达到【25%】并签订合同的，可申请贷款',
  read(mention) {
    const { after, leadOut, clauseBefore } = mention;
    if (CASE.test(after) && !(after === '的' && touchesAchievement(mention))) return CONDITION;
    return OPENED.test(clauseBefore) &&
      (after === '' || FURTHER.test(leadOut)) &&
      FURTHER.test(leadOut)
      ? CONDITION
      : null;
  },
};
