import { CONDITION, type QuantityRule } from '../rule.js';

/** 按活动规模1万人以上、5000人以上: the classes by which something is graded. */
const GRADED_BY =
  /按照?[^，。；\d]{0,16}(?:规模|面积|人数|数量|投资额|产值|营业收入|销售额|用电量|用水量|等级|层级|年限|床位数?)[^，。；]{0,40}$/;
const THEN = /分别|分档|分级|分类|分段|给予|补助|补贴|奖励|收取|征收|计算|确定|不同/;
const CLASS = /以上|以下|以内|超过|不足|不满/;

/** The classes of size by which a rule tells cases apart. */
export const sizeClass: QuantityRule = {
  id: 'quantity.size-class',
  summary: 'A class of size by which a rule tells cases apart: 按规模1万人以上、5000人以上分别….',
  example: '按活动规模【1万人以上】、5000人以上分别给予补助',
  read({ quantity, clauseBefore, after, text }) {
    if (quantity.kind === 'share' || quantity.kind === 'time') return null;
    const raw = text.slice(quantity.start, quantity.end);
    return CLASS.test(raw) && GRADED_BY.test(clauseBefore) && THEN.test(after) ? CONDITION : null;
  },
};
