import type { DeadlineRule } from '../rule.js';

export const past: DeadlineRule = {
  id: 'deadline.past',
  summary:
    'A time that ended before the year of the document tells what was, or whom a measure is for.',
  example: '对【2022年第四季度】到期的贷款予以展期。',
  read({ time, context: { documentYear, issuedOn = null } }) {
    if (time.to === null || time.kind === 'recurring') return null;
    // 3月底前 of a plan that is issued in May is not over; 4月25日前 of a relief is
    const limit = time.bound === 'before' && time.unit === 'day' && time.year_basis === 'explicit';
    if (limit && issuedOn !== null && time.to < issuedOn) return 'none';
    if (documentYear === null) return null;
    return Number(time.to.slice(0, 4)) < documentYear ? 'none' : null;
  },
};
