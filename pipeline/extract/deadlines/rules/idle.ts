import type { DeadlineRule } from '../rule.js';

export const idle: DeadlineRule = {
  id: 'deadline.idle',
  summary: 'A time in which something is not done.',
  example: '可以适当减少检查频次，甚至【年度内】不检，以减轻其负担。',
  read: ({ time, after }) =>
    time.kind !== 'recurring' &&
    time.bound === 'within' &&
    /^不(?!低于|少于|高于|超过|断|定期|得|再|收|计)/.test(after)
      ? 'none'
      : null,
};
