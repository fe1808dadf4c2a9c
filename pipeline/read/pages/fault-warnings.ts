import type { Warning } from '../../../schemas/document.js';
import type { Page } from '../../model/source-text.js';
import type { PageFault } from './page-fault.js';
import type { JudgedPage } from './read-pages.js';

/** What is said of a fault; `#` stands for the page's number. */
const MESSAGES: Readonly<Record<PageFault, string>> = {
  damaged_page: 'Page # is damaged and was not read. Get the file anew from its source.',
  page_without_text: 'Page # is a picture without a text layer and was not read. Run OCR first.',
  page_with_watermark_only:
    "Page # is a picture with nothing but a scanning program's mark as text and was not read. Run OCR first.",
  picture_not_decoded:
    'Page # is a picture too large or in a format that cannot be decoded (JBIG2, TIFF) and was not read. Print the file to PDF and extract that with --ocr.',
  unreadable_text:
    'The fonts of page # do not tell which characters they draw; its text was left out. Run OCR first.',
  missing_characters: 'Some characters of page # are missing: its fonts do not name them.',
  missing_digits: 'Digits of page # are missing: its fonts do not name them.',
  text_layer_of_ocr:
    'The text of page # was recognised from a picture by another program and may hold errors.',
  picture_with_few_words: 'Page # is mostly a picture; words inside it were not read.',
  hidden_layer: 'Page # has words in a layer that is not shown; they were left out.',
  read_by_ocr: 'The text of page # was recognised from its picture (OCR) and may hold errors.',
};

/**
 * A warning for each page at fault, and one for a file that was mended.
 * @param places printed number and place in the text of each page, by its number in the file
 */
export function faultWarnings(
  pages: readonly JudgedPage[],
  mended: boolean,
  places: ReadonlyMap<number, Page>,
): Warning[] {
  const warnings: Warning[] = [];
  if (mended) {
    warnings.push({
      code: 'damaged_file',
      message: 'The PDF file is cut off or broken at its end; pages may be missing.',
      at: null,
    });
  }
  for (const { layout, fault } of pages) {
    if (fault === null) continue;
    const { number, start, end } = places.get(layout.number)!;
    const message = MESSAGES[fault].replace('#', String(number));
    warnings.push({ code: fault, message, at: { page: number, start, end } });
  }
  return warnings;
}
