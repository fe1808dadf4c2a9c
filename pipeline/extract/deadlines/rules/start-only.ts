import type { DeadlineRule } from '../rule.js';

export const startOnly: DeadlineRule = {
  id: 'deadline.start-only',
  summary: 'A start without an end.',
  example: '【自2023年9月25日起】，存量贷款利率由商业银行统一调整。',
  read: ({ time }) => (time.bound === 'since' || time.bound === 'after' ? 'none' : null),
};
