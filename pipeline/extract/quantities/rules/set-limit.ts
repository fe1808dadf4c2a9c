import { parameter, type QuantityRule } from '../rule.js';

/** 比例上限由7%提高到15%, 流动性调节额度为5万元; 灌溉水利用系数 is measured, not set. */
const LIMIT =
  /(?:上限|下限|限额|额度|(?<!利用|使用|有效)系数|倍数|起付标准|缴费基数|缴存基数)(?:统一|设定|确定|核定|调整|[由从自][^，。；]{1,16}?|逐步|适当)*$/;
const SET = /^(?:为|是|至|到|(?:提高|上调|下调|调整|降低|增加|放宽|提升|上浮|下浮|降)(?:至|到|为))/;
/** 给予价格扣除优惠，由6%提高至10%: what is given stands in the clause before. */
const GIVEN = /(?:优惠|补贴|补助|奖励|扣除|费率)[^，。；\d]{0,6}，$/;
const FROM = /^[由从]\d[^，。；]*$/;
/** 确保额度为, 授信额度达到: what banks are to bring about in all. */
const AIMED = /力争|确保|争取|授信|目标|总额度|新增/;

/** A limit, quota or coefficient of a rule is fixed or changed. */
export const setLimit: QuantityRule = {
  id: 'quantity.set-limit',
  summary: 'A limit, an allowance or a coefficient that the policy sets: 上限, 额度, 系数.',
  example: '生活服务设施用地面积占比上限由7%【提高到15%】',
  read(mention) {
    const { quantity, before, compared, clauseBefore, leadIn } = mention;
    if (quantity.kind === 'share' && FROM.test(before) && SET.test(compared) && GIVEN.test(leadIn))
      return parameter(mention);
    if (quantity.kind === 'time' || quantity.kind === 'physical') return null;
    if (!SET.test(compared) || !LIMIT.test(before) || AIMED.test(clauseBefore.slice(-24)))
      return null;
    return parameter(mention);
  },
};
