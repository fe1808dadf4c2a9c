import type { Mention } from '../mention.js';

const SHARE = /(?:率|占比|比例|比重|覆盖面)$/;
const SUM =
  /(?:总数|总量|总额|总值|总规模|总面积|总里程|总[一-鿿]{1,4}数|余额|数量|规模|产值|里程)$/;
const ENDS = /^(?:$|[（、])/;

/** 90%解决率. */
const RATE_AFTER = /^[一-鿿]{2,6}率(?:$|[，。；、])/;

/** A noun of measure right before the number: 覆盖率100%, 总展位数5310个. */
export function byMeasuredNoun({ quantity, before, after }: Mention): '=' | null {
  if (quantity.kind === null) return null;
  if (quantity.kind === 'share' && RATE_AFTER.test(after)) return '=';
  if (!ENDS.test(after)) return null;
  return (quantity.kind === 'share' ? SHARE : SUM).test(before) ? '=' : null;
}
