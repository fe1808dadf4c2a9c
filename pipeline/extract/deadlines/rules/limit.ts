import { by, type DeadlineRule } from '../rule.js';

export const limit: DeadlineRule = {
  id: 'deadline.limit',
  summary: 'A day by which something is finished: 2025年8月底前, 到2027年, 年内.',
  example: '【10月底前】，省发展改革委要制定完善备案机制。',
  read({ time, after }) {
    if (time.kind !== 'by' || time.bound === null) return null;
    return time.bound === 'within' && /^的/.test(after) ? 'none' : by(time.to);
  },
};
