import { type QuantityRule, REFERENCE } from '../rule.js';

/** 实现“…达到2000名，…达到40%”的发展目标: what is aimed at is quoted, and no name. */
const AIM = /^的?[^，。；“”]{0,8}(?:目标|要求)/;

/** Numbers in a title or a name in quotation marks. */
export const quoted: QuantityRule = {
  id: 'quantity.quoted',
  summary: 'A number in a title or in quotation marks is part of a name.',
  example: '落实“民营经济【32条】”',
  read({ enclosure, quantity, text }) {
    if (enclosure === null || enclosure.kind === 'bracket') return null;
    if (quantity.op !== null && AIM.test(text.slice(enclosure.end, enclosure.end + 12)))
      return null;
    return REFERENCE;
  },
};
