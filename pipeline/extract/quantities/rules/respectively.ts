import type { QuantityRule } from '../rule.js';

/** A number that goes on with the list of the one before: 分别达到65%和55%, 10万元、20万元奖励. */
export const respectively: QuantityRule = {
  id: 'quantity.respectively',
  summary:
    'The next number of a list, with nothing but 、 or 和 between: what holds for the first holds for it.',
  example: '花生种植、收获机械化率分别达到65%和【55%】',
  read({ quantity, follows, previous, compared, clauseBefore, after }) {
    if (follows === null || previous?.frame.quantity !== follows) return null;
    // 控制在1%以内，70%以上的城市…: each has its own comparison.
    if (quantity.op !== null && follows.op !== null && quantity.op !== follows.op && after !== '')
      return null;
    if (quantity.op !== null && compared !== '' && compared !== '约' && compared !== '近')
      return null;
    return quantity.unit === follows.unit ||
      (quantity.kind !== null && /分别/.test(clauseBefore) && previous.reading.role === 'target') ||
      (quantity.kind === 'money' &&
        (follows.kind === 'money' || /^[万亿]/.test(follows.unit ?? '')))
      ? previous.reading
      : null;
  },
};
