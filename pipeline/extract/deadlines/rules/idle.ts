import type { DeadlineRule } from '../rule.js';

export const idle: DeadlineRule = {
  id: 'deadline.idle',
  summary: 'A time in which something is not done.',
  example: '可以适当减少检查频次，甚至【年度内】不检，以减轻其负担。',
  read: ({ time, after }) => {
    if (time.kind === 'recurring') return null;
    if (/^(?:[、和][^，。；]{1,6})?(?:免|不|停|暂不)报(?!销|名)/.test(after)) return 'none';
    const within = time.bound === 'within';
    return within && /^不(?!低于|少于|高于|超过|断|定期|得|再|收|计)/.test(after) ? 'none' : null;
  },
};
