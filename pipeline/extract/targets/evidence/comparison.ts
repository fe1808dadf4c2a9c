import type { TargetOperator } from '../../../../schemas/target.js';
import type { Quantity } from '../../../values/quantities/index.js';
import type { Mention } from '../mention.js';

/** 整合为一个: a change of kind, no number to be reached. */
const IDENTITY = /^为[一两二三]/;
/** Words of conditions: 缺口小于4个小时. */
const CONDITION = /^(?:小于|大于|少于|多于|等于|[<>≤≥＜＞])/;

/** Comparison words around the number: 达到70%以上, 控制在13件以内, 提高5个百分点. */
export function byComparison({ quantity, text, after }: Mention): TargetOperator | null {
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
  if (quantity.kind === null && !isBareMeasure(quantity, after)) return null;
  return quantity.op;
}

const WRITTEN_AS_LIMIT = /达|超过|突破|低于|不低于|不少于|不超过|以上$|以内$|以下$/;

/** A number without a unit: a share (超六分之一), or what ends its clause (累计达1500以上, 比值达1.2以上). */
function isBareMeasure({ value, op, raw }: Quantity, after: string): boolean {
  if (value > 0 && value < 1) return true;
  return (op === '>=' || op === '<=') && after === '' && WRITTEN_AS_LIMIT.test(raw);
}
