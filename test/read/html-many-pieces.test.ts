import { expect, test, vi } from 'vitest';
import { withFewAttributes } from '../../pipeline/read/html/few-attributes.js';
import { LineWriter } from '../../pipeline/read/html/line.js';
import { attachmentLinks } from '../../pipeline/read/html/page-links.js';

test('a line knows its last character without going through what it holds', () => {
  const line = new LineWriter();
  const trimmed = vi.spyOn(String.prototype, 'trimEnd');
  let seen = 0;
  for (let piece = 0; piece < 1000; piece++) {
    line.write('工作 ', null);
    expect(line.lastCharacter).toBe('作');
  }
  for (const text of trimmed.mock.contexts) seen += String(text).length;
  trimmed.mockRestore();
  // Three characters a piece, each looked at once.
  expect(seen).toBe(3000);
  line.write(' ', null);
  expect(line.lastCharacter).toBe('作');
  expect(line.take()?.text).toBe(Array.from({ length: 1000 }, () => '工作').join(' '));
  expect(line.lastCharacter).toBe('');
});

test('an element of more children than a call takes arguments is read', () => {
  const page = `<html><body><p>${'工<br>'.repeat(150_000)}</p></body></html>`;
  const bytes = Buffer.from(page);
  expect(() => attachmentLinks({ bytes, url: 'http://a.cn/', charset: null })).not.toThrow();
}, 60_000);

const many = (count: number, one = 'a#="b"'): string =>
  Array.from({ length: count }, (_, index) => ` ${one.replace('#', String(index))}`).join('');

test.each([
  ['of names', many(600, 'a#')],
  ['of values in quotation marks that hold tags', many(600, 'a#="</p><p>"')],
  ['behind slashes', many(600, '/a#')],
  ['that look like tags', many(600, '<a#')],
])('of a tag with 600 attributes %s the first 500 are kept', (_, attributes) => {
  const kept = attributes.slice(0, attributes.indexOf('a500')).replace(/[\s/<]+$/, '');
  const html = (written: string): string => `<p${written}>做好</p><a href="x">工作</a>`;
  expect(withFewAttributes(html(attributes))).toBe(html(kept));
});

test.each([
  ['500 attributes', `<p${many(500)}>做好</p>`],
  ['a script that looks like a tag', `<script>if (a<b ${many(600)}) {}</script><p>做好</p>`],
  ['a comment', `<!-- <p${many(600)}> --><p>做好</p>`],
  ['a text area that does not end', `<textarea><p${many(600)}>`],
])('%s: left as it is', (_, html) => {
  expect(withFewAttributes(html)).toBe(html);
});
