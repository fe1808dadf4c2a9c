import type { TargetOperator } from '../../../../schemas/target.js';
import type { Mention } from '../mention.js';

/** 整合为一个: a change of kind, no number to be reached. */
const IDENTITY = /^为[一两二三]/;
/** Words of conditions: 缺口小于4个小时. */
const CONDITION = /^(?:小于|大于|少于|多于|等于|[<>≤≥＜＞])/;

/** Comparison words around the number: 达到70%以上, 控制在13件以内, 提高5个百分点. */
export function byComparison({ quantity, text }: Mention): TargetOperator | null {
  if (quantity.op === null) return null;
  const change = quantity.op === 'increase' || quantity.op === 'decrease';
  if (
    change &&
    /^[一二两三四五六七八九十]/.test(text.slice(quantity.amountStart)) &&
    quantity.kind === 'count'
  ) {
    return null; // 整合提升三项工作: the verb belongs to the work, not to the number.
  }
  if (IDENTITY.test(quantity.raw) || CONDITION.test(quantity.raw)) return null;
  const bare = quantity.kind === null;
  // A bare number is compared only as a share: 超六分之一, 一半以上.
  if (bare && (quantity.value >= 1 || quantity.value <= 0)) return null;
  return quantity.op;
}
