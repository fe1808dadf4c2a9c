import { expect, test } from 'vitest';
import { FetchError } from '../../workers/fetch/fetch-error.js';
import { PageLinks } from '../../workers/sources/page-links.js';
import { closing, signal } from './fetcher.js';

const URL = 'https://www.example.gov.cn/';
const ALL = { links: 'a', next: null, encoding: null };
const LINKS = 20_000;

const page = (body: string) => ({
  bytes: Buffer.from(`<!doctype html><html><body><h1>关于做好工作的通知</h1>${body}</body></html>`),
  url: URL,
  charset: null,
});
const manyLinks = page(
  Array.from({ length: LINKS }, (_, index) => `<p><a href="${index}.pdf">附件</a></p>`).join(''),
);
const longArticle = page(
  `${'<p>各县人民政府要做好工作。</p>'.repeat(10_000)}<p><a href="a.pdf">附件</a></p>`,
);

function pagesWith(at: AbortSignal, longest?: number): PageLinks {
  const pages = new PageLinks(at, longest);
  closing.push({ close: async () => pages.close() });
  return pages;
}

test('a large page is read elsewhere: this process goes on meanwhile', async () => {
  const pages = pagesWith(signal);
  let turns = 0;
  const timer = setInterval(() => turns++, 5);
  const [listed, attached, small] = await Promise.all([
    pages.listing(manyLinks, ALL),
    pages.attachments(longArticle),
    pages.attachments(page('<p>做好工作。<a href="a.pdf">附件</a></p>')),
  ]).finally(() => clearInterval(timer));
  expect(listed.links).toHaveLength(LINKS);
  expect(listed.links.at(-1)).toBe(`${URL}${LINKS - 1}.pdf`);
  expect(attached).toEqual([`${URL}a.pdf`]);
  expect(small).toEqual([`${URL}a.pdf`]);
  expect(turns).toBeGreaterThan(10);
});

test('what is said of a page that is read elsewhere', async () => {
  const pages = pagesWith(signal);
  await expect(pages.listing(manyLinks, { ...ALL, links: 'a[' })).rejects.toMatchObject({
    code: 'fetch_bad_selector',
  });
  await expect(
    pages.listing({ ...manyLinks, bytes: Buffer.alloc(9 * 2 ** 20) }, ALL),
  ).rejects.toMatchObject({ code: 'fetch_too_complex' });
});

test('one that takes too long is given up, and the next one is read', async () => {
  const pages = pagesWith(signal, 1);
  await expect(pages.attachments(manyLinks)).rejects.toThrow(FetchError);
  await expect(pages.attachments(manyLinks)).rejects.toMatchObject({ code: 'fetch_too_complex' });
});

test('a signal ends it at once', async () => {
  const controller = new AbortController();
  const pages = pagesWith(controller.signal);
  const asked = pages.listing(manyLinks, ALL);
  setImmediate(() => controller.abort(new Error('stop')));
  await expect(asked).rejects.toThrow('stop');
  await expect(pages.listing(manyLinks, ALL)).rejects.toThrow('stop');
});
