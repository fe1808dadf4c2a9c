import { type QuantityRule, target } from '../rule.js';

const TO =
  /(提高|提升|增加|扩大|增强|拓展|扩展|压缩|压减|缩短|降低|减少|精简|缩减)[^，。；、\d]{2,30}[至到]$/;
const FALLS = /^[压缩降减精]/;

/** The thing that changes stands between the verb and 至. */
export const changeTo: QuantityRule = {
  id: 'quantity.change-to',
  summary: 'The thing that changes stands between the verb and 至.',
  example: '提高业扩带电接火率至【93%】',
  read({ quantity, before }) {
    if (quantity.kind === null) return null;
    const verb = TO.exec(before)?.[1];
    if (verb === undefined) return null;
    return target(FALLS.test(verb) ? '<=' : '>=');
  },
};
