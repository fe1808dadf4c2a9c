import type { Mention } from '../frame.js';
import { REALISED, STATE } from '../rules/whole-share.js';

/** 实现城区100%清洁取暖: 城区清洁取暖; null where the words are no such state. */
export function stateOfAll({ quantity, before, after }: Mention): string | null {
  if (quantity.unit !== '%' || quantity.value !== 100) return null;
  const [where, what] = [REALISED.exec(before)?.[1], STATE.exec(after)?.[1]];
  return where === undefined || what === undefined ? null : where + what;
}
