import { expect, test, vi } from 'vitest';
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
