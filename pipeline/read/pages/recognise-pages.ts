import { layoutPage } from '../../layout/layout-document.js';
import type { OutsideTools } from '../outside-tools.js';
import { ReadError } from '../read-error.js';
import { UNREADABLE } from './page-fault.js';
import type { PagePictures } from './picture.js';
import type { JudgedPage } from './read-pages.js';
import { linesToContent } from './recognised-lines.js';

/** Pages at work at once: one is drawn while another is read. */
const AT_ONCE = 2;

/** The pages with those that have no text of their own read from their pictures; see below. */
export async function withRecognised(
  pages: readonly JudgedPage[],
  open: () => Promise<PagePictures>,
  recognise: OutsideTools['recognise'],
): Promise<JudgedPage[]> {
  const unread = pages.filter(({ fault }) => fault !== null && UNREADABLE.has(fault));
  const recognised = await recognisePages(unread, open, recognise);
  return pages.map((page) => recognised.get(page.layout.number) ?? page);
}

/**
 * Pages read from their pictures, or with what is wrong with those; by number in the file.
 * @param open opens the file for pictures, where there are such pages
 * @throws ReadError `needs_ocr_program` where there are such pages and nothing that reads them
 */
async function recognisePages(
  pages: readonly JudgedPage[],
  open: () => Promise<PagePictures>,
  recognise: OutsideTools['recognise'],
): Promise<Map<number, JudgedPage>> {
  const read = new Map<number, JudgedPage>();
  if (pages.length === 0) return read;
  if (!recognise) throw needsOcrProgram();
  const file = await open();
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let page = pages[next++]; page !== undefined; page = pages[next++]) {
      const { number } = page.layout;
      const picture = await file.picture(number);
      if (picture === null) continue;
      if (typeof picture === 'string') {
        read.set(number, { ...page, fault: picture });
        continue;
      }
      const content = linesToContent(await recognise(picture.png), number, picture);
      if (content.characters.length === 0) continue;
      read.set(number, { layout: layoutPage(content), fault: 'read_by_ocr', blank: false });
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
  } finally {
    next = pages.length;
    await file.close();
  }
  return read;
}

const needsOcrProgram = (): ReadError =>
  new ReadError(
    'needs_ocr_program',
    'OCR needs the program tesseract with its data for Chinese (chi_sim). Install both (Debian: apt install tesseract-ocr tesseract-ocr-chi-sim; macOS: brew install tesseract tesseract-lang), or run without --ocr.',
  );
