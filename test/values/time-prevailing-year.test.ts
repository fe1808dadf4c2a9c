import { expect, it } from 'vitest';
import { prevailingYear } from '../../pipeline/values/times/prevailing-year.js';

it.each([
  ['2023年底前，到2025年，2023年新增', 2023],
  ['到2027年，2025年，2027年', 2027],
  ['2024年、2023年', 2023],
  ['12023年 清单（2020年版）', null],
] as const)('%s', (text, year) => {
  expect(prevailingYear(text)).toBe(year);
});
