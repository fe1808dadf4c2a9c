import { expect, it } from 'vitest';
import { documentYear } from '../../pipeline/extract/document-year.js';

it.each([
  ['the title', '2023年工作要点', '2022-12-30', 2021, '2025年底前', 2023],
  ['the day of signing', '工作要点', '2022-12-30', 2021, '2025年底前', 2022],
  ['the cover', '工作要点', null, 2021, '2025年底前', 2021],
  ['the plan that the title names', '“十四五”教育规划', null, null, '2023年底前', 2021],
  [
    'a signature run on behind the last words',
    '工作要点',
    null,
    null,
    '于11月5日前报送国网营销部。国网营销部2020年10月29日（此件不公开发布）2027年底前',
    2020,
  ],
  [
    'no day that is only told of',
    '工作要点',
    null,
    null,
    '国网营销部2020年10月29日召开会议，2027年底前完成',
    2027,
  ],
  ['what is due first', '工作要点', null, null, '2027年底前，2025年8月底前', 2025],
  ['nothing', '工作要点', null, null, '较2022年下降', null],
] as const)('takes the year of a document from %s', (_from, title, issued, cover, text, year) => {
  const head = { title, issued_on: issued, doc_number: null };
  expect(documentYear(head, cover, text)).toBe(year);
});

it('takes the year of a number where no day is told, and of a day before that', () => {
  const head = { title: '工作要点', issued_on: null, doc_number: '温政办发〔2025〕12号' };
  expect(documentYear(head, 2021, '')).toBe(2025);
  expect(documentYear({ ...head, issued_on: '2026-01-03' }, 2021, '')).toBe(2026);
  const inOneLine = {
    ...head,
    doc_number: null,
    title: '某市财政局文件某财〔2020〕13号关于做好决算的通知',
  };
  expect(documentYear(inOneLine, null, '2021年3月底前')).toBe(2020);
  const cited = { ...inOneLine, title: '关于落实《某办法》（某财〔2020〕13号）的通知' };
  expect(documentYear(cited, null, '2021年3月底前')).toBe(2020);
});
