import { expect, it } from 'vitest';
import { firstDueYear } from '../../pipeline/extract/first-due-year.js';

it.each([
  ['2025年3月底前完成，到2027年建成，2027年底前全部，2027年底前', 2025],
  ['2023 年底前出台，2024年6月30日前', 2023],
  ['至2026年末', 2026],
  ['截至2024年末12万家，到2027年', 2027],
  ['较2024年下降，2022年发布的清单', null],
  ['1983年12月10日前已建成的房屋', null],
  ['2021年以前的项目，到2025年', 2025],
] as const)('%s', (text, year) => {
  expect(firstDueYear(text)).toBe(year);
});
