import { expect, it } from 'vitest';
import { documentYear } from '../../pipeline/extract/document-year.js';

it.each([
  ['the title', '2023年工作要点', '2022-12-30', 2021, '2025年底前', 2023],
  ['the day of signing', '工作要点', '2022-12-30', 2021, '2025年底前', 2022],
  ['the cover', '工作要点', null, 2021, '2025年底前', 2021],
  ['what is due first', '工作要点', null, null, '2027年底前，2025年8月底前', 2025],
  ['nothing', '工作要点', null, null, '较2022年下降', null],
] as const)('takes the year of a document from %s', (_from, title, issued, cover, text, year) => {
  expect(documentYear(title, issued, cover, text)).toBe(year);
});
