import { describe, expect, it } from 'vitest';
import type { GoldTask } from '../../scripts/eval/gold.js';
import { locateGoldTasks, locateText, overlap } from '../../scripts/eval/locate.js';
import { normalised, similarity } from '../../scripts/eval/normalised.js';

const SOURCE = normalised(
  '1.进一步压缩口岸整体通关时间。建立跨部门协调机制。（市商务委）2.进一步创新海关监管模式。建立跨部门协调机制。',
);
const EVERYWHERE = { start: 0, end: SOURCE.length };

const task = (head: string, tail: string): GoldTask => ({
  number: '1',
  part: null,
  row: null,
  path: [],
  title: '',
  head,
  tail,
});

const words = (stretch: { start: number; end: number } | undefined) =>
  stretch && SOURCE.slice(stretch.start, stretch.end);

describe('normalised', () => {
  it.each([
    ['# Page 302:\n三、 华东', '三、华东'],
    ['**（一）**ＡＢ％', '(一)AB%'],
    [null, ''],
  ])('%j', (text, expected) => expect(normalised(text)).toBe(expected));

  it('tells how alike titles are', () => {
    expect(similarity('关于印发《方案》的通知', '关于印发《方案》的通知')).toBe(1);
    expect(similarity('若干措施', '若干措施的通知')).toBeCloseTo((2 * 3) / 9);
    expect(similarity('', '通知')).toBe(0);
  });
});

describe('where tasks stand', () => {
  it('gold tasks are found by head and tail, in their order', () => {
    const found = locateGoldTasks(
      SOURCE,
      [task('进一步压缩', '协调机制'), task('进一步创新', '协调机制')],
      0,
    );
    expect(found.map(words)).toEqual([
      '进一步压缩口岸整体通关时间。建立跨部门协调机制',
      '进一步创新海关监管模式。建立跨部门协调机制',
    ]);
  });

  it('a predicted text is found with its label, without it, or from a little further on', () => {
    expect(words(locateText(SOURCE, '2.进一步创新海关监管模式。', EVERYWHERE)[0])).toBe(
      '2.进一步创新海关监管模式。',
    );
    expect(words(locateText(SOURCE, '（二）进一步创新海关监管模式。', EVERYWHERE)[0])).toContain(
      '进一步创新海关监管模式。',
    );
    expect(locateText(SOURCE, '建立跨部门协调机制。', EVERYWHERE)).toHaveLength(2);
    expect(locateText(SOURCE, '开展专项行动并加强宣传引导', EVERYWHERE)).toEqual([]);
  });

  it('share of what two stretches cover', () => {
    expect(overlap({ start: 0, end: 10 }, { start: 0, end: 10 })).toBe(1);
    expect(overlap({ start: 0, end: 10 }, { start: 5, end: 20 })).toBe(0.25);
    expect(overlap({ start: 0, end: 10 }, { start: 10, end: 20 })).toBe(0);
  });
});
