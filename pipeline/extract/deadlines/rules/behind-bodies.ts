import { by, type DeadlineRule } from '../rule.js';

export const behindBodies: DeadlineRule = {
  id: 'deadline.behind-bodies',
  summary:
    'A day, month or year that closes a bracket of bodies, with or without 前: they have it done by then.',
  example: '改造一批校舍。（县教育局、县财政局，【2025年8月25日】）',
  read({ time, behindBodies: closes, context: { issuedOn = null, documentYear } }) {
    if (!closes || time.to === null || time.unit === 'plan') return null;
    if (time.bound !== null && time.bound !== 'before' && time.bound !== 'within') return null;
    const since = issuedOn ?? `${documentYear ?? ''}`;
    return time.to < since ? null : by(time.to);
  },
};
