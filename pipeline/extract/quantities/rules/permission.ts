import { parameter, type QuantityRule } from '../rule.js';

const ALLOWS =
  /(?:可|可以|允许|最高|最多|最长|最大|上限|不高于|放宽至?|延长至?)(?:再|其|按|为|达|至|享受|获得?|申请|放宽|提高|延长|不|一次性|连续|选择|适当|顺延|分|缓缴|新增|增加|购买|领取|保留|选定|申领)?(?:[一-鿿]{0,6}(?:不超过|至|到|为))?$/;
/** 提取频次…每年提取不超过4次: how often a right may be used. */
const USED = /(?:提取|申请|申报|申领|享受|变更|使用|领取)$/;
/** 允许设置微型车位，占比不超过20%. */
const ALLOWED_BEFORE = /(?:^|[，。；])允许[^。；]{4,40}，$/;
const MOST = /^(?:最高|最多|最长|至多)/;
const ALLOWED_CLAUSE = /(?:可|可以|允许|可约定|可在)(?![靠能信行比观]|持续|再生)[一-鿿（）]{1,40}$/;
const FORBIDDEN = /^(?:不得|不能)/;
const POWER = /(?:报告|上报|事故|占用|清退)/;

/** What may be had or done at most. */
export const permission: QuantityRule = {
  id: 'quantity.permission',
  summary: 'What may be had, borrowed or done, and at most how much.',
  example: '承担在研项目数最多可达【3项】',
  read(mention) {
    const { quantity, before, compared, leadIn } = mention;
    if (MOST.test(compared) || ALLOWS.test(before)) return parameter(mention);
    // 最高不超过上限的1.5倍，即不超过60万元: the same said in money.
    if (/^即(?:最高)?$/.test(before) && /最高|不超过|上浮/.test(leadIn)) return parameter(mention);
    if (quantity.kind === 'share' && quantity.op === '<=' && ALLOWED_BEFORE.test(leadIn))
      return parameter(mention);
    if (quantity.kind === 'count' && quantity.op === '<=' && USED.test(before))
      return parameter(mention);
    if (quantity.kind === 'money' && /最高|最多|上限|封顶/.test(before)) return parameter(mention);
    if (quantity.op !== null && /不得(?:超过|高于|低于|少于)[^，。；]{1,20}的$/.test(before))
      return parameter(mention);
    // 清疏每年不得少于2次: how often something is to be done.
    const often = quantity.op === '>=' && /^[次场期轮]$/.test(quantity.unit ?? '');
    if (quantity.kind !== 'time' && FORBIDDEN.test(quantity.raw) && !often && !POWER.test(before))
      return parameter(mention);
    if (
      /可(?:以)?(?:在[^，。；]{0,12}基础上)?(?:再|适当)?$/.test(before) &&
      quantity.kind !== 'count'
    )
      return parameter(mention);
    if (quantity.op === 'increase' && !/[至到]$/.test(compared)) return null;
    return ALLOWED_CLAUSE.test(before) &&
      !/率$/.test(before) &&
      (quantity.op === '<=' || quantity.kind === 'time' || quantity.kind === 'share')
      ? parameter(mention)
      : null;
  },
};
