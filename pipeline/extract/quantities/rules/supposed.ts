import { CONDITION, type QuantityRule } from '../rule.js';
import { aimsAt } from '../words.js';

const SUPPOSED =
  /(?:^|[，。；：])(?:如果?(?!期|实|何|下|皋|东)|若|一旦|当(?![年地前日月天事代场晚局好选家机面期]))[^。；]*$/;
const WHEN = /^[^，。；]{0,8}时(?:[，；]|$)/;
/** 当…的，缴存时间系数为1.1: what holds in the case. */
const SET_THEN = /(?:系数|比例|额度|标准|金额|费率|税率)(?:调整|上浮|提高|确定|执行)?为$/;
/** 工程进度达到设计形象进度的三分之一, 资金达到工程建设总投资25%以上: how far a work has come. */
const PROGRESS =
  /形象进度|(?:达到|完成)[^，。；]{0,14}(?:总投资|投资总额|设计|总量|总价|总造价)(?:额)?的?$|投资额[^，。；]{0,6}$|去化周期/;

/** A case that 如, 若, 当 … suppose, or how far a work must have come. */
export const supposed: QuantityRule = {
  id: 'quantity.supposed',
  summary:
    'A number in a case that is supposed (如, 若, 当…时), or the progress that a permit needs.',
  example: '如市场价格连续3个月环比下降且累计幅度【超过10%】，及时下调计税价格',
  read({ quantity, clauseBefore, before, leadIn, compared, after, leadOut }) {
    if (quantity.kind === 'time' && quantity.op === '<=') return null;
    const words = leadIn + clauseBefore;
    if (/给予|予以|按/.test(clauseBefore.slice(-14) + after.slice(0, 6))) return null;
    if (aimsAt(words.slice(-40) + compared)) return null;
    if (SUPPOSED.test(words)) return SET_THEN.test(before + compared) ? null : CONDITION;
    if (quantity.op !== null && WHEN.test(after)) return CONDITION;
    const far =
      PROGRESS.test(clauseBefore) && (quantity.op !== null || /达到|完成/.test(clauseBefore));
    return far &&
      !/(?:完成率|年度|月底前|年底前)/.test(words.slice(-40)) &&
      quantity.kind !== 'money' &&
      !/^[^，。；]{0,6}任务/.test(after + leadOut)
      ? CONDITION
      : null;
  },
};
