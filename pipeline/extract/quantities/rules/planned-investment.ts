import { DESCRIPTION, type QuantityRule } from '../rule.js';

const ESTIMATED = /(?:规划|计划|估算|概算|匡算|预算|预计)总?投资(?:额|规模)?(?:共计?|合计|约)?$/;
/** 年度计划投资, 全年完成计划投资: what is to be spent by then. */
const DUE = /年度|全年|年内|当年|今年|本年|20\d\d年|季度|月底|完成|实现|力争|确保|新增|带动/;

/** 规划总投资128亿元: what the whole of a plan or project is thought to cost. */
export const plannedInvestment: QuantityRule = {
  id: 'quantity.planned-investment',
  summary: 'What a plan or project as a whole is thought to cost.',
  example: '新区一期规划总投资【128亿元】',
  read: ({ quantity, before, clauseBefore }) =>
    quantity.kind === 'money' && ESTIMATED.test(before) && !DUE.test(clauseBefore)
      ? DESCRIPTION
      : null,
};
