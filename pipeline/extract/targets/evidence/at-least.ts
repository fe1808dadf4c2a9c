import type { Mention } from '../mention.js';

/** 至少 with its verb between it and the number: 每年至少专题听取1次工作汇报. */
const AT_LEAST = /(?:至少|最少|不少于)[一-鿿]{1,8}$/;

/** So many at least, whatever is done with them. */
export function byAtLeast({ quantity, before }: Mention): '>=' | null {
  if (quantity.op !== null || quantity.kind !== 'count') return null;
  return AT_LEAST.test(before) ? '>=' : null;
}
