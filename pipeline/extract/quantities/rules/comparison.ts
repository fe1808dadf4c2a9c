import type { Quantity } from '../../../values/quantities/index.js';
import type { Mention } from '../frame.js';
import { type QuantityRule, target } from '../rule.js';
import { touchesAchievement } from '../words.js';

/** 整合为一个: a change of kind, no number to be reached. */
const IDENTITY = /^为[一两二三]/;
/** Words of conditions: 缺口小于4个小时. */
const CONDITION = /^(?:小于|大于|少于|多于|等于|[<>≤≥＜＞]|满|不足|不满|未满|高于)/;
const WRITTEN_AS_LIMIT = /达|超过|突破|低于|不低于|不少于|不超过|以上$|以内$|以下$/;

/** 细化为18个分区: into how many it is parted. */
const PARTED = /(?:细化|细分|划分|区分|分|归纳|归并|概括|拆分)$/;

/** 改造提升: two verbs of one work. */
const WORKED = /(?:改造|整治|优化|扩容|修缮)$/;

/** 用地面积为41公顷 states how large it is, unless a year or an aim stands before it. */
const STATED = new Set(['physical', 'count', 'money']);
const AIMED = /目标|力争|计划|确保|20\d\d年/;

function aimed({ leadIn, clauseBefore }: Mention): boolean {
  return AIMED.test(leadIn.slice(-40) + clauseBefore);
}

/** Comparison words around the number. */
export const comparison: QuantityRule = {
  id: 'quantity.comparison',
  summary: 'A number that is to be reached, kept to or changed by: 达到, 不低于, 控制在, 增长.',
  example: '推动口岸查验无陪同比例达到【70%以上】',
  read(mention) {
    const { quantity, text, after } = mention;
    if (quantity.op === null) return null;
    if (isBareExtent(mention)) return null;
    const change = quantity.op === 'increase' || quantity.op === 'decrease';
    const written = text.slice(quantity.amountStart);
    // 整合提升三项工作: the verb belongs to the work, not to the number.
    if (change && quantity.kind === 'count' && /^[一二两三四五六七八九十]/.test(written))
      return null;
    if (mention.compared === '为' && STATED.has(quantity.kind ?? '') && !aimed(mention))
      return null;
    if (mention.compared === '为' && PARTED.test(mention.before)) return null;
    if (IDENTITY.test(quantity.raw)) return null;
    if (CONDITION.test(quantity.raw) && !isLimitOfMeasure(mention)) return null;
    if (quantity.kind === null && !isBareMeasure(quantity, after)) return null;
    if (quantity.op === '=' && !quantity.approximate && touchesAchievement(mention)) return null;
    // 提升20所标准化养老院: so many are improved.
    // 公路改造提升55公里: so much of it is.
    const worked =
      quantity.kind === 'physical' && WORKED.test(mention.before) && mention.compared === '提升';
    const improved =
      quantity.op === 'increase' &&
      (worked ||
        ((quantity.kind === 'count' || quantity.kind === 'noun') && /^[一-鿿“]/.test(after)));
    return target(improved ? '>=' : quantity.op);
  },
};

/** PM2.5浓度≤25微克/立方米: a sign behind what is measured, with nothing behind the number. */
const SIGN = /^[<>≤≥≦≧＜＞]/;
const MEASURED_THING = /(?:率|浓度|[降增涨]幅|增速|占比|比例|比重|强度|次数|指数|满意度|总量)$/;

function isLimitOfMeasure({ quantity, before, after, enclosure }: Mention): boolean {
  return (
    enclosure === null &&
    SIGN.test(quantity.raw) &&
    /^(?:$|[,、和])/.test(after) &&
    MEASURED_THING.test(before)
  );
}

/** （约3000平方米）: how large what stands before the bracket is. */
function isBareExtent({ quantity, enclosure, before, after }: Mention): boolean {
  return (
    enclosure?.kind === 'bracket' &&
    quantity.op === '=' &&
    quantity.kind === 'physical' &&
    before === '' &&
    after === ''
  );
}

/** A number without a unit: a share (超六分之一), or what ends its clause (累计达1500以上, 比值达1.2以上). */
function isBareMeasure({ value, op, raw }: Quantity, after: string): boolean {
  if (value > 0 && value < 1) return true;
  return (op === '>=' || op === '<=') && /^(?:$|、)/.test(after) && WRITTEN_AS_LIMIT.test(raw);
}
