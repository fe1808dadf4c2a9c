import { by, type DeadlineRule } from '../rule.js';

export const behindBodies: DeadlineRule = {
  id: 'deadline.behind-bodies',
  summary: 'A day or month that closes a bracket of bodies: they have it done by then.',
  example: '改造一批校舍。（县教育局、县财政局，【2025年8月25日】）',
  read({ time, behindBodies: closes, context: { issuedOn = null } }) {
    if (!closes || time.bound !== null || time.to === null) return null;
    if (time.unit !== 'day' && time.unit !== 'month' && time.unit !== 'part') return null;
    return issuedOn !== null && time.to < issuedOn ? null : by(time.to);
  },
};
