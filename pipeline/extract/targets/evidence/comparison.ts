import type { TargetOperator } from '../../../../schemas/target.js';
import type { Mention } from '../mention.js';

/** Comparison words around the number: 达到70%以上, 控制在13件以内, 提高5个百分点. */
export function byComparison({ quantity }: Mention): TargetOperator | null {
  if (quantity.op === null) return null;
  const bare = quantity.kind === null;
  // A bare number is compared only as a share: 超六分之一, 一半以上.
  if (bare && (quantity.value >= 1 || quantity.value <= 0)) return null;
  return quantity.op;
}
