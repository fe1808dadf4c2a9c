import type { Mention } from '../mention.js';

/** Nothing but an adverb stands between the clause's edge and the share. */
const OPENS = /^(?:同时|并|且|力争|争取|确保|推动|促进|实现|使|[一-鿿]{2,4}[市县区省])?$/;
const DONE =
  /^(?:以上)?的?[一-鿿“”、]{2,24}?(?:实现(?!.{0,12}(?:增长|提升))|纳入|达到|可以?(?:通过|在)|能够?在|完成)/;

/** A share of all things, then what becomes of them: 96%税费服务事项实现“网上办”. */
export function byShareOfThings({ quantity, before, after }: Mention): '=' | null {
  if (quantity.kind !== 'share' || quantity.op !== null || quantity.unit !== '%') return null;
  return OPENS.test(before) && DONE.test(after) ? '=' : null;
}
