import { by, type DeadlineRule, ONGOING, period, recurring } from '../rule.js';

/** Labels of a stretch of time; the others name the day at which something is due. */
const STRETCH = /实施|活动|执行|建设|起止|^时间|时段/;

/** What stands behind 时限要求：, 完成时限：, 活动时间：is a deadline, whatever its form. */
export const labelled: DeadlineRule = {
  name: 'labelled',
  read({ time, label }) {
    if (label === null) return null;
    switch (time.kind) {
      case 'ongoing':
        return ONGOING;
      case 'recurring':
        return recurring(time.every);
      case 'duration':
        return 'none';
      case 'by':
        return by(time.to);
      default: {
        if (time.bound === 'since') return 'none';
        const stretch = time.bound === 'range' || (STRETCH.test(label) && time.unit !== 'part');
        return stretch ? period(time.from, time.to) : by(time.to);
      }
    }
  },
};
