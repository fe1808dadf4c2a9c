import { withoutOpening } from '../indicator/trim.js';
import { type QuantityRule, target } from '../rule.js';

/** Nothing but an adverb stands between the clause's edge and the share. */
const OPENS =
  /^(?:同时|并|且|力争|争取|确保|推动|促进|实现|使|[一-鿿]{2,4}[市县区省]|全[市省区县国州])?$/;
const DONE =
  /^(?:以上)?的?[一-鿿“”、（）]{2,24}?(?:实现(?!.{0,12}(?:增长|提升))|得到|纳入|达到|可以?(?:通过|在)|能够?在|完成|建成|建有|至少|接入|配备|消除|具备|实施|参加|享受)/;

/** 力争20%的村集体年收入超30万元: so many are to stand above a line. */
const AIMS_AT = /(?:力争|实现|确保|争取)$/;
const ABOVE_A_LINE = /^的[一-鿿]{3,16}?(?:达到|达|超过|超|突破|不低于)\d/;

const AIMED_FOR_ALL = /(?:力争|实现|确保|争取)(?:全?[市县区省州])?(?:有)?$/;
const HAVE = /^的[一-鿿]{2,12}?(?:享有|享受|实现|达到|完成|建成|纳入|接受|参加|获得)/;

/** A share of all things, then what becomes of them. */
export const shareOfThings: QuantityRule = {
  id: 'quantity.share-of-things',
  summary: 'A share of all things, then what becomes of them.',
  example: '【96%】税费服务事项实现“网上办”',
  read({ quantity, before, after, compared }) {
    if (quantity.kind !== 'share' || quantity.unit !== '%') return null;
    // 实现全县不少于2.5%的老年人享有补贴
    if (/^(?:不少于|不低于|超过|至少)$/.test(compared))
      return AIMED_FOR_ALL.test(before) && HAVE.test(after) ? target('>=') : null;
    if (compared !== '') return null;
    if (AIMS_AT.test(before) && ABOVE_A_LINE.test(after)) return target('>=');

    if (!OPENS.test(withoutOpening(before)) || !DONE.test(after) || /的$|已/.test(after))
      return null;
    return target(quantity.op ?? '=');
  },
};
