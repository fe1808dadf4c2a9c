import { type QuantityRule, target } from '../rule.js';

/** 至少 with its verb between it and the number. */
const AT_LEAST = /(?:至少|最少|不少于)[一-鿿]{1,8}$/;

/** So many at least, whatever is done with them. */
export const atLeast: QuantityRule = {
  id: 'quantity.at-least',
  summary: 'So many at least, whatever is done with them.',
  example: '每年至少专题听取【1次】工作汇报',
  read: ({ quantity, before }) =>
    quantity.op === null && quantity.kind === 'count' && AT_LEAST.test(before)
      ? target('>=')
      : null,
};
