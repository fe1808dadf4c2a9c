import type { Mention } from '../frame.js';
import { type QuantityRule, target } from '../rule.js';

const PLACE = '(?:其中)?[一-鿿]{1,8}(?:市|县|旗|区|镇|乡|街道|州|园区)';
const NUMBER = '[\\d.]+[^\\d，。；、]{1,5}';
const ITEMS = new RegExp(`^(?:${PLACE}${NUMBER}[、，])*${PLACE}$`);
/** 其中专精特新企业5家、, 包括63个省级补助村、: kinds of the thing, before or behind their numbers. */
const KINDS =
  /^(?:其中|包括|包含|含)[：，]?(?:[^，。；：、\d]{0,14}[\d.]+[^\d，。；、]{1,16}[、，和])*[^，。；：、\d]{0,14}$/;
/** The noun of what is counted, between its number and the bracket. */
const NOUN = /^[一-鿿“”A-Z]{0,16}$/;

/** The number before the bracket, or the place before, whose share or fellow the number is. */
function wholeOf(mention: Mention): Mention['previous'] {
  const { enclosure, previous, text, quantity, before } = mention;
  if (enclosure?.kind !== 'bracket' || previous === null) return null;
  if (quantity.op !== null || quantity.unit !== previous.frame.quantity.unit) return null;
  const words = text.slice(enclosure.start + 1, quantity.start);
  if (!(before !== '' && ITEMS.test(words)) && !KINDS.test(words)) return null;
  const { end } = previous.frame.quantity;
  const goesOn = previous.rule === ID;
  return goesOn || (end <= enclosure.start && NOUN.test(text.slice(end, enclosure.start)))
    ? previous
    : null;
}

const ID = 'quantity.share-in-brackets';

/** 总产量稳定在48万吨以上（甲县37万吨、乙区11万吨）: each place's or kind's share of the number before the bracket. */
export const shareInBrackets: QuantityRule = {
  id: ID,
  summary:
    'The places or kinds in a bracket behind a number that is to be reached, each with its share.',
  example: '粮食总产量稳定在48万吨以上（甲县【37万吨】、乙区11万吨）',
  read(mention) {
    const whole = wholeOf(mention);
    return whole?.reading.role === 'target' && whole.reading.op !== null
      ? target(whole.reading.op)
      : null;
  },
};

const IS_PLACE = new RegExp(`^${PLACE}$`);

/** Whether a share is a place's, which takes the name of the whole; a kind has its own. */
export function isShareOfPlace(before: string): boolean {
  return IS_PLACE.test(before);
}
