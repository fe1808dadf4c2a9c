import { type DeadlineRule, ONGOING } from '../rule.js';

export const ongoing: DeadlineRule = {
  id: 'deadline.ongoing',
  summary:
    'What goes on without an end, where a responsibility clause says no more about the time than that.',
  example: '（市发展改革委牵头，【长期坚持】）',
  read({ time, before, after, inClause, behindBodies }) {
    if (time.kind !== 'ongoing') return null;
    const alone = /[，,；;。：:、\s]$/.test(before) && /^\s*[）)〕\]。；;]/.test(after);
    return (inClause && alone) || behindBodies ? ONGOING : 'none';
  },
};
