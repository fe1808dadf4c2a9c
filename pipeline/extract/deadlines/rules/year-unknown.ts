import type { DeadlineRule } from '../rule.js';

/** Asked of what another rule has made a deadline of. */
export const yearUnknown: DeadlineRule = {
  id: 'deadline.year-unknown',
  summary:
    'A deadline of which neither item nor document tells the year gives none, and a warning.',
  example: '【年底前】完成整改。',
  read: ({ time }) =>
    time.lacksYear || (time.to === null && time.duration === null) ? 'none' : null,
};
