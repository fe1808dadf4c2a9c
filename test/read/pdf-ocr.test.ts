import { expect, it } from 'vitest';
import { textLine, writtenPdf } from '../../bench/text-pdf.js';
import { NO_TOOLS, type RecognisedWord } from '../../pipeline/read/outside-tools.js';
import { outlineOf, readPdf, rejection } from './pdf-reading.js';

const PICTURE = { content: 'q 595 0 0 842 0 0 cm /Im1 Do Q\n' };
const TEXT = { content: textLine(79, 700, 12, '各级机关应当依法履行职责。') };
const scan = writtenPdf({ pages: [TEXT, PICTURE] });

const word = (text: string, x0: number, top: number, confidence = 90): RecognisedWord => ({
  text,
  box: { x0, top, x1: x0 + text.length * 60, bottom: top + 60 },
  confidence,
});

it('reads pages that are pictures with the program handed in', async () => {
  const pictures: Uint8Array[] = [];
  const recognise = async (picture: Uint8Array): Promise<RecognisedWord[]> => {
    pictures.push(picture);
    return [
      word('一、加强', 400, 600),
      word('领导', 640, 600),
      word('〡丨', 0, 0, 5),
      word('二、统筹', 400, 700),
    ];
  };
  const document = await readPdf(scan, { ocr: true }, { ...NO_TOOLS, recognise });
  expect(outlineOf(document)).toEqual([
    'line 各级机关应当依法履行职责。',
    'line 一、加强领导',
    'line 二、统筹',
  ]);
  expect(pictures).toHaveLength(1);
  expect([...pictures[0]!.subarray(1, 4)]).toEqual([...'PNG'].map((one) => one.charCodeAt(0)));
  const [warning] = document.warnings;
  expect(warning).toMatchObject({ code: 'read_by_ocr', at: { page: 2 } });
  expect(document.source.text.slice(warning!.at!.start, warning!.at!.end)).toBe(
    '一、加强领导\n二、统筹\n',
  );
  // 400 pixels at 300 dots an inch.
  expect(document.blocks[1]).toMatchObject({ page: 2, box: { x0: 96 } });
});

it('says what to install where a page needs OCR and the program is missing', async () => {
  await expect(readPdf(scan, { ocr: true })).rejects.toThrow(/tesseract.*chi_sim/);
  expect(await rejection(readPdf(scan, { ocr: true }))).toBe('needs_ocr_program');
  expect(await rejection(readPdf(writtenPdf({ pages: [TEXT] }), { ocr: true }))).toBe('read');
});
