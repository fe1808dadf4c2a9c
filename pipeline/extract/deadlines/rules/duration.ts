import type { DeadlineRule } from '../rule.js';

export const duration: DeadlineRule = {
  id: 'deadline.duration',
  summary: 'A length of time limits a process, or tells how long something lasts.',
  example: '【3个工作日内】办结。',
  read: ({ time }) => (time.kind === 'duration' || time.duration !== null ? 'none' : null),
};
