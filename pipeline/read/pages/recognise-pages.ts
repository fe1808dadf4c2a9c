import { layoutPage } from '../../layout/layout-document.js';
import type { Character, PageContent } from '../../layout/page.js';
import type { OutsideTools, RecognisedWord } from '../outside-tools.js';
import { ReadError } from '../read-error.js';
import type { PagePictures, Picture } from './picture.js';
import type { JudgedPage } from './read-pages.js';

/** What OCR programs are trained for; a finer picture only costs time. */
const DOTS_PER_INCH = 300;
const POINTS_PER_INCH = 72;
/** Words that OCR is less sure of are noise: specks, stamps, frames. Of 100. */
const LEAST_CONFIDENCE = 20;

/**
 * Pages without a text of their own, read from their pictures; by number in the file.
 * @param open opens the file for pictures, where there are such pages
 * @throws ReadError `needs_ocr_program` where there are such pages and nothing that reads them
 */
export async function recognisePages(
  pages: readonly JudgedPage[],
  open: () => Promise<PagePictures>,
  recognise: OutsideTools['recognise'],
): Promise<Map<number, JudgedPage>> {
  const read = new Map<number, JudgedPage>();
  if (pages.length === 0) return read;
  if (!recognise) throw needsOcrProgram();
  const file = await open();
  try {
    for (const { layout } of pages) {
      const { number } = layout;
      const picture = await file.picture(number, DOTS_PER_INCH / POINTS_PER_INCH);
      const words = await recognise(picture.png);
      const content = wordsToContent(words, number, picture);
      if (content.characters.length === 0) continue;
      read.set(number, { layout: layoutPage(content), fault: 'read_by_ocr', blank: false });
    }
  } finally {
    await file.close();
  }
  return read;
}

/** A page of recognised words: each word's box shared out among its characters. */
export function wordsToContent(
  words: readonly RecognisedWord[],
  number: number,
  { width, height, scale }: Omit<Picture, 'png'>,
): PageContent {
  const characters: Character[] = [];
  for (const word of words) {
    const text = word.text.trim();
    if (text === '' || word.confidence < LEAST_CONFIDENCE) continue;
    const letters = [...text];
    const step = (word.box.x1 - word.box.x0) / letters.length / scale;
    const size = (word.box.bottom - word.box.top) / scale;
    letters.forEach((letter, index) => {
      const x0 = word.box.x0 / scale + index * step;
      const box = {
        x0,
        top: word.box.top / scale,
        x1: x0 + step,
        bottom: word.box.bottom / scale,
      };
      const order = characters.length;
      characters.push({ text: letter, box, size, font: 'OCR', bold: false, angle: 0, order });
    });
  }
  return { number, width, height, characters, rulings: [] };
}

const needsOcrProgram = (): ReadError =>
  new ReadError(
    'needs_ocr_program',
    'OCR needs the program tesseract with its data for Chinese (chi_sim). Install both (Debian: apt install tesseract-ocr tesseract-ocr-chi-sim; macOS: brew install tesseract tesseract-lang), or run without --ocr.',
  );
