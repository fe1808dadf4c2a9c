import type { Mention } from '../frame.js';
import { type QuantityRule, target } from '../rule.js';

const PLACE = '(?:其中)?[一-鿿]{1,8}(?:市|县|旗|区|镇|乡|街道|州|园区)';
const ITEMS = new RegExp(`^(?:${PLACE}[\\d.]+[^\\d，。；、]{1,5}[、，])*${PLACE}$`);

/** The number right before the bracket, or the place before, whose share or fellow a place's number is. */
function wholeOf(mention: Mention): Mention['previous'] {
  const { enclosure, previous, text, quantity, before } = mention;
  if (enclosure?.kind !== 'bracket' || previous === null || before === '') return null;
  if (quantity.op !== null || quantity.unit !== previous.frame.quantity.unit) return null;
  if (!ITEMS.test(text.slice(enclosure.start + 1, quantity.start))) return null;
  const goesOn = previous.rule === 'quantity.share-in-brackets';
  return goesOn || previous.frame.quantity.end >= enclosure.start - 2 ? previous : null;
}

/** 总产量稳定在48万吨以上（甲县37万吨、乙区11万吨）: each place's share of the number before the bracket. */
export const shareInBrackets: QuantityRule = {
  id: 'quantity.share-in-brackets',
  summary: 'The places in a bracket behind a number that is to be reached, each with its share.',
  example: '粮食总产量稳定在48万吨以上（甲县【37万吨】、乙区11万吨）',
  read(mention) {
    const whole = wholeOf(mention);
    return whole?.reading.role === 'target' && whole.reading.op !== null
      ? target(whole.reading.op)
      : null;
  },
};
