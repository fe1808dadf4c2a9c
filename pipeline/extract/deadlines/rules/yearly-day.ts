import type { TimeUnit } from '../../../values/times/index.js';
import { type DeadlineRule, recurring } from '../rule.js';

export const yearlyDay: DeadlineRule = {
  id: 'deadline.yearly-day',
  summary: 'A bare day, month, quarter or half-year of a sentence that spoke of every year.',
  example: '每年2月底前各省份完成考核，【3月底前】国家完成分析。',
  read: ({ time, yearly, opensClause }) => {
    if (!yearly) return null;
    const opens = opensClause && time.bound === null && isPartOfYear(time.unit);
    return time.bound === 'before' || opens ? recurring('P1Y') : null;
  },
};

/** 每年一季度编制计划，四季度组织考核. */
const isPartOfYear = (unit: TimeUnit | null): boolean => unit === 'quarter' || unit === 'half';
