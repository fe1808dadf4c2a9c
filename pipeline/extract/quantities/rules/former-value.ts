import { DESCRIPTION, type QuantityRule } from '../rule.js';

const FROM = /(?:从|由|自|原来的?|原|法定的?|目前的?|现行的?|之前的?)[^，。；]{0,14}$/;
const CHANGED =
  /^[^，。；、]{0,8}(?:提高|提升|增加|增至|上升|压缩|压减|缩短|缩减|减少|减至|减为|降低|降至|降为|下降|下调|调整|优化|精简|延长|扩大|扩展|拓展|变为|放宽|合并|上调|提至|调减|调增|改为)/;

/** The value that a change starts from. */
export const formerValue: QuantityRule = {
  id: 'quantity.former-value',
  summary: 'The value that a change starts from.',
  example: '首付款比例由【40%】下调至30%',
  read({ quantity, before, after, compared }) {
    if (!CHANGED.test(after)) return null;
    if (FROM.test(before) || /[从由自]$/.test(compared)) return DESCRIPTION;
    return quantity.op === null && /[从由自]/.test(before.slice(-40)) ? DESCRIPTION : null;
  },
};
