import { expect, it } from 'vitest';
import { textLine, writtenPdf } from '../../bench/text-pdf.js';
import type { Raster } from '../../pipeline/recognise/raster.js';
import type { RecognisedLine } from '../../pipeline/recognise/recognised-page.js';
import { outlineOf, readPdf, rejection } from './pdf-reading.js';
import { engineReading } from './recognising.js';

const PICTURE = { content: 'q 595 0 0 842 0 0 cm /Im1 Do Q 9 9 1 1 re f\n' };
const TEXT = { content: textLine(79, 700, 12, '各级机关应当依法履行职责。') };
const scan = writtenPdf({ pages: [TEXT, PICTURE] });

/** A line of words as wide as they are long, 40 pixels a letter. */
const line = (top: number, ...words: readonly (readonly [string, number])[]): RecognisedLine => ({
  box: { x0: 0, top, x1: 1000, bottom: top + 40 },
  words: words.map(([text, x0]) => ({ text, x0, x1: x0 + text.length * 40, confidence: 90 })),
});

it('reads pages that are pictures with the program handed in', async () => {
  const pictures: Raster[] = [];
  const recognise = async (picture: Raster): Promise<RecognisedLine[]> => {
    pictures.push(picture);
    return [line(400, ['一、加强', 400], ['领导', 560]), line(470, ['二、统筹', 400])];
  };
  const document = await readPdf(scan, { ocr: true }, engineReading(recognise));
  expect(outlineOf(document)).toEqual([
    'line 各级机关应当依法履行职责。',
    'line 一、加强领导',
    'line 二、统筹',
  ]);
  expect(pictures).toHaveLength(1);
  // A page of A4 at 200 dots an inch.
  expect([pictures[0]!.width, pictures[0]!.height]).toEqual([1654, 2339]);
  const [warning] = document.warnings;
  expect(warning).toMatchObject({ code: 'read_by_ocr', at: { page: 2 } });
  expect(document.source.text.slice(warning!.at!.start, warning!.at!.end)).toBe(
    '一、加强领导\n二、统筹\n',
  );
  // 400 pixels at 200 dots an inch.
  expect(document.blocks[1]).toMatchObject({ page: 2, box: { x0: 144 } });
});

it('draws many pages, no more than two at a time, in their order', async () => {
  const many = writtenPdf({ pages: [PICTURE, PICTURE, PICTURE, PICTURE, PICTURE] });
  let now = 0;
  let most = 0;
  let calls = 0;
  let second = (): void => {};
  const secondCalled = new Promise<void>((resolve) => {
    second = resolve;
  });
  const recognise = async (): Promise<RecognisedLine[]> => {
    most = Math.max(most, ++now);
    if (++calls === 2) second();
    await secondCalled;
    now--;
    return [line(400, ['各级机关', 400])];
  };
  const document = await readPdf(many, { ocr: true }, engineReading(recognise, 2));
  expect(most).toBe(2);
  expect(document.blocks.map(({ page }) => page)).toEqual([1, 2, 3, 4, 5]);
  expect(document.warnings.map(({ at }) => at?.page)).toEqual([1, 2, 3, 4, 5]);
});

it('says what to install where a page needs OCR and the program is missing', async () => {
  await expect(readPdf(scan, { ocr: true })).rejects.toThrow(/onnxruntime-node.*tesseract/);
  expect(await rejection(readPdf(scan, { ocr: true }))).toBe('needs_ocr_program');
  expect(await rejection(readPdf(writtenPdf({ pages: [TEXT] }), { ocr: true }))).toBe('read');
});
