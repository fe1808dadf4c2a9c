import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import type { Raster } from '../../pipeline/recognise/raster.js';
import type { ZipFile } from './archive-input.js';
import { ofd, readOfd, textAt } from './ofd-input.js';
import { outlineOf, rejection } from './pdf-reading.js';
import { engineKeeping } from './recognising.js';

type Colour = readonly [red: number, green: number, blue: number];

/** Four quarters of plain colours: red, green / blue, white. */
function quarters(format: 'png' | 'jpeg'): Uint8Array {
  const canvas = createCanvas(20, 40);
  const context = canvas.getContext('2d');
  ['#ff0000', '#00ff00', '#0000ff', '#ffffff'].forEach((colour, index) => {
    context.fillStyle = colour;
    context.fillRect((index % 2) * 10, Math.floor(index / 2) * 20, 10, 20);
  });
  return format === 'png' ? canvas.toBuffer('image/png') : canvas.toBuffer('image/jpeg', 100);
}

const image = (name: string, data: Uint8Array): ZipFile => ({ name: `Doc_0/Res/${name}`, data });
const media = (file: string): string =>
  `<MultiMedias><MultiMedia ID="3" Type="Image"><MediaFile>${file}</MediaFile></MultiMedia></MultiMedias>`;
const WHOLE_PAGE =
  '<ImageObject ID="4" Boundary="0 0 210 297" CTM="210 0 0 297 0 0" ResourceID="3"/>';

/** Greys of the drawn page, which are its reds, at points in shares of its width and height. */
const redsOf = (
  { width, height, data }: Raster,
  points: readonly (readonly [number, number])[],
): number[] =>
  points.map(([x, y]) => data[Math.floor(y * height) * width + Math.floor(x * width)]!);

const engine = (pictures: Raster[]) => engineKeeping(pictures, () => '一、加强领导');

const RED: Colour = [255, 0, 0];
const GREEN: Colour = [0, 255, 0];
const BLUE: Colour = [0, 0, 255];
const WHITE: Colour = [255, 255, 255];
const MIDDLES = [
  [0.25, 0.25],
  [0.75, 0.25],
  [0.25, 0.75],
  [0.75, 0.75],
] as const;

describe('pages of an OFD file that are pictures', () => {
  it.each<[string, string, string, Uint8Array, readonly Colour[]]>([
    ['a PNG', 'a.png', WHOLE_PAGE, quarters('png'), [RED, GREEN, BLUE, WHITE]],
    ['a JPEG', 'a.jpg', WHOLE_PAGE, quarters('jpeg'), [RED, GREEN, BLUE, WHITE]],
    [
      'one that fills its boundary',
      'a.png',
      '<ImageObject ID="4" Boundary="0 0 210 297" ResourceID="3"/>',
      quarters('png'),
      [RED, GREEN, BLUE, WHITE],
    ],
    [
      'one that is turned',
      'a.png',
      '<ImageObject ID="4" Boundary="0 0 210 297" CTM="0 297 -210 0 210 0" ResourceID="3"/>',
      quarters('png'),
      [BLUE, RED, WHITE, GREEN],
    ],
    [
      'one on the lower half',
      'a.png',
      '<ImageObject ID="4" Boundary="0 148.5 210 148.5" CTM="210 0 0 148.5 0 0" ResourceID="3"/>',
      quarters('png'),
      [WHITE, WHITE, RED, GREEN],
    ],
  ])('are drawn: %s', async (_, file, object, data, colours) => {
    const pictures: Raster[] = [];
    const bytes = ofd({
      pages: [textAt(30, 50, '各单位要加强统筹协调完善工作机制'), object],
      resources: media(`Res/${file}`),
      files: [image(file, data)],
    });
    const document = await readOfd(bytes, { ocr: true }, engine(pictures));
    expect(outlineOf(document)).toEqual([
      'line 各单位要加强统筹协调完善工作机制',
      'line 一、加强领导',
    ]);
    expect(document.blocks[1]).toMatchObject({
      page: 2,
      box: { x0: expect.closeTo(148, -1) },
    });
    expect(document.warnings).toMatchObject([{ code: 'read_by_ocr', at: { page: 2 } }]);
    expect(pictures).toHaveLength(1);
    // A point from the middle, as the upper half of the lower half is at five eighths.
    const points = object.includes('148.5 210')
      ? ([
          [0.25, 0.2],
          [0.75, 0.2],
          [0.25, 0.6],
          [0.75, 0.6],
        ] as const)
      : MIDDLES;
    const reds = colours.map(([red]) => red);
    redsOf(pictures[0]!, points).forEach((red, index) => {
      expect(Math.abs(red - reds[index]!)).toBeLessThan(8);
    });
  });

  const JBIG2 = Buffer.from('\x97JB2\r\n\x1a\n nothing that is decoded', 'latin1');
  const huge = quarters('png');
  new DataView(huge.buffer, huge.byteOffset).setUint32(16, 50_000);
  new DataView(huge.buffer, huge.byteOffset).setUint32(20, 50_000);

  it.each<[string, readonly ZipFile[], string]>([
    ['in a format that is not decoded', [image('a.jb2', JBIG2)], 'picture_not_decoded'],
    ['cut short', [image('a.jb2', quarters('png').subarray(0, 30))], 'picture_not_decoded'],
    ['that would unpack to 10 GB', [image('a.jb2', huge)], 'picture_not_decoded'],
    ['that is missing', [], 'picture_not_decoded'],
  ])('are told of: %s', async (_, files, code) => {
    const bytes = ofd({
      pages: [textAt(30, 50, '各单位要加强统筹协调完善工作机制'), WHOLE_PAGE],
      resources: media('Res/a.jb2'),
      files,
    });
    const pictures: Raster[] = [];
    const document = await readOfd(bytes, { ocr: true }, engine(pictures));
    expect(pictures).toEqual([]);
    expect(document.warnings).toMatchObject([{ code, at: { page: 2 } }]);
  });

  it('need the program', async () => {
    const bytes = ofd({
      pages: [WHOLE_PAGE],
      resources: media('Res/a.png'),
      files: [image('a.png', quarters('png'))],
    });
    expect(await rejection(readOfd(bytes, { ocr: true }))).toBe('needs_ocr_program');
    expect(await rejection(readOfd(bytes))).toBe('no_text_layer');
  });
});
