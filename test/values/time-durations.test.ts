import { describe, expect, it } from 'vitest';
import { isoDuration, readDuration } from '../../pipeline/values/duration.js';

describe('readDuration', () => {
  const cases = [
    ['四年六个月', { year: 4, month: 6 }, 'P4Y6M'],
    ['270天', { day: 270 }, 'P270D'],
    ['五个季度', { month: 15 }, 'P15M'],
    ['15个交易日', { workday: 15 }, 'P15D'],
    ['5 个工作日', { workday: 5 }, 'P5D'],
    ['两年半', { year: 2.5 }, 'P2Y6M'],
    ['半年', { month: 6 }, 'P6M'],
    ['两周', { week: 2 }, 'P14D'],
    ['廿七個月', { month: 27 }, 'P27M'],
  ] as const;
  it.each(cases)('%s', (text, duration, iso) => {
    expect(readDuration(text)).toEqual(duration);
    expect(isoDuration(duration)).toBe(iso);
  });

  it.each(['三月', '一个年', '十分', '2023', '', '七周岁'])('does not read %s', (text) => {
    expect(readDuration(text)).toBeNull();
  });
});
