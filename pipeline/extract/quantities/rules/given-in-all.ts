import { type QuantityRule, target } from '../rule.js';
import { opensCase } from '../words.js';

const GIVES_OUT =
  /(?:发放|投放|安排|统筹|整合|设立|投入|筹措|筹集|争取(?:到)?|下达|拨付|释放|发行|募集|归集|减免|让利|兑付|清欠|落实|申报|撬动|引导|吸引|带动|拉动|形成|组建|达成|签约|授信|新增|完成|实现)(?![^，。；]{0,12}的[^，。；]{6})[^，。；]{0,24}$/;
const OF_EACH =
  /每|单[个笔户家项次套人]|最高|一次性|给予|予以|不等|分别给|奖励|补助(?!资金)|补贴(?!资金)|按照?[^，。；]{0,10}标准|标准|上限|封顶|叠加|门槛/;
const LARGE = /^[万亿]|^千万/;
const PRICE = /售价|价格|价款|总价|利润|税/;

/** A sum that the bodies charged give out, raise or bring about in all. */
export const givenInAll: QuantityRule = {
  id: 'quantity.given-in-all',
  summary: 'A sum that the bodies charged are to give out, raise or bring in altogether.',
  example: '全年发放体育消费券【1000万元】',
  read({ quantity, clauseBefore, before, after, leadIn }) {
    if (quantity.kind !== 'money' && !(quantity.kind === null && LARGE.test(quantity.unit ?? '')))
      return null;
    if (!LARGE.test(quantity.unit ?? '') || !GIVES_OUT.test(before)) return null;
    if (quantity.op === '<=' || OF_EACH.test(clauseBefore + after.slice(0, 16))) return null;
    if (PRICE.test(before) || opensCase(leadIn + clauseBefore)) return null;
    if (
      /^(?:的|以上的|以下)/.test(after) &&
      !/^的?[一-鿿“”]{0,12}(?:资金|贷款|债券|基金|红包|券)/.test(after)
    )
      return null;
    const exact = /(?:完成|实现)[^，。；]{0,6}$/.test(before);
    return target(quantity.op === 'increase' ? '>=' : (quantity.op ?? (exact ? '=' : '>=')));
  },
};
