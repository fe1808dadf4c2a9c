import type { TargetOperator } from '../../../../schemas/target.js';
import type { Mention } from '../frame.js';
import { trimmed } from '../indicator/trim.js';
import { type QuantityRule, target } from '../rule.js';

/** What each verb of the list makes of its numbers. */
const OPERATORS: Readonly<Record<string, TargetOperator>> = {
  达到: '>=',
  达: '>=',
  不低于: '>=',
  不少于: '>=',
  提高到: '>=',
  提升到: '>=',
  增长: 'increase',
  提高: 'increase',
  下降: 'decrease',
  降低: 'decrease',
  控制在: '<=',
  降至: '<=',
  不超过: '<=',
  为: '=',
  完成: '=',
  实现: '=',
};
const ITEM = '[一-鿿]{1,8}[市县区镇乡]?';
const LIST = new RegExp(
  `(?:^|，)([^，。；：]{2,24}?)(?:要|均|应|须)?分别(${Object.keys(OPERATORS).join('|')})(?:${ITEM}[\\d.]+[^\\d，。；、]{0,6}[、和])*${ITEM}$`,
);

function listOf({ clauseBefore, quantity, before }: Mention): RegExpExecArray | null {
  if (quantity.op !== null || before === '') return null;
  return LIST.exec(clauseBefore);
}

/** What the numbers of a list of places measure: 优良天数 of 优良天数分别达到甲县220天、乙县210天. */
export function spreadThing(mention: Mention): string | null {
  const thing = listOf(mention)?.[1];
  return thing === undefined ? null : trimmed(thing);
}

/** 优良天数分别达到甲县220天、乙县210天: each place with its own number, behind the verb. */
export const spread: QuantityRule = {
  id: 'quantity.spread',
  summary: 'A place with its number in a list that a noun and 分别达到, 分别增长 … open.',
  example: '优良天数分别达到甲县220天、乙县【210天】',
  read(mention) {
    if (!/^(?:$|[、，；。和（以])/.test(mention.after)) return null;
    const list = listOf(mention);
    return list === null ? null : target(OPERATORS[list[2]!]!);
  },
};
