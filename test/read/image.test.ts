import { createCanvas } from '@napi-rs/canvas';
import UTIF from 'utif2';
import { expect, it } from 'vitest';
import { readSource } from '../../pipeline/read/index.js';
import type { Raster } from '../../pipeline/recognise/raster.js';
import { outlineOf, rejection } from './pdf-reading.js';
import { engineKeeping } from './recognising.js';

const engine = (pictures: Raster[]) => engineKeeping(pictures, (count) => `第${count}张`);

/** Left half black, right half white. */
function halves(format: 'png' | 'jpeg'): Uint8Array {
  const canvas = createCanvas(40, 60);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, 40, 60);
  context.fillStyle = '#000000';
  context.fillRect(0, 0, 20, 60);
  return format === 'png' ? canvas.toBuffer('image/png') : canvas.toBuffer('image/jpeg', 100);
}

const bytesOf = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'));

/** Two pages of 16 x 8 bits as a fax packs them (CCITT T.6), by libtiff: a black square lies in the corner. */
const FAX = bytesOf(
  'SUkqABwAAAAzFI5cofx4PUmoLyLfBHHgAgAgAA0AAAEDAAEAAAAQAAAAAQEDAAEAAAAIAAAAAgEDAAEAAAABAAAAAwEDAAEAAAAEAAAABgEDAAEAAAABAAAACgEDAAEAAAABAAAAEQEEAAEAAAAIAAAAEgEDAAEAAAABAAAAFQEDAAEAAAABAAAAFgEDAAEAAAAIAAAAFwEEAAEAAAATAAAAHAEDAAEAAAABAAAAKQEDAAIAAAAAAAAA0gAAADMUjlyh/Hg9SagvIt8EceACACAADQAAAQMAAQAAABAAAAABAQMAAQAAAAgAAAACAQMAAQAAAAEAAAADAQMAAQAAAAQAAAAGAQMAAQAAAAEAAAAKAQMAAQAAAAEAAAARAQQAAQAAAL4AAAASAQMAAQAAAAEAAAAVAQMAAQAAAAEAAAAWAQMAAQAAAAgAAAAXAQQAAQAAABMAAAAcAQMAAQAAAAEAAAApAQMAAgAAAAEAAAAAAAAA',
);
/** The same picture, not packed, with the bits of each byte from right to left. */
const TURNED_BITS = bytesOf(
  'SUkqABgAAAAA/37/ev9+/3B/////8P/2DQAAAQMAAQAAABAAAAABAQMAAQAAAAgAAAACAQMAAQAAAAEAAAADAQMAAQAAAAEAAAAGAQMAAQAAAAEAAAAKAQMAAQAAAAIAAAARAQQAAQAAAAgAAAASAQMAAQAAAAEAAAAVAQMAAQAAAAEAAAAWAQMAAQAAAAgAAAAXAQQAAQAAABAAAAAcAQMAAQAAAAEAAAApAQMAAgAAAAAAAQAAAAAA',
);

const read = (bytes: Uint8Array, name: string, pictures: Raster[] = [], maxPages = 9) =>
  readSource({ bytes, name }, { encoding: null, ocr: true, maxPages }, engine(pictures));

const greyAt = ({ width, height, data }: Raster, x: number, y: number): number =>
  data[Math.floor(y * height) * width + Math.floor(x * width)]!;

it.each(['png', 'jpeg'] as const)('reads a picture as a page: %s', async (format) => {
  const pictures: Raster[] = [];
  const document = await read(halves(format), `a.${format}`, pictures);
  expect(document.format).toBe('image');
  expect(outlineOf(document)).toEqual(['line 第1张']);
  expect(document.blocks[0]!.page).toBe(1);
  expect(document.warnings.map(({ code }) => code)).toContain('read_by_ocr');
  const [picture] = pictures as [Raster];
  expect([greyAt(picture, 0.2, 0.5), greyAt(picture, 0.8, 0.5)]).toEqual([
    expect.closeTo(0, -1),
    expect.closeTo(255, -1),
  ]);
});

it('reads each page of a fax kept as TIFF', async () => {
  const pictures: Raster[] = [];
  const document = await read(FAX, 'a.tif', pictures);
  expect(document.blocks.map(({ page }) => page)).toEqual([1, 2]);
  // Black at the square's edge, white within it and beside it.
  for (const picture of pictures) {
    expect([
      greyAt(picture, 0.5 / 16, 1.5 / 8) < 128,
      greyAt(picture, 1.5 / 16, 1.5 / 8) < 128,
      greyAt(picture, 8.5 / 16, 2.5 / 8) < 128,
      greyAt(picture, 8.5 / 16, 6.5 / 8) < 128,
    ]).toEqual([true, false, false, true]);
  }
});

it('keeps the colours of a TIFF, so that a red seal is as white as paper', async () => {
  // Left half red, right half black.
  const pixels = new Uint8Array(40 * 60 * 4);
  for (let at = 0; at < pixels.length; at += 4) {
    pixels.set([(at / 4) % 40 < 20 ? 255 : 0, 0, 0, 255], at);
  }
  const pictures: Raster[] = [];
  await read(new Uint8Array(UTIF.encodeImage(pixels, 40, 60)), 'a.tif', pictures);
  const [picture] = pictures as [Raster];
  expect([greyAt(picture, 0.2, 0.5), greyAt(picture, 0.8, 0.5)]).toEqual([255, 0]);
});

it('says what a picture needs', async () => {
  const png = { bytes: halves('png'), name: 'a.png' };
  expect(await rejection(readSource(png, { encoding: null }))).toBe('no_text_layer');
  expect(await rejection(readSource(png, { encoding: null, ocr: true }))).toBe('needs_ocr_program');
  expect(await rejection(read(FAX, 'a.tif', [], 1))).toBe('too_many_pages');
});

it.each([
  ['a PNG that is cut off', halves('png').subarray(0, 20)],
  ['a TIFF that is cut off', FAX.subarray(0, 100)],
  // utif2 4.1.0 takes such bits the wrong way round.
  ['a TIFF whose bits go from right to left', TURNED_BITS],
])('refuses %s', async (_, bytes) => {
  expect(await rejection(read(bytes, 'a'))).toBe('picture_not_decoded');
});
