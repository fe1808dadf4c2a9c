import { describe, expect, it } from 'vitest';
import { textLine, writtenPdf } from '../../bench/text-pdf.js';
import type { Box, SourceDocument } from '../../pipeline/model/document.js';
import { NO_TOOLS, type OutsideTools } from '../../pipeline/read/outside-tools.js';
import { glyphsToRuns } from '../../pipeline/read/pages/page-geometry.js';
import { boxOnPage, seenSheet } from '../../pipeline/read/pages/seen-picture.js';
import { type Raster, rotated, turned } from '../../pipeline/recognise/raster.js';
import { ofd, readOfd, textAt } from './ofd-input.js';
import { readPdf } from './pdf-reading.js';

/** Where words are drawn, page by page, rounded to points. */
function placesOf({ source, geometry = [] }: SourceDocument) {
  return geometry.map(({ number, width, height, quarters, runs }) => ({
    ...{ number, width: Math.round(width), height: Math.round(height), quarters },
    runs: runs.map(({ start, end, box }) => [
      source.text.slice(start, end),
      ...[box.x0, box.top, box.x1, box.bottom].map(Math.round),
    ]),
  }));
}

describe('the places of words', () => {
  it('are told of each page of a PDF file, from its top left corner', async () => {
    const pages = [
      { content: textLine(100, 700, 20, '一、加强领导') },
      { content: textLine(60, 500, 10, '市财政局牵头') },
    ];
    const document = await readPdf(writtenPdf({ pages }), { geometry: true });
    const [first, second] = placesOf(document);
    expect(first).toMatchObject({ number: 1, width: 595, height: 842, quarters: 0 });
    expect(first!.runs).toHaveLength(1);
    const [words, x0, top, x1, bottom] = first!.runs[0] as [string, number, number, number, number];
    expect([words, x0, x1]).toEqual(['一、加强领导', 100, 220]);
    // The baseline is 142 points below the page's top.
    expect(top).toBeGreaterThan(120);
    expect(top).toBeLessThan(142);
    expect(bottom).toBeGreaterThan(142);
    expect(bottom).toBeLessThan(150);
    expect(second!.runs).toMatchObject([
      ['市财政局牵头', 60, expect.anything(), 120, expect.anything()],
    ]);
  });

  it('are told only where they are asked for', async () => {
    const document = await readPdf(
      writtenPdf({ pages: [{ content: textLine(100, 700, 20, '领导') }] }),
    );
    expect(document.geometry).toBeUndefined();
  });

  it('are those of an OFD file in points', async () => {
    const file = ofd({ pages: [textAt(20, 30, '一、加强领导，落实责任。')] });
    const [page] = placesOf(await readOfd(file, { geometry: true }));
    const points = (millimetres: number): number => Math.round((millimetres * 72) / 25.4);
    const [words, x0, , x1] = page!.runs[0] as [string, number, number, number, number];
    expect([words, x0, x1]).toEqual(['一、加强领导，落实责任。', points(20), points(20 + 12 * 5)]);
  });

  it('are those of a page turned upright where its words run down', async () => {
    const upright = '一、加强领导，落实责任';
    // Each character a quarter turn clockwise, the line down the page.
    const content = textLine(0, 0, 20, upright).replace('1 0 0 1 0 0 Tm', '0 -1 1 0 100 700 Tm');
    const [page] = placesOf(
      await readPdf(writtenPdf({ pages: [{ content }] }), { geometry: true }),
    );
    expect(page).toMatchObject({ width: 842, height: 595, quarters: 3 });
    const [words, x0, , x1] = page!.runs[0] as [string, number, number, number, number];
    expect([words, x0, x1]).toEqual([upright, 142, 142 + 11 * 20]);
  });

  it('are those of a scan as it stands, not as it was set straight to be read', async () => {
    const scan = writtenPdf({
      pages: [{ content: 'q 595 0 0 842 0 0 cm /Im1 Do Q 9 9 1 1 re f\n' }],
    });
    const read = async ({ width, height }: Raster) => {
      const box = {
        x0: width / 2 - 100,
        top: height / 2 - 20,
        x1: width / 2 + 100,
        bottom: height / 2 + 20,
      };
      const words = [{ text: '加强领导', x0: box.x0, x1: box.x1, confidence: 90 }];
      const above = { ...box, top: box.top - 400, bottom: box.bottom - 400 };
      const lines = [
        { box: above, words },
        { box, words },
      ];
      return { width, height, lines, rulings: [], quarters: 2, degrees: 3 };
    };
    const tools: OutsideTools = { ...NO_TOOLS, recognise: { engine: 'test', atOnce: 1, read } };
    const document = await readPdf(scan, { ocr: true, geometry: true }, tools);
    const [page] = document.geometry!;
    expect(page).toMatchObject({ quarters: 2, recognised: true });
    const middle = ({ x0, x1, top, bottom }: Box): number[] => [(x0 + x1) / 2, (top + bottom) / 2];
    const at = (words: number): number[] => {
      const runs = page!.runs.filter(({ start }) => Math.floor(start / 5) === words);
      const places = runs.map(({ box }) => middle(box));
      return [0, 1].map(
        (side) => places.reduce((sum, place) => sum + place[side]!, 0) / places.length,
      );
    };
    // The line in the middle stays; that above it moves by 400 pixels' share of three degrees.
    expect(at(1)[0]).toBeCloseTo(297.6, 0);
    expect(at(0)[0]! - at(1)[0]!).toBeCloseTo(-Math.sin((3 * Math.PI) / 180) * 400 * 0.36, 0);
  });
});

