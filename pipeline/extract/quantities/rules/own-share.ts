import { type QuantityRule, target } from '../rule.js';

const KEPT =
  /预留[^，。；]{0,24}$|(?:采购|招聘|招录|新增|更新|使用|购置)[^，。；]{0,20}(?:比例|占比|比重|份额)[^，。；]{0,10}$|提供$/;
const BEHIND = /^的?(?:以上)?的?(?:份额|场地|名额|岗位|面积|比例)/;
const OF_FIRMS = /贷款|出资|持股|首付|价款|房款|房屋|建筑面积|预付/;

/** A share that public bodies must keep in their own doing. */
export const ownShare: QuantityRule = {
  id: 'quantity.own-share',
  summary:
    'A share that the bodies charged must keep in what they buy, hire or lend out themselves.',
  example: '中小企业采购份额预留比例提高至【60%】',
  read({ quantity, before, clauseBefore, after, leadIn }) {
    if (quantity.kind !== 'share' || quantity.op === 'decrease') return null;
    const reserved =
      /预留/.test(leadIn.slice(-60) + clauseBefore) &&
      /采购|中小企业|面向/.test(leadIn.slice(-80) + clauseBefore + after);
    const kept = KEPT.test(before) && (BEHIND.test(after) || after === '' || reserved);
    if (!kept && !reserved) return null;
    if (OF_FIRMS.test(before) || /价格|扣除|评审|预付|首付/.test(before)) return null;
    return target(
      quantity.op === null || quantity.op === '=' || quantity.op === 'increase'
        ? '>='
        : quantity.op,
    );
  },
};
