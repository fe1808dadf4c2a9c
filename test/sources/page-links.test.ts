import { expect, test } from 'vitest';
import { attachmentLinks, isSelector, listingLinks } from '../../pipeline/read/html/page-links.js';
import { toGbk, toUtf8 } from '../read/encode.js';

const page = (body: string, head = '') => ({
  bytes: toUtf8(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`),
  url: 'https://www.example.gov.cn/zwgk/index.html',
  charset: null,
});
const ALL = { links: 'a', next: null, encoding: null };

test.each([
  ['<a href="a.html">甲</a>', ['https://www.example.gov.cn/zwgk/a.html']],
  ['<a href=" /b.html#top ">乙</a>', ['https://www.example.gov.cn/b.html']],
  ['<a href="//other.gov.cn/c.html">丙</a>', ['https://other.gov.cn/c.html']],
  ['<a href="a.html">甲</a><a href="a.html#2">甲</a>', ['https://www.example.gov.cn/zwgk/a.html']],
  [
    '<a href="javascript:go(1)">一</a><a href="mailto:a@b.cn">二</a><a href="#x">三</a><a>四</a>',
    [],
  ],
  ['<a href="">空</a><a href="http://[bad">坏</a>', []],
])('%s leads to %j', (body, links) => {
  expect(listingLinks(page(body), ALL).links).toEqual(links);
});

test('links inside what the selector finds, the next page, and the base that a page names', () => {
  const body =
    '<ul><li><a href="1.html">一</a></li><li><a href="2.html">二</a></li></ul><a href="x.html">他</a><a id="n" href="p2.html">下一页</a>';
  const selectors = { links: 'ul li', next: '#n', encoding: null };
  expect(listingLinks(page(body, '<base href="/tz/">'), selectors)).toEqual({
    links: ['https://www.example.gov.cn/tz/1.html', 'https://www.example.gov.cn/tz/2.html'],
    next: 'https://www.example.gov.cn/tz/p2.html',
  });
  expect(listingLinks(page('<p>无</p>'), selectors)).toEqual({ links: [], next: null });
});

test.each([
  ['by its header', 'gb2312', null],
  ['as it is told', null, 'gbk'],
  ['by its bytes', null, null],
  ['whatever a wrong header says', 'utf-8', null],
])('a page in GB 2312, read %s', (_, charset, encoding) => {
  const bytes = toGbk(
    '<html><body><a title="通知公告" href="通知.html">通知公告</a></body></html>',
  );
  const { links } = listingLinks(
    { bytes, url: 'http://a.cn/', charset },
    { links: 'a[title="通知公告"]', next: null, encoding },
  );
  expect(links).toEqual(['http://a.cn/%E9%80%9A%E7%9F%A5.html']);
});

test('attachments are the links of the article that lead to files', () => {
  const body =
    '<h1>关于做好工作的通知</h1><p>各单位要做好工作。</p><p>附件：<a href="P0.pdf">1.分工表</a> <a href="f/b.docx">2.名单</a> <a href="c.html">3.网页</a></p>';
  expect(attachmentLinks(page(body))).toEqual([
    'https://www.example.gov.cn/zwgk/P0.pdf',
    'https://www.example.gov.cn/zwgk/f/b.docx',
  ]);
  expect(attachmentLinks({ ...page(''), bytes: toUtf8('附件 a.pdf') })).toEqual([]);
  expect(attachmentLinks({ ...page(''), bytes: toUtf8('<html></html>') })).toEqual([]);
});

test.each([
  ['ul.list a', true],
  ['a[href$=".html"]', true],
  ['a[[', false],
  ['<b>', false],
  ['', false],
])('%j is a selector: %s', (text, is) => {
  expect(isSelector(text)).toBe(is);
});
