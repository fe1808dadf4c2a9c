import type { Mention } from '../mention.js';

const FROM = /(?:从|由|自|原来的?|原|法定的?|目前的?|现行的?)[^，。；]{0,12}$/;
const CHANGED =
  /^[^，。；、]{0,6}(?:提高|提升|增加|增至|上升|压缩|压减|缩短|缩减|减少|减至|减为|降低|降至|降为|下降|下调|调整|优化|精简|延长|扩大|扩展|拓展|变为|放宽|合并)/;

/** The value that a change starts from: 从5%提高至8%, 由法定的15个工作日缩短至7个. */
export function isBase({ before, after, quantity }: Mention): boolean {
  if (CHANGED.test(after) && FROM.test(before)) return true;
  return CHANGED.test(after) && quantity.op === null && /[从由自]/.test(before);
}
