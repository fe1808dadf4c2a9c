import type { DeadlineRule } from '../rule.js';

export const mention: DeadlineRule = {
  id: 'deadline.mention',
  summary: 'Any other time: it is only mentioned.',
  example: '条例已于【2023年1月16日】经会议通过。',
  read: () => 'none',
};
