import { type QuantityRule, target } from '../rule.js';

const RATE =
  /(?:兑现|发放|拨付|支付|到位|落实|履约|享受|直达|申报|参保|办结|清偿|化解|覆盖|电子化|网办|执行|使用|完成|下达|投放|处置|返还|减免|缴纳|扩面|征缴|分离|供地|用地|续保|投保|赔付|应用|公开|归集)[^，。；、]{0,4}(?:率|进度|比例)[^，。；]{0,6}$/;
/** 上半年下达60%: the verb itself is measured. */
const DONE =
  /(?:年|月|季度|底前|末)(?:底|末)?前?(?:下达|投放|拨付|支付|使用|执行|开工|兑付|支出)$|(?:整合|投资|任务|建设|工程|改造|计划|指标|征收|安置)(?:分别)?完成$/;

/** How much of what is owed, given or planned gets through. */
export const deliveryRate: QuantityRule = {
  id: 'quantity.delivery-rate',
  summary: 'How much of what is owed or given gets through: a duty of those who give.',
  example: '确保惠企资金兑现率【100%】',
  read({ quantity, before }) {
    if (quantity.kind !== 'share' || !(RATE.test(before) || DONE.test(before))) return null;
    if (/保费|首付|租金|预付|保险|医保|报销|基金支付|统筹基金|中标/.test(before)) return null;
    return target(
      quantity.value === 100
        ? '='
        : quantity.op === null || quantity.op === '='
          ? quantity.approximate
            ? '='
            : (quantity.op ?? '=')
          : quantity.op,
    );
  },
};
