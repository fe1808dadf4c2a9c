import { by, type DeadlineRule } from '../rule.js';

export const behindBodies: DeadlineRule = {
  id: 'deadline.behind-bodies',
  summary: 'A day, month or year that closes a bracket of bodies: they have it done by then.',
  example: '改造一批校舍。（县教育局、县财政局，【2025年8月25日】）',
  read({ time, behindBodies: closes, context: { issuedOn = null, documentYear } }) {
    if (!closes || time.bound !== null || time.to === null || time.unit === 'plan') return null;
    const since = issuedOn ?? `${documentYear ?? ''}`;
    return time.to < since ? null : by(time.to);
  },
};
