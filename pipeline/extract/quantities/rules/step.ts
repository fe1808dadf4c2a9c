import { CONDITION, type QuantityRule } from '../rule.js';

const EACH = /每(?:满|增加|超过?|新增|消费|购买|提高|达到|再)?[^，。；、\d]{0,8}$/;
const FULL = /^(?:消费)?满/;
const AGE = new Set(['岁', '周岁']);

/** So much at a time, or an age: 每满1000元, 消费满5000元, 年满18周岁. */
export const step: QuantityRule = {
  id: 'quantity.step',
  summary: 'So much at a time, or an age.',
  example: '消费【满5000元】可使用',
  read({ quantity, compared, before, after }) {
    if (
      FULL.test(compared) &&
      (quantity.kind === 'money' || quantity.kind === 'time' || /每$/.test(before))
    )
      return CONDITION;
    if (/每(?:满|增加|超过?|新增|出口|进口|销售|引进)[^，。；、\d]{0,8}$/.test(before + compared))
      return CONDITION;
    if (
      /每$/.test(before) &&
      EACH.test(before) &&
      /^[一-鿿]{0,8}(?:\d|[一二两三])/.test(after) &&
      quantity.kind !== 'time'
    )
      return CONDITION;
    if (
      AGE.has(quantity.unit ?? '') &&
      !/(?:调整|延长|放宽|提高|寿命|期望|平均)[^，。；]{0,8}$/.test(before + compared)
    )
      return CONDITION;
    return null;
  },
};
