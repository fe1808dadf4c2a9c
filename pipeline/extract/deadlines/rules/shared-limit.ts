import { by, type DeadlineRule, isUndated, recurring } from '../rule.js';

export const sharedLimit: DeadlineRule = {
  id: 'deadline.shared-limit',
  summary: 'The first of several days whose sign of a limit stands behind the last.',
  example: '应分别于【6月10日】、10月10日前上报情况。',
  read({ time, sharesLimit, yearly }) {
    if (!sharesLimit || isUndated(time) || time.kind === 'recurring') return null;
    return yearly ? recurring('P1Y') : by(time.to);
  },
};
