import type { Mention } from '../frame.js';
import { type QuantityRule, target } from '../rule.js';

const PLACE = '[一-鿿]{1,8}(?:市|县|旗|(?<![小社景校片山库灌牧林矿城郊街户])区|镇|乡|街道|州|园区)';
/** 其中：甲区3万亩、乙市5万亩. */
const ITEMS = new RegExp(`其中[：，]?(?:${PLACE}[\\d.]+[^\\d，。；、：]{1,5}[、，和；])*${PLACE}$`);
const ENDS = /^(?:$|[、，和及；])/;

function wholeOf({ leadIn, clauseBefore, previous, quantity, before, after }: Mention) {
  if (previous?.reading.role !== 'target' || quantity.op !== null || before === '') return null;
  if (quantity.unit !== previous.frame.quantity.unit || !ENDS.test(after)) return null;
  return ITEMS.test(leadIn + clauseBefore) ? previous : null;
}

/** 播种面积稳定在36万亩，其中：甲区3万亩: each place's share of the number of the clause before. */
export const shareOfPlaces: QuantityRule = {
  id: 'quantity.share-of-places',
  summary: 'The places behind 其中, each with its share of the number before it.',
  example: '粮食播种面积稳定在36万亩，其中：甲区【3万亩】、乙市5万亩',
  read(mention) {
    const op = wholeOf(mention)?.reading.op ?? null;
    return op === null ? null : target(op);
  },
};
