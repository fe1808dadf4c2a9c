import type { Quantity } from '../../../values/quantities/index.js';
import type { Mention } from '../frame.js';
import { type QuantityRule, target } from '../rule.js';

const SHORT_NAME = /^(?:[一-鿿]{2,6}|“[^“”]{2,10}”)$/;
/** A clause that says what becomes of the things counted is no item of a list. */
const PREDICATE = /^的|实现|完成|纳入|达到|获|已|均|可以|应当?(?!用|急|对|答)|由|被/;

/** An item of a list whose first item has the verb. */
export const listed: QuantityRule = {
  id: 'quantity.listed',
  summary: 'The next item of a list: the verb of its first item holds for it.',
  example: '支持30家企业建设绿色工厂、【5家】企业建设零碳工厂',
  read(mention) {
    const { quantity, after } = mention;
    const first = mention.item ?? mention.previous;
    if (first?.reading.role !== 'target' || quantity.op !== null) return null;
    const last = first.frame.quantity;
    const { op } = first.reading;
    if (op === null || (mention.listed !== last && !continues(mention, last))) return null;
    if (quantity.kind === 'time' || !isAlike(mention, last)) return null;
    if (/^的/.test(after) && !/[级类型式]$/.test(mention.before)) return null;
    const small =
      /^[一二两三四五六七八九十]/.test(quantity.raw) &&
      !/^[一二两三四五六七八九十]/.test(last.raw.replace(/^[^\d一二两三四五六七八九十]+/, ''));
    if (small) return null;
    return target(op === 'increase' || op === 'decrease' ? '>=' : op);
  },
};

/** 引进企业15户，外来资金18000万元: a thing of another measure, brought about by the same verb. */
const THING =
  /^(?!总|其中|涉及|受益|惠及|投资|占地|现有|已|每)[一-鿿]{2,6}(?:资金|项目|企业|税收|人才|品牌|基地|学位|床位)$/;

/** 省级合作社5家、家庭农场10家: the clause is a list itself. */
const NAMED_ON = /^(?:、[^，。；、\d]{2,16}\d[\d.]*[万亿]?[一-鿿]{1,3})+$/;

/** Counted like the item before; or, like 材料0份、成本0元, a short name with its number. */
function isAlike({ quantity, before, after }: Mention, last: Quantity): boolean {
  return quantity.kind === last.kind || (/^(?:$|[、，])/.test(after) && SHORT_NAME.test(before));
}

/**
 * The next clause goes on with the list: a bare noun with the same measure word (培育创新型企业5000家，
 * 专精特新企业1500家), or a number with its noun (推出500项“一窗办”，100个“免证办”).
 */
function continues({ text, quantity, before, after, start }: Mention, last: Quantity): boolean {
  if (before === '' && /^\d{2}/.test(quantity.raw) && text[start - 1] === '，') {
    const name = text.slice(last.end, start - 1);
    return /^[^，。；：！？]{2,20}$/.test(name) && after !== '' && !PREDICATE.test(name + after);
  }
  const alike =
    quantity.unit === last.unit ||
    (quantity.kind === 'physical' && last.kind === 'physical' && before.length <= 8);
  const goesOn =
    after === '' && THING.test(before) && start === last.end + 1 && text[last.end] === '，';
  if (goesOn) return true;
  if (!alike || before.length > 25) return false;
  if (after !== '' && !NAMED_ON.test(after)) return false;
  return (
    start === last.end + 1 && /[，；]/.test(text[last.end]!) && !/[在已等对按从由现有]/.test(before)
  );
}
