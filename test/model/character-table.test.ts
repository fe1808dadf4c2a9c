import { expect, test } from 'vitest';
import {
  characterTable,
  FULL_WIDTH_DIGITS,
  writtenBy,
} from '../../pipeline/model/character-table.js';
import { isPageButton } from '../../pipeline/model/page-furniture.js';

const TABLE = characterTable([...FULL_WIDTH_DIGITS, ['萬', '万'], ['ー', '-']]);

test('writes each character of a table plainly and leaves the others', () => {
  expect(writtenBy(TABLE, '１２萬元，第９ー10号')).toBe('12万元，第9-10号');
  expect(writtenBy(TABLE, '萬')).toBe('万');
});

test('a text without such characters is given back as it is, halves of surrogate pairs, too', () => {
  for (const text of ['', '市财政局', '𠮷野家😀']) expect(writtenBy(TABLE, text)).toBe(text);
});

test('of a character that stands twice the later counts', () => {
  expect(
    writtenBy(
      characterTable([
        ['a', 'b'],
        ['a', 'c'],
      ]),
      'aa',
    ),
  ).toBe('cc');
});

test.each([
  '【打印本页】【关闭窗口】',
  ' 打 印 ',
  '下载',
  '截图1.PNG',
  '公章 .jp g',
  '字体：大 中 小',
  '下一篇：关于某事的通知',
  '您现在的位置：首页 > 政务公开',
  '位置：首页',
  '分享到：微信',
  '扫一扫手机打开当前页',
])('%s is a button of a page', (line) => {
  expect(isPageButton(line)).toBe(true);
});

test.each([
  '下一步，由市财政局牵头推进。',
  '关闭煤矿5处。',
  '位置偏远的村',
  '附图 1.gif 由市水利局提供。',
])('%s is none', (line) => {
  expect(isPageButton(line)).toBe(false);
});
