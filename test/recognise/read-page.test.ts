import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { OpenDocument } from '../../pipeline/read/pdf/open-document.js';
import type { Models } from '../../pipeline/recognise/models.js';
import { type Raster, reduced, rotated, turned } from '../../pipeline/recognise/raster.js';
import { readPage } from '../../pipeline/recognise/read-page.js';
import { loadPaddleModels } from '../../workers/outside-tools/paddle-models.js';

let models: Models;
/** Page 2 of a plan, drawn at 200 dots an inch. */
let page: Raster;

beforeAll(async () => {
  models = await loadPaddleModels();
  const bytes = readFileSync('test/fixtures/rendered/003_encrypted_rc4.pdf');
  const file = await OpenDocument.forPictures(bytes, null);
  const picture = await file.picture(2);
  if (typeof picture === 'string') throw new Error(picture);
  page = picture.raster;
  await file.close();
});

const linesOf = async (picture: Raster, inch: number): Promise<string[]> => {
  const { lines } = await readPage(picture, inch, models);
  return [...lines]
    .sort((a, b) => a.box.top - b.box.top)
    .map(({ words }) => words.map(({ text }) => text).join(''));
};

describe('a page that was drawn is read', () => {
  it.each<[string, (picture: Raster) => Raster, number]>([
    ['as it stands', (picture) => picture, 200],
    ['upside down, at 100 dots an inch', (picture) => turned(reduced(picture, 2), 2), 100],
    ['on its side', (picture) => turned(reduced(picture, 2), 3), 100],
    ['slanted by two degrees', (picture) => rotated(picture, 2), 200],
  ])('%s', { timeout: 240_000 }, async (_, spoiled, inch) => {
    const lines = await linesOf(spoiled(page), inch);
    expect(lines.join('')).toContain('2027年，涉企现场检查事项100%纳入清单管理');
    expect(lines.indexOf('二、重点任务')).toBeGreaterThan(0);
    expect(lines.join('')).toContain('统一开展行政执法主体资格确');
    expect(lines).toHaveLength(23);
  });

  it('with its size and places', { timeout: 240_000 }, async () => {
    const { lines, width, height, rulings } = await readPage(page, 200, models);
    expect([width, height]).toEqual([page.width, page.height]);
    expect(rulings).toEqual([]);
    const heading = lines.find(({ words }) => words[0]?.text === '二')!;
    // Type of 16 points is 44 pixels high.
    expect(Math.abs(heading.size! - 44.4)).toBeLessThan(3);
    const first = heading.words[0]!;
    expect(first.confidence).toBeGreaterThan(80);
  });
});

it('finds nothing on an empty page', async () => {
  const data = new Uint8Array(400 * 500).fill(255);
  const { lines } = await readPage({ width: 400, height: 500, data }, 50, models);
  expect(lines).toEqual([]);
});
