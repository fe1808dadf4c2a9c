import { type QuantityRule, target } from '../rule.js';
import { ALLOTTED, CHARGED } from '../words.js';

const AIMED = /(?:力争|确保|争取|努力|务必|目标)[^，。；]{0,6}$/;
const SHARE = /(?:率|占比|比例|比重|覆盖面|份额)/;
const GIVES = /给予|予以|最高|不超过/;

/** 上半年完成60%: how much of it is to be done by then. */
const DONE_BY =
  /(?:^|[，、；])(?:确保|力争)?(?:上半年|前三季度|第?[一二三四]季度末?|\d{1,2}月(?:底|末)前?|年底前?)(?:力争|确保|要)?完成$/;

/** A share that is aimed at in so many words, whatever it is a share of. */
export const aimedShare: QuantityRule = {
  id: 'quantity.aimed-share',
  summary: 'A share or rate that 力争, 确保 … aim at right before the number.',
  example: '补助资金用于产业发展的比重力争【提高到60%以上】',
  read({ quantity, before, clauseBefore, leadIn, after }) {
    if (quantity.kind === 'share' && DONE_BY.test(before) && /^$|^以上$/.test(after))
      return target(quantity.op ?? '=');
    if (quantity.kind !== 'share' || quantity.op === null || quantity.op === '=') return null;
    if (!AIMED.test(before) || !SHARE.test(before) || GIVES.test(clauseBefore)) return null;
    if (/权重|分值/.test(leadIn)) return null;
    return ALLOTTED.test(before) || CHARGED.test(before) ? null : target(quantity.op);
  },
};
