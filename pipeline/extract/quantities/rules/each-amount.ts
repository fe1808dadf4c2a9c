import { parameter, type QuantityRule } from '../rule.js';

const EACH =
  /(?:每|单(?=[个户笔家项次套人]))[一-鿿]{1,6}(?:每[年月日次]|最高|最多|不超过|约|为|补|奖|可|按|按照)?[^，。；\d]{0,8}$/;
const PER_UNIT =
  /\/(?:万?(?:人|户|家|亩|套|个|台|辆|吨|天|日|月|年|件|次|平方米|平米|㎡|m²|立方米|公里|千瓦时|度|床|位|头|株|班|场))/;
const PER_HEAD = /人均|户均|亩均/;
const ACHIEVED = /(?:增长|达到|突破|超过|提高到|收入|产值|产量|投资强度|税收)/;

/** An amount for each person, firm or measure: 每人1000元, 300元/平方米. */
export const eachAmount: QuantityRule = {
  id: 'quantity.each-amount',
  summary: 'An amount of money for each person, firm, year or measure.',
  example: '每户补助【1000元】',
  read(mention) {
    const { quantity, before, after } = mention;
    if (quantity.kind !== 'money' || PER_HEAD.test(before)) return null;
    if (PER_UNIT.test(quantity.unit ?? '') && !ACHIEVED.test(before)) return parameter(mention);
    if (EACH.test(before) && !ACHIEVED.test(before)) return parameter(mention);
    return /^(?:每|／|\/)[一-鿿]/.test(after) ? parameter(mention) : null;
  },
};
