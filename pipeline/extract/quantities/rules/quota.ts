import { type QuantityRule, target } from '../rule.js';
import { VERBS } from '../words.js';

const BODY =
  /^(?:其中[，：]?)?[一-鿿A-Z]{1,10}(?:市|县|(?<![小社景校片山库灌牧林矿城郊街户])区|镇|乡|街道|旗|州|省|局|委|公司|银行|集团|大学|学院|医院)$/;
/** 改造老旧小区205个: what is done, not a body. */
const OPENS_ACT = new RegExp(`^(?:全[市省县区州])?(?:${VERBS})`);
const ACHIEVED = new RegExp(VERBS);

/** A number that is shared out among bodies and places: A县25个、B县30个. */
export const quota: QuantityRule = {
  id: 'quantity.quota',
  summary: 'The share of each body or place in a number that is to be reached.',
  example: '全市建设充电桩75个，其中甲县【25个】、乙县50个',
  read({ quantity, before, after, leadIn, leadOut, clauseBefore }) {
    if (quantity.kind !== 'count' || quantity.op !== null || !BODY.test(before)) return null;
    if (OPENS_ACT.test(before)) return null;
    if (after !== '' && !/^[、，和及]/.test(after)) return null;
    const others = (leadIn + clauseBefore.slice(0, -before.length || undefined) + leadOut).split(
      before,
      1,
    )[0]!;
    return ACHIEVED.test(others + leadOut) && (leadIn + leadOut).includes(quantity.unit ?? '\n')
      ? target('>=')
      : null;
  },
};
