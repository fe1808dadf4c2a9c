import { type QuantityRule, target } from '../rule.js';

/** What is assigned is listed behind a colon: 改造任务：集中供热300户、煤改电1160户. */
const LISTS = /(?:任务|指标|目标)(?:数|量)?(?:分别)?(?:是|为)?[：，]$/;
const GOES_ON = /^(?:$|[、，；和及（])/;
const NAMED = /^[一-鿿“”、]{2,20}$/;

/** A name and its number in a list of what is assigned. */
export const assigned: QuantityRule = {
  id: 'quantity.assigned',
  summary: 'A name and its number in a list that a word for tasks and a colon open.',
  example: '全县清洁取暖任务：集中供热【300户】、“煤改电”1160户',
  read({ quantity, before, after, leadIn, clauseBefore }) {
    if (quantity.kind !== 'count' && quantity.kind !== 'physical' && quantity.kind !== 'noun')
      return null;
    if (quantity.op !== null || !GOES_ON.test(after) || !NAMED.test(before)) return null;
    return LISTS.test(leadIn) && clauseBefore.startsWith(before) ? target('>=') : null;
  },
};
