import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { recognisedContent } from '../../pipeline/read/pages/recognised-content.js';
import { OpenDocument } from '../../pipeline/read/pdf/open-document.js';
import { hasTesseract, tesseract } from '../../workers/outside-tools/tesseract.js';

/** Share of a text's characters that another one has, as many times. */
function shareFound(text: string, found: string): number {
  const left = new Map<string, number>();
  for (const letter of found) left.set(letter, (left.get(letter) ?? 0) + 1);
  let same = 0;
  for (const letter of text) {
    const times = left.get(letter) ?? 0;
    if (times > 0) same++;
    left.set(letter, times - 1);
  }
  return same / text.length;
}

const words = (characters: readonly { readonly text: string }[]): string =>
  characters
    .map(({ text }) => text)
    .join('')
    .normalize('NFKC')
    .replace(/\s+/g, '');

describe.skipIf(!hasTesseract())('tesseract of this machine', () => {
  it('reads a page that was drawn', { timeout: 120_000 }, async () => {
    const bytes = readFileSync('test/fixtures/rendered/003_encrypted_rc4.pdf');
    const file = await OpenDocument.forPictures(bytes, null);
    try {
      const { content } = await file.read(2);
      const picture = await file.picture(2);
      if (typeof picture === 'string') throw new Error(picture);
      const page = await tesseract().read(picture.raster, picture.scale * 72);
      const { content: read } = recognisedContent(page, 2, picture);
      const [drawn, recognised] = [words(content.characters), words(read.characters)];
      expect(shareFound(drawn, recognised)).toBeGreaterThan(0.97);
      expect(recognised).toContain('统一开展行政执法主体资格确认');
      expect(read.width).toBeCloseTo(content.width, 0);
      const firsts = [content, read].map(
        ({ characters }) => characters.find(({ text }) => text === '二')!.box,
      );
      expect(Math.abs(firsts[0]!.top - firsts[1]!.top)).toBeLessThan(6);
    } finally {
      await file.close();
    }
  });
});
