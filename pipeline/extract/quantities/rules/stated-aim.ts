import { type QuantityRule, target } from '../rule.js';

const REALISES = /(?:基本|全面|力争|努力)?(?:实现|达到|完成)[^。；]*$/;
const AIM_ENDS = /的(?:总体|工作|年度)?目标$/;
const KINDS = new Set(['count', 'noun', 'physical', 'money', 'share']);

/** 实现每个县有1座仓库、每个乡有2处站点的目标: all the numbers of a statement that ends in 的目标. */
export const statedAim: QuantityRule = {
  id: 'quantity.stated-aim',
  summary: 'A number of a statement that says 实现 before it and ends in 的目标.',
  example: '基本实现各县有【1座】应急仓库的目标',
  read({ quantity, leadIn, clauseBefore, after, leadOut, compared }) {
    // 合并为一个事项的目标: a change of kind.
    if (compared === '为') return null;
    if (quantity.op === 'increase' || quantity.op === 'decrease' || quantity.op === '<=')
      return null;
    if (!KINDS.has(quantity.kind ?? '')) return null;
    if (!AIM_ENDS.test(after + leadOut) || !REALISES.test(leadIn + clauseBefore)) return null;
    return /^(?:以上|以下)?[一-鿿（）]*标准/.test(after) ? null : target('>=');
  },
};
