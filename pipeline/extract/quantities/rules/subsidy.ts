import { parameter, type QuantityRule } from '../rule.js';
import { GIVING, opensCase } from '../words.js';

const NEAR_GIVING = /给予|予以|奖励|补助|补贴|资助|奖补|贴息|罚款|赔偿|补偿|一次性|奖金|津贴/;
/** 保费收入增长20%. */
const GROWS = /(?:收入|投资|产值|销售|总额|增加值|消费|余额|规模|数量|人数|量)$/;
const BY_RATE = /(?<![减])按(?![时期质量月季年需])照?[^，。；]{0,16}$/;

/** What is given to those whom the policy covers: sums, shares of cost, how often. */
export const subsidy: QuantityRule = {
  id: 'quantity.subsidy',
  summary: 'A sum or share that somebody is given: subsidies, rewards, reliefs, fines.',
  example: '对新认定的企业给予【不超过150万元】补助',
  read(mention) {
    const { quantity, before, clauseBefore, after, leadIn, leadOut } = mention;
    if (quantity.unit === '倍' && /[处罚]|违法所得|给予/.test(clauseBefore))
      return parameter(mention);
    if (quantity.kind !== 'money' && quantity.kind !== 'share' && quantity.kind !== null)
      return null;
    if (quantity.op === 'increase' && GROWS.test(before)) return null;
    const clause = clauseBefore.slice(-40) + after.slice(0, 40);
    if (GIVING.test(clause)) return parameter(mention);
    if (BY_RATE.test(clauseBefore) && quantity.op !== 'increase') return parameter(mention);
    if (
      quantity.kind === 'money' &&
      /发放|价值|慰问/.test(clauseBefore) &&
      !/^[万亿]/.test(quantity.unit ?? '')
    )
      return parameter(mention);
    const near = leadIn.slice(-60) + clause + leadOut.slice(0, 40);
    if (!NEAR_GIVING.test(near)) return null;
    if (quantity.kind === 'money') return parameter(mention);
    return opensCase(leadIn + clauseBefore) ||
      /给予[^，。；]{0,20}(?:奖励|奖补|补助|补贴|资助|贴息|补偿|支持)/.test(near)
      ? parameter(mention)
      : null;
  },
};
