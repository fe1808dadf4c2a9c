import { describe, expect, it } from 'vitest';
import { bareText } from '../../pipeline/tables/flattened/fragment.js';
import { wordsWithin } from '../../pipeline/tables/flattened/marks-in-cells.js';

describe('marks within the cells of a flattened table', () => {
  it.each([
    ['2026\\-2027年', '2026-2027年'],
    ['1\\. 建成 平台', '1.建成平台'],
    ['甲\\乙', '甲\\乙'],
  ])('%s is compared as %s', (text, words) =>
    expect(bareText(text, { start: 0, end: text.length })).toBe(words),
  );

  it('are left out of a span', () => {
    const words = [
      { start: 0, end: 4 },
      { start: 5, end: 10 },
      { start: 12, end: 20 },
    ];
    expect(wordsWithin(words, { start: 2, end: 15 })).toEqual([
      { start: 2, end: 4 },
      { start: 5, end: 10 },
      { start: 12, end: 15 },
    ]);
    expect(wordsWithin(words, { start: 4, end: 5 })).toEqual([]);
  });
});
