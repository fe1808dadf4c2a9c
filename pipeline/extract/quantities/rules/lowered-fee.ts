import { type QuantityRule, target } from '../rule.js';

const AVERAGE_FEE =
  /(?:平均|综合|担保|贷款|融资)[^，。；、]{0,10}(?:费率|利率)(?:（[^）]*）)?(?:全部|均|逐步|力争|保持|控制|[比较][^，。；]{1,8}|[降压]?[至到在])*$/;
/** 对单户500万元以下的主体收取的担保费率: what each of a kind pays. */
const FROM_EACH = /对[^，；]*收取/;
const LOWERED = /^(?:降|下降|不|低于|控制)|(?:以下|以内|之内)$/;

/** What average fees come down to: given to nobody, brought about by those charged. */
export const loweredFee: QuantityRule = {
  id: 'quantity.lowered-fee',
  summary: 'What average fees and rates of lending are to come down to.',
  example: '引导合作机构将平均担保费率降至【1%以下】',
  read({ quantity, before, clauseBefore, leadIn, leadOut, after }) {
    if (quantity.op !== '<=' && quantity.op !== 'decrease') return null;
    if (!LOWERED.test(quantity.raw) || !AVERAGE_FEE.test(before)) return null;
    if (FROM_EACH.test(before)) return null;
    const statement = leadIn + clauseBefore + after + leadOut;
    return /给予|补助|补贴|贴息|公积金|首套|二套/.test(statement) ? null : target(quantity.op);
  },
};
