import type { DeadlineRule } from '../rule.js';

export const season: DeadlineRule = {
  id: 'deadline.season',
  summary: 'A season begins on no fixed day: it gives none, and a warning.',
  example: '推进水库加固，【2025年汛期前】完成。',
  read: ({ time }) => (time.fault === 'season' ? 'none' : null),
};
