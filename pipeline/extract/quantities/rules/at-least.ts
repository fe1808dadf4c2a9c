import { type QuantityRule, target } from '../rule.js';

/** 至少 with its verb between it and the number. */
const AT_LEAST = /(?:至少|最少|不少于)[一-鿿]{1,8}$/;

/** 每个乡镇都建有1所幼儿园. */
const EACH_HAS =
  /(?:^|[、])每个?[县乡镇村街道社区市区（）、旗]{1,10}(?:都|均|要|至少|力争)*(?:建有|拥有|有|建|办|设)$/;

/** So many at least, whatever is done with them. */
export const atLeast: QuantityRule = {
  id: 'quantity.at-least',
  summary: 'So many at least, whatever is done with them.',
  example: '每年至少专题听取【1次】工作汇报',
  read: ({ quantity, before, clauseBefore }) =>
    quantity.op === null &&
    quantity.kind === 'count' &&
    (AT_LEAST.test(before) || EACH_HAS.test(clauseBefore))
      ? target('>=')
      : null,
};
