import type { Mention } from '../mention.js';

const FIXED =
  /预留|中小企业份额|分值|权重|持股|出资比例|股权(?!投资)|表决|得票|法定|容积率|建筑密度|绿地率|贷款额度|授信额度|单户|单笔|人均不|担保责任|风险分担|分担比例|代偿|承担[^，。；]{0,6}比例|抽查比例按|占地|用地面积|建筑面积|注册资金|资产总额|排名|进位/;

/** 每户1000元, 每亩补助. */
const EACH = /每[户人家亩件名]/;

/** Shares and sizes that a rule fixes: 预留40%以上的份额, 分值权重不低于4%, 单户1000万元. */
export function isRule({ before, after, quantity, sentenceBefore }: Mention): boolean {
  if (quantity.op === 'increase' || quantity.op === 'decrease') return false;
  if (quantity.kind !== 'time' && /^不得/.test(quantity.raw)) return true;
  if (quantity.kind === 'share' && /预留/.test(sentenceBefore.slice(-70))) return true;
  if (quantity.kind === 'money' && EACH.test(before.slice(-24))) return true;
  return quantity.kind !== 'time' && FIXED.test(before.slice(-24) + after.slice(0, 10));
}
