import type { DeadlineRule } from '../rule.js';

export const plainYear: DeadlineRule = {
  id: 'deadline.plain-year',
  summary: 'A year that sets nothing: it tells which things are spoken of.',
  example: '在安排【2023年】地方政府专项债券时予以倾斜。',
  read: ({ time }) => (time.unit === 'year' && time.kind !== 'recurring' ? 'none' : null),
};
