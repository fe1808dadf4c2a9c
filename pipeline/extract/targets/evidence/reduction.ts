import type { Mention } from '../mention.js';

const FEWER = /(?:减少|压减|压缩|精简|缩减)[一-鿿]{2,10}$/;
/** 压减率, 压缩比 are rates of their own. */
const SMALLER = /(?:减少|压减|压缩|精简|缩减|缩短|降低|节约)[一-鿿]{1,9}[^率比重例幅度]$/;

/** So many fewer things (精简申请材料20份), or so much less of one (压缩办理时限50%以上). */
export function byReduction({ quantity, before, after }: Mention): 'decrease' | null {
  if (quantity.op !== null && quantity.op !== '>=') return null;
  if (!/^(?:$|、)/.test(after) || /达/.test(quantity.raw)) return null;
  if (quantity.kind === 'count') return FEWER.test(before) ? 'decrease' : null;
  return quantity.kind === 'share' && SMALLER.test(before) ? 'decrease' : null;
}
