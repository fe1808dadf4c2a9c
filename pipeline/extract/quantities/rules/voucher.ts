import { parameter, type QuantityRule } from '../rule.js';

/** 满100元减20元, 满2000元立减300元: the price that is reached stands right before. */
const TAKES_OFF = /满[\d.]+万?元[^，。；、\d]{0,4}减$/;

/** What a voucher takes off a price, once the price comes to so much. */
export const voucher: QuantityRule = {
  id: 'quantity.voucher',
  summary: 'What a voucher takes off a price that comes to so much.',
  example: '消费金额满100元【减20元】',
  read: (mention) =>
    mention.quantity.kind === 'money' && TAKES_OFF.test(mention.clauseBefore + mention.compared)
      ? parameter(mention)
      : null,
};
