import { expect, test } from 'vitest';
import { readSource } from '../../pipeline/read/index.js';

const OPTIONS = { encoding: null };
const PAGE =
  '<html><body><p>您访问的页面不存在，可能已经移动或者删除，请回到首页查找所需的文件，或者与网站管理员联系。</p></body></html>';

test.each([
  ['a.pdf', '关于做好工作的通知', 'text'],
  ['a.PDF', PAGE, 'html'],
  ['a.docx', '关于做好工作的通知', 'text'],
])('%s that holds %j is warned of', async (name, words, format) => {
  const document = await readSource({ bytes: Buffer.from(words), name }, OPTIONS);
  expect(document.format).toBe(format);
  expect(document.warnings.map(({ code }) => code)).toEqual(['name_differs']);
});

test.each([
  ['a.txt', '关于做好工作的通知'],
  ['a.html', PAGE],
  ['a.xls', PAGE],
  ['a', '关于做好工作的通知'],
])('%s that holds %j is not', async (name, words) => {
  const document = await readSource({ bytes: Buffer.from(words), name }, OPTIONS);
  expect(document.warnings).toEqual([]);
});
