import type { Mention } from '../mention.js';

/** Money and shares that are given, charged, taxed or fined. */
const GIVEN =
  /补助|补贴|奖励|奖补|资助|给予|予以|贴息|罚款|罚金|处以|赔偿|奖金|扶持资金|扶持|资金支持|补偿|优惠|减免|减征|免征|减半|退还|返还|发放一次性|叠加|兑现/;
const CHARGED =
  /税率|税额|征收率|征收|计征|预征|预缴|计入|加计|扣除|摊销|抵减|抵扣|应纳税|所得税|增值税|附加税|留抵|费率|利率|利息|LPR|保证金|保险费|保费|缴费|缴纳|缴存|缴费基数|租金|收费|费用标准|单价|最高限价|价款|首付|预付款|进度款|工资|工薪|定金|免收|收取|折|下浮|价格分|评审价|质保金|履约|投标保证|注册资本|价格|[电水气房租]价|管理费|结算款|门槛/;

/** 设立10亿元科技攻坚专项资金. */
const FUND = /^[一-鿿“”]{0,12}(?:资金|额度|支持[一-鿿]{2})/;

/** 申报专项资金支持500万元以上: money that is to be won, not given. */
const isRaised = (op: string | null, before: string, after: string): boolean =>
  op === '>=' && after === '' && /(?:申报|争取|撬动|引导)/.test(before);

const AVERAGE_FEE =
  /(?:平均|综合|担保|贷款|融资)[^，。；、]{0,10}(?:费率|利率)(?:（[^）]*）)?(?:全部|均|逐步|力争|保持|控制|[比较][^，。；]{1,8}|[降压]?[至到在])*$/;
const LOWERED = /^(?:降|下降|不|低于|控制)|(?:以下|以内|之内)$/;

/** 平均担保费率不高于0.8%, 贷款利率较上年下降0.2个百分点: what fees come down to, given to nobody. */
function isLoweredFee({ quantity, before, sentenceBefore, sentenceAfter }: Mention): boolean {
  if (quantity.op !== '<=' && quantity.op !== 'decrease') return false;
  if (!LOWERED.test(quantity.raw) || !AVERAGE_FEE.test(before)) return false;
  return !/给予|补助|补贴|贴息/.test(sentenceBefore + sentenceAfter);
}

/** 惠企资金兑现率100%, 合同履约率: how much of what is owed or given gets through. */
const RATE_OF_DELIVERY =
  /(?:兑现|发放|拨付|支付|到位|落实|履约|享受|直达|申报|参保|办结|清偿|化解|覆盖|电子化|网办)[^，。；、]{0,3}率[^，。；]{0,4}$/;

/** Policy parameters: 减按25%计入, 给予不超过150万元补助, 按实际投资30%. */
export function isConsideration(mention: Mention): boolean {
  const { quantity, before, after, sentenceBefore, sentenceAfter } = mention;
  if (quantity.unit === '倍' && /[处罚]|违法所得/.test(before)) return true;
  if (quantity.kind !== 'money' && quantity.kind !== 'share' && quantity.kind !== null)
    return false;
  if (isLoweredFee(mention)) return false;
  if (quantity.kind === 'share' && RATE_OF_DELIVERY.test(before)) return false;
  const clause = before.slice(-40) + after.slice(0, 40);
  if (CHARGED.test(clause)) return true;
  if (GIVEN.test(clause) && !isRaised(quantity.op, before, after)) return true;
  if (quantity.kind === 'money' && FUND.test(after)) return true;
  if (/按(?![时期质量月季年])照?[^，。；]{0,14}$/.test(before)) return true;
  const near = sentenceBefore.slice(-50) + sentenceAfter.slice(0, 40);
  return (
    GIVEN.test(near) &&
    (quantity.kind === 'money'
      ? /给予|奖励|补助|补贴|资助|奖补|贴息|罚款|赔偿/.test(near)
      : /给予[^，。；]{0,20}(?:奖励|补助|补贴|资助|贴息|补偿)/.test(near))
  );
}
