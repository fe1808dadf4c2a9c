import type { Mention } from '../mention.js';

const LIMITED_UNITS = new Set(['工作日', '自然日', '天', '日', '小时', '分钟', '秒', '日历天']);
const SHORTENED = /(?:压缩|压减|缩短|缩减|减少|精简|降|控制|保持|稳定)(?:至|到|为|在)?$/;
const PERIOD_WORD =
  /(?:责令|有效期|保存|期限|任期|公示期|试用期|过渡期|质保|续签|服务期|缓缴|宽限|延期|最长|累计|连续|满|近|过去|未来|从业|工作经[历验]|年限|提前|前)[^，。；]{0,8}$/;

/** 结案1个月内: months limit a process only where it comes to its end. */
const CLOSED = /(?:结案|办结|审结)$/;
/** 本要点印发后30日内: when a task is due, not how long a process takes. */
const OWN_DEADLINE = /本[^，。；]{2,12}(?:印发|发布|下发|出台|施行)(?:之日起|后)?$/;

/** Lengths of time that limit no process: 3年内不得新任, 连续三年, 24小时服务, 提前5天. */
export function isDuration({ quantity, before, after, text }: Mention): boolean {
  if (quantity.kind !== 'time') return false;
  const unit = quantity.unit ?? '';
  const words = text.slice(quantity.start, quantity.amountStart);
  if (SHORTENED.test(words) || SHORTENED.test(before)) return false;
  if (quantity.op === 'decrease' || quantity.op === null) return false;
  if (quantity.op !== '<=') return true;
  if (!LIMITED_UNITS.has(unit) && !CLOSED.test(before)) return true;
  if (PERIOD_WORD.test(before) || OWN_DEADLINE.test(before)) return true;
  return /^(?:未|没有|不|的[，；。]|后)/.test(after);
}
