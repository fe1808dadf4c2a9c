import { expect, it } from 'vitest';
import { withMeta } from '../../pipeline/refine/source-meta.js';
import { documentOf } from '../exports/fixtures/datasets.js';

const READ = {
  ...documentOf('d1', ['某市人民政府办公室关于印发某市数字经济工作要点的通知']).document,
  doc_number: '某政办〔2025〕12号',
  issued_on: '2025-03-01',
};

it.each([
  ['the title without its body', 'title', '关于印发某市数字经济工作要点的通知', false],
  ['a title that a list cut', 'title', '某市人民政府办公室关于印发某市数字…', false],
  ['a title with its number behind it', 'title', `${READ.title}（某政办〔2025〕12号）`, false],
  ['another title', 'title', '某市人民政府办公室关于印发某市外贸工作要点的通知', true],
  ['a word that is in the title', '标题', '通知', true],
  ['other brackets of the number', 'doc_number', '某政办[2025]12号', false],
  ['another number', 'doc_number', '某政办〔2025〕2号', true],
  ['another writing of the day', '成文日期', '2025年3月1日', false],
  ['another day', '发文日期', '2025-03-11', true],
])('%s in a column', (_, column, value, differs) => {
  const codes = withMeta(READ, { [column]: value }).warnings.map(({ code }) => code);
  expect(codes.includes('column_differs')).toBe(differs);
});
