import { type DeadlineRule, recurring } from '../rule.js';

export const yearlyDay: DeadlineRule = {
  id: 'deadline.yearly-day',
  summary: 'A bare month or day of a sentence that spoke of every year.',
  example: '每年2月底前各省份完成考核，【3月底前】国家完成分析。',
  read: ({ time, yearly }) => (yearly && time.bound === 'before' ? recurring('P1Y') : null),
};
