import { CONDITION, type QuantityRule } from '../rule.js';
import { touchesAchievement } from '../words.js';

/** 人数达到25%并签订合同的，: the clause is a case that a rule provides for. */
const CASE = /^[^，。；、]{0,38}的(?:$|、(?!.*[建培打推]))/;
/** The case goes on in the next clause: 面积2000平方米以上，且交易额…的. */
const FURTHER = /^，?(?:并?且|或者?|同时|并)[^。；]{0,60}的(?:，|[一-鿿]{1,12}，)/;
const OPENED = /^(?:对于?|凡是?|凡属|符合|具备|若|如|经)/;

/** 雨量达50毫米以上时每2小时一报: what sets off an act; not 50个时尚街区. */
const TRIGGER = /^(?:之?时(?![间段期长效刻尚令节代点速装政空])|的时候)/;
const THRESHOLD = /^(?:[达超大高低小不]|等于)|(?:以上|以下|以内)$/;

/** A case that a rule provides for: …达到25%的，…; …达50毫米以上时…. */
export const caseOfRule: QuantityRule = {
  id: 'quantity.case',
  summary: 'A case that a rule provides for: a clause that ends in 的, a threshold with 时.',
  example: '招用人数达到【25%】并签订合同的，可申请贷款',
  read(mention) {
    const { after, leadOut, clauseBefore } = mention;
    if (TRIGGER.test(after) && THRESHOLD.test(mention.quantity.raw)) return CONDITION;
    if (/^(?:的)?(?:即可|方可|才可|才能|就可)/.test(after)) return CONDITION;
    if (CASE.test(after) && !(after === '的' && touchesAchievement(mention))) return CONDITION;
    return OPENED.test(clauseBefore) &&
      (after === '' || FURTHER.test(leadOut)) &&
      FURTHER.test(leadOut)
      ? CONDITION
      : null;
  },
};
