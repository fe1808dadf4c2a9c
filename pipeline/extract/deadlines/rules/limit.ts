import { by, type DeadlineRule, period, recurring } from '../rule.js';

/** What goes on until the day: 政策延续至…, 执行期限至…, 还款日期最长可延至…, 贴息政策执行期限至…. */
const GOES_ON =
  /(?:期限|有效期|延期|延|延续|延长|顺延|执行|实施|持续|继续|保留|暂停|优惠|免收|缓缴)(?:执行|实施)?(?:可)?$/;

/** 2025年8月底前, 到2027年, 年内; with 至 after what goes on, a period without a start. */
export const limit: DeadlineRule = {
  name: 'limit',
  read({ time, before, after, yearly }) {
    if (time.kind === 'period' && time.from === null && time.bound === 'until') {
      return period(null, time.to);
    }
    if (time.kind !== 'by' || time.bound === null) return null;
    if (yearly && time.bound === 'before') return recurring('P1Y');
    if (time.bound === 'until' && /^[至到]/.test(time.raw) && GOES_ON.test(before)) {
      return period(null, time.to);
    }
    if (time.bound === 'within' && /^的/.test(after)) return 'none';
    return by(time.to);
  },
};
