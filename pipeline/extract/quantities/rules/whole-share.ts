import { type QuantityRule, target } from '../rule.js';

const REACHED =
  /^(?:全?覆盖|投入|保障|满足|兜底|清零|闭环|回访|响应|受理|接种|签订|签约|入库|达|集成|纳入|入学|完成|落实|办结|办理|实现|公开|公示|上线|接入|达标|整改|建成|到位|可办|网办|归集|共享|兑现|履约|支付|处置|回应|[一-鿿]{0,4}(?:化|率|处置|整改|落实|覆盖|办理))/;
const MEASURED = /(?:率|比例|占比|比重|覆盖面|达到|达|实现|均|均为|为)$/;
/** 实现城区100%清洁取暖: where, and what holds there for all of it. */
export const REALISED = /^(?:力争|确保|全面|基本)*实现([一-鿿]{2,8})$/;
export const STATE = /^([一-鿿]{3,8})$/;

/** 100 % is to be reached in full. */
export const wholeShare: QuantityRule = {
  id: 'quantity.whole-share',
  summary: 'All of it: 100 % said of a rate, or of what is done.',
  example: '惠企政策上线【100%】',
  read({ quantity, before, after }) {
    if (quantity.unit !== '%' || quantity.value !== 100) return null;
    if (quantity.op === '>=' || quantity.op === '=') return target('=');
    if (REACHED.test(after) || MEASURED.test(before)) return target('=');
    if (REALISED.test(before) && STATE.test(after)) return target('=');
    return /^(?:$|、)/.test(after) && /[一-鿿]{2}$/.test(before) ? target('=') : null;
  },
};
