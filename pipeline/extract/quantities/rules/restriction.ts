import { CONDITION, type QuantityRule } from '../rule.js';
import { ALLOTTED, aimsAt, CHARGED, GIVING } from '../words.js';

const STATE = /^(?:至少有|不低于|不少于|不超过|超过|达到?|为|满|低于|高于|未超过|含)/;
const COVERED = /购买|新购|对|家庭|户|企业|项目|符合|人员|子女|住房|工程|面积|职工|的$/;

/** A bracket behind those covered that says of what size: （400万元以上）, （建筑面积不低于50平方米）. */
export const restriction: QuantityRule = {
  id: 'quantity.restriction',
  summary: 'A bracket that narrows whom or what the words before it cover.',
  example: '购买新建商品住房（建筑面积【不低于50平方米】）的购房个人',
  read({ quantity, compared, before, after, enclosure, leadIn, text }) {
    if (enclosure?.kind !== 'bracket' || quantity.op === null) return null;
    if (quantity.op === 'increase' || quantity.op === 'decrease') return null;
    const whole = before === '' && after === '' && quantity.end > quantity.amountEnd;
    if (whole) return CONDITION;
    if (aimsAt(before) || GIVING.test(before) || CHARGED.test(before) || ALLOTTED.test(before))
      return null;
    const outer = text.slice(Math.max(0, enclosure.start - 12), enclosure.start);
    return STATE.test(compared) &&
      COVERED.test(outer) &&
      !/(?:培育|新增|建成|力争)/.test(leadIn.slice(-30))
      ? CONDITION
      : null;
  },
};
