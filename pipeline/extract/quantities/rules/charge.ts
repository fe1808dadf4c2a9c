import { parameter, type QuantityRule } from '../rule.js';
import { ALLOTTED, aimsAt, CHARGED } from '../words.js';

const DISCOUNT =
  /(?:上浮|下浮|上调|下调|核减|加计|让利|优惠)(?:幅度)?[^，。；\d]{0,6}$|打$|(?:上浮|下浮|核减|加点)/;
const PAID = /(?:支付|缴纳|拨付|兑付|付清|计提|返还|承担|分担|负担|出资|占股)[^，。；\d]{0,12}$/;
/** Whatever is said of who borrows or draws, the policy sets. */
const LENDING = /公积金|借款人|缴存(?:人|职工)|按揭|个人住房贷款|首套|二套/;
const GROWTH = /(?:收入|投资|产值|销售|总额|增加值|消费|贷款余额|贷款|人数|量)[^，。；]{0,10}$/;
/** 争取债券资金要较上年增长10%: what is to grow by the work. */
const AGAINST_LAST_YEAR = /[较比](?:上年|去年|上一年|20\d\d年)(?:同期|底|末|度)?$/;
/** 其中首套…, 二套…: an item that goes on with what the clauses before speak of. */
const CONTINUES =
  /^(?:幅度|比例|额度|金额|标准|年限|其中|二孩|三孩|多孩|首套|二套|双职工|单职工|硕士|博士|本科|[一-鿿]{0,8}(?:家庭|职工|人才|住房|房|户|毕业生|缴存人))/;

/** What is charged, priced, lent or insured: rates, fees, first payments, limits of loans. */
export const charge: QuantityRule = {
  id: 'quantity.charge',
  summary: 'A rate, fee, price or limit of a loan, a draw or a share that the policy sets.',
  example: '三孩家庭最高贷款额度【上浮50%】',
  read(mention) {
    const { quantity, clauseBefore, before, after, compared, leadIn } = mention;
    if (quantity.kind === 'time')
      return /间隔期限|贷款(?:年限|期限)|缴存/.test(before) ? parameter(mention) : null;
    if (AGAINST_LAST_YEAR.test(before) && quantity.op === 'increase') return null;
    const words = clauseBefore.slice(-40) + after.slice(0, 24);
    if (quantity.kind === 'share' && DISCOUNT.test(before.slice(-10) + compared))
      return parameter(mention);
    if (quantity.kind === 'count' && /核减|减免/.test(before.slice(-6) + compared))
      return parameter(mention);
    if (quantity.kind === 'share' && PAID.test(before)) return parameter(mention);
    if (
      LENDING.test(leadIn.slice(-60) + clauseBefore) &&
      quantity.op !== null &&
      (quantity.kind !== 'count' || quantity.unit === '倍') &&
      !aimsAt(clauseBefore.slice(-12))
    )
      return parameter(mention);
    if (quantity.kind !== 'count' && quantity.kind !== 'noun' && ALLOTTED.test(words))
      return parameter(mention);
    if (
      (quantity.kind === 'money' || quantity.kind === 'share' || quantity.kind === null) &&
      CHARGED.test(words)
    ) {
      return GROWTH.test(before) && quantity.op === 'increase' ? null : parameter(mention);
    }
    if (!CONTINUES.test(before)) return null;
    return (quantity.kind === 'money' || quantity.kind === 'share') &&
      (ALLOTTED.test(leadIn.slice(-60)) || CHARGED.test(leadIn.slice(-60)))
      ? parameter(mention)
      : null;
  },
};
