import type { TargetOperator } from '../../../schemas/target.js';
import type { Rule } from '../../model/rule.js';
import type { Quantity } from '../../values/quantities/index.js';
import type { Mention } from './frame.js';
import type { Reading } from './reading.js';

export type { QuantityRole, Reading } from './reading.js';

/** Says what a quantity is, or has no opinion. */
export type QuantityRule = Rule<Mention, Reading>;

export const CONDITION: Reading = { role: 'condition', op: null };
export const DESCRIPTION: Reading = { role: 'description', op: null };
export const REFERENCE: Reading = { role: 'reference', op: null };

/** To be reached, at least, at most or exactly so. */
export function target(op: TargetOperator): Reading {
  return { role: 'target', op };
}

/** 控制在22—24: of a range that is not to be passed the upper end is the limit. */
export function limitOf({ value, upper }: Quantity, op: TargetOperator | null): number {
  return op === '<=' && upper !== null ? upper : value;
}

/** Given, charged, lent or allowed under the policy. */
export function parameter({ quantity, compared, before }: Mention): Reading {
  return {
    role: 'parameter',
    op: parameterOperator(quantity.op, quantity.upper, compared, before),
  };
}

const CEILING =
  /(?:最高|最多|最长|最大|至多|上限|封顶|不超过|以内)(?:可|达|至|为|不|给予|予以|提高|享受|补助|补贴|奖励|约|的)*$/;
const CHANGED_TO = /[至到为]$/;
const RAISED = /(?:上浮|提高|增加|上调|增发|再给予|加计|延长|上涨)$/;
const LOWERED = /(?:下浮|降低|减少|下调|减征|减免|减按|核减|下降)$/;

function parameterOperator(
  op: TargetOperator | null,
  upper: number | null,
  compared: string,
  before: string,
): TargetOperator {
  if (CEILING.test(before) || CEILING.test(compared)) return '<=';
  if (op === 'increase' || op === 'decrease') return op;
  if (CHANGED_TO.test(compared)) return '=';
  if (op !== null) return op;
  if (RAISED.test(before)) return 'increase';
  if (LOWERED.test(before)) return 'decrease';
  return upper !== null ? '>=' : '=';
}
