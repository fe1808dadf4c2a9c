import { type DeadlineRule, ONGOING } from '../rule.js';

/** 持续推进 and 长期坚持 where a responsibility clause says no more about the time than that. */
export const ongoing: DeadlineRule = {
  name: 'ongoing',
  read({ time, before, after, inClause }) {
    if (time.kind !== 'ongoing') return null;
    const stands = /[，,；;。：:、\s]$/.test(before) && /^\s*[）)〕\]。；;]/.test(after);
    return inClause && stands ? ONGOING : 'none';
  },
};
