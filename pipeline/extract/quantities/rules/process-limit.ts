import { type QuantityRule, target } from '../rule.js';

const LIMITED_UNITS = new Set(['工作日', '自然日', '天', '日', '小时', '分钟', '秒']);
const DONE =
  /^(?:响应|办结|办理完毕|办好|办成|出证|领证|完成|取证|拿证|反馈|答复|受理|审结|核发|放款|到位)(?!流程|的)/;
const PREDICATE = /(?:实现|做到|[一-鿿]{2,}|，|”|^)$/;
/** 不得晚于中标（成交）通知书发放之日起7个工作日. */
const NO_LATER =
  /(?:不得?(?:晚于|迟于|超过)|最迟|最晚)[^，。；]{2,24}(?:之日起|之日|之后|后)(?:的)?$/;

/** A process is done in so much time, 内 left out. */
export const processLimit: QuantityRule = {
  id: 'quantity.process-limit',
  summary: 'A process is done in so much time, 内 left out.',
  example: '一般诉求【3个工作日】办结',
  read({ quantity, before, after }) {
    if (quantity.op !== null || !LIMITED_UNITS.has(quantity.unit ?? '')) return null;
    if (NO_LATER.test(before)) return target('<=');
    return DONE.test(after) && PREDICATE.test(before) ? target('<=') : null;
  },
};
