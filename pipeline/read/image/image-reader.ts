import type { SourceDocument } from '../../model/document.js';
import { pdfReader } from '../pdf/pdf-reader.js';
import { ReadError } from '../read-error.js';
import { type Reader, ReaderInput } from '../reader.js';
import { isPicture, picturePages } from './picture-pages.js';

/**
 * Pictures of papers: PNG, JPEG and TIFF of many pages, each page read by OCR as a scan in a PDF is.
 * @throws ReadError `no_text_layer` where OCR is not asked for, `picture_not_decoded`,
 *   `too_many_pages`, `needs_ocr_program`
 */
export const imageReader = {
  format: 'image',
  sniff: ({ bytes }) => isPicture(bytes),
  async read({ bytes, name, options, tools }: ReaderInput): Promise<SourceDocument> {
    if (!options.ocr) {
      throw new ReadError(
        'no_text_layer',
        'This is a picture, which has no text of its own. Run OCR first: extract with --ocr.',
      );
    }
    const pages = await picturePages(bytes, options.maxPages);
    const read = await pdfReader.read(new ReaderInput(pages, name, options, tools));
    return { ...read, format: 'image' };
  },
} satisfies Reader;
