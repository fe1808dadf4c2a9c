import type { DeadlineRule } from '../rule.js';

/** Decided by the reader, which knows the deadlines before: it is asked of none by itself. */
export const saidBefore: DeadlineRule = {
  id: 'deadline.said-before',
  summary: 'The same date said again in one task is one deadline, the first.',
  example: '年底前完成甲项。【2023年底前】完成乙项。',
  read: () => null,
};
