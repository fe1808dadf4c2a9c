import type { DeadlineRule } from '../rule.js';

export const feastUnknown: DeadlineRule = {
  id: 'deadline.feast-unknown',
  summary: 'A feast of a year that the table of feasts does not hold gives none, and a warning.',
  example: '【2035年春节前】完成农民工工资清欠。',
  read: ({ time }) => (time.fault === 'feast_unknown' ? 'none' : null),
};
