import type { DeadlineRule } from '../rule.js';

export const impossibleDay: DeadlineRule = {
  id: 'deadline.impossible-day',
  summary: 'A day that no calendar has gives none, and a warning.',
  example: '推进数据归集，【2025年6月31日前】完成。',
  read: ({ time }) => (time.fault === 'no_such_day' ? 'none' : null),
};
