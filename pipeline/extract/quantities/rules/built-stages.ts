import { type QuantityRule, target } from '../rule.js';

const BEGUN = /[一-鿿]{2,}(?:施工|新开工|开工)$/;
const ENDS = /^，(?:竣工|建成|完工)[\d.]/;

/** 住宅楼施工52万平方米，竣工29万平方米: how much is to be under work, beside how much is to be done. */
export const builtStages: QuantityRule = {
  id: 'quantity.built-stages',
  summary: 'How much is to be under work, right before how much of it is to be done.',
  example: '安置房施工【12万平方米】，竣工5万平方米',
  read: ({ quantity, before, after, leadOut }) =>
    (quantity.kind === 'physical' || quantity.kind === 'count') &&
    quantity.op === null &&
    after === '' &&
    BEGUN.test(before) &&
    ENDS.test(leadOut)
      ? target('>=')
      : null,
};
