import type { Mention } from '../mention.js';

const ALLOWS =
  /(?:可|可以|允许|最高|最多|最长|最大|上限|不高于|予以|给予)(?:其|按|为|达|至|享受|获得?|申请|放宽|提高|延长|不)?$/;
const MOST = /^(?:最高|最多|最长|至多)/;

/** What may be done or had at most: 最多可达3项, 最高50万元, 出资比例最高可达40%. */
export function isPermission({ quantity, before, text }: Mention): boolean {
  const words = text.slice(quantity.start, quantity.amountStart);
  if (MOST.test(words) || ALLOWS.test(before)) return true;
  return quantity.kind === 'money' && /最高|最多|上限/.test(before);
}
