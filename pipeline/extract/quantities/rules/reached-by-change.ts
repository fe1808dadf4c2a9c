import type { Mention } from '../frame.js';
import { type QuantityRule, target } from '../rule.js';

const TO = /^(?:左右|以上|以内)?[，,]?(?:提[高升]|增[加长]|上升|下降|降[低]?|达|减少?)?[至到]$/;

/** The number says what the change just before it comes to. */
export function reachedByChange({ previous, quantity, text }: Mention): boolean {
  const change = previous?.frame.quantity;
  if (change === undefined || (change.op !== 'increase' && change.op !== 'decrease')) return false;
  return previous?.reading.role === 'target' && TO.test(text.slice(change.end, quantity.start));
}

/** The level that a change comes to. */
export const reachedByChangeRule: QuantityRule = {
  id: 'quantity.reached-by-change',
  summary: 'What a change comes to: 提升3个百分点至35%.',
  example: '推动研发投入占比提升3个百分点至【35%】',
  read(mention) {
    if (mention.quantity.kind === 'time' || !reachedByChange(mention)) return null;
    return target(mention.previous!.frame.quantity.op === 'increase' ? '>=' : '<=');
  },
};
