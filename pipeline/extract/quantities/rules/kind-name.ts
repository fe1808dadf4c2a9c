import { type QuantityRule, REFERENCE } from '../rule.js';

const OPEN_ALL_DAY = /^(?:“|自助|药[店房]|便利|不打烊|图书|书房)/;
const SECOND_TIME = /^(?:供水|污染|利用|开发|创业|加压|装修|分配)/;

/** A number that says of what kind a thing is: open for 24 hours, done a second time. */
export const kindName: QuantityRule = {
  id: 'quantity.kind-name',
  summary: 'Open for 24 hours or done a second time: part of what a thing is called.',
  example: '新建【24小时】自助图书馆5座',
  read({ quantity, text, after }) {
    const written = text.slice(quantity.amountStart, quantity.amountEnd);
    if (written === '24小时' && OPEN_ALL_DAY.test(after)) return REFERENCE;
    return written === '二次' && SECOND_TIME.test(after) ? REFERENCE : null;
  },
};
