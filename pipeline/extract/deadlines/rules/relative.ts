import type { DeadlineRule } from '../rule.js';

export const relative: DeadlineRule = {
  id: 'deadline.relative',
  summary: 'A time that counts from another one that is not known: 次月, 当月, 上一季度.',
  example: '过渡费标准以出具房票【当月】的过渡费为准。',
  read: ({ time, yearly }) =>
    !yearly &&
    (time.kind === 'by' || time.kind === 'date' || time.kind === 'period') &&
    time.to === null &&
    time.bound !== 'since' &&
    time.bound !== 'after' &&
    !time.lacksYear &&
    !/年(?<![当次下]年)(?<!下一年)/.test(time.raw)
      ? 'none'
      : null,
};