describe('a box of a picture that was turned to be read', () => {
  /** White but for one dark square. */
  const squareAt = (x: number, y: number): Raster => {
    const raster = { width: 120, height: 200, data: new Uint8Array(120 * 200).fill(255) };
    for (let row = y; row < y + 9; row++) raster.data.fill(0, row * 120 + x, row * 120 + x + 9);
    return raster;
  };
  const darkMiddle = ({ width, data }: Raster): [number, number] => {
    let [x, y, sum] = [0, 0, 0];
    for (const [index, value] of data.entries()) {
      if (value > 127) continue;
      x += (index % width) + 0.5;
      y += Math.floor(index / width) + 0.5;
      sum++;
    }
    return [x / sum, y / sum];
  };

  it.each([
    [0, 0],
    [0, 2],
    [1, 0],
    [1, -1.5],
    [2, 0],
    [2, 1],
    [3, 3],
  ])('stands where the page has it: %i quarters, %d degrees', (quarters, degrees) => {
    const raster = squareAt(30, 40);
    const read = rotated(turned(raster, quarters), degrees);
    const [x, y] = darkMiddle(read);
    const picture = { raster, width: 60, height: 100, left: 0, top: 0, scale: 2 };
    const page = { width: read.width, height: read.height, quarters, degrees };
    const box = { x0: x / 2 - 2, x1: x / 2 + 2, top: y / 2 - 2, bottom: y / 2 + 2 };
    const found = boxOnPage(box, { page, picture });
    // The page as it is shown, turned by the quarters alone.
    const [shownX, shownY] = darkMiddle(turned(raster, quarters));
    expect((found.x0 + found.x1) / 2).toBeCloseTo(shownX / 2, 0);
    expect((found.top + found.bottom) / 2).toBeCloseTo(shownY / 2, 0);
    const isAside = quarters % 2 === 1;
    expect(seenSheet({ page, picture })).toEqual(
      isAside ? { width: 100, height: 60 } : { width: 60, height: 100 },
    );
  });
});

describe('characters put together to runs', () => {
  const glyphs = (...boxes: readonly (readonly [number, number, number, number])[]) =>
    boxes.map(([x0, top, x1, bottom], index) => ({
      start: index,
      end: index + 1,
      box: { x0, top, x1, bottom },
    }));
  const shapes = (...boxes: readonly (readonly [number, number, number, number])[]): string[] =>
    glyphsToRuns(glyphs(...boxes)).map(
      ({ start, end, runsDown }) => `${start}-${end}${runsDown ? ' down' : ''}`,
    );

  it.each([
    [
      'beside each other and as wide',
      [
        [0, 0, 10, 10],
        [10, 0, 20, 10],
        [20, 0, 30, 10],
      ],
      ['0-3'],
    ],
    [
      'of another width',
      [
        [0, 0, 10, 10],
        [10, 0, 15, 10],
      ],
      ['0-1', '1-2'],
    ],
    [
      'with a gap',
      [
        [0, 0, 10, 10],
        [13, 0, 23, 10],
      ],
      ['0-1', '1-2'],
    ],
    [
      'on another line',
      [
        [0, 0, 10, 10],
        [10, 12, 20, 22],
      ],
      ['0-1', '1-2'],
    ],
    [
      'below each other',
      [
        [0, 0, 10, 10],
        [0, 10, 10, 20],
        [0, 20, 10, 30],
      ],
      ['0-3 down'],
    ],
  ] as const)('%s', (_, boxes, runs) => {
    expect(shapes(...boxes)).toEqual(runs);
  });

  it('leave out what is not drawn between them', () => {
    const [first, second] = glyphs([0, 0, 10, 10], [10, 0, 20, 10]);
    expect(glyphsToRuns([first!, { ...second!, start: 2, end: 3 }])).toHaveLength(2);
  });
});
