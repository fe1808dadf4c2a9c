import type { Quantity } from './quantity.js';

const LIST_GAP = /^(?:、|和|及|或)$/;
/** Units that begin with the 个 that the items before them end in. */
const HEADED_UNIT = /个(?:工作日|自然日|交易日|小时|月|星期|季度|百分点|基点)$/;

/**
 * The quantities of a text, with the unit that a list writes out at its end only given to every
 * item: in 分别压减至6个、22个、32个工作日以内 all three are 工作日.
 * @param quantities in the order of the text; replaced in place
 */
export function shareUnits(text: string, quantities: Quantity[]): Quantity[] {
  let shared = false;
  for (let index = quantities.length - 1; index >= 0; index--) {
    const item = quantities[index]!;
    const next = quantities[index + 1];
    shared =
      shared &&
      next !== undefined &&
      item.unit === '个' &&
      LIST_GAP.test(text.slice(item.end, next.start).trim());
    if (shared) quantities[index] = { ...item, unit: next!.unit, kind: next!.kind };
    else shared = HEADED_UNIT.test(text.slice(item.amountStart, item.amountEnd).replace(/\s/g, ''));
  }
  return quantities;
}
