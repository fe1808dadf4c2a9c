import { warningOf } from '../../../schemas/codes.js';
import { layoutDocument } from '../../layout/layout-document.js';
import { NO_PROPERTIES, type SourceDocument } from '../../model/document.js';
import { faultWarnings } from '../pages/fault-warnings.js';
import { UNREADABLE } from '../pages/page-fault.js';
import { pageGeometry } from '../pages/page-geometry.js';
import { refuseTooManyPages } from '../pages/page-limit.js';
import { type JudgedPage, readPages } from '../pages/read-pages.js';
import { withRecognised } from '../pages/recognise-pages.js';
import { doubtWarnings, recognisedStretches } from '../pages/recognised-places.js';
import { ReadError } from '../read-error.js';
import type { Reader, ReaderInput } from '../reader.js';
import { OpenDocument } from './open-document.js';

/** Readers allow junk before the header within the first kilobyte. */
const HEAD_BYTES = 1024;
/** A file whose first line was lost begins with its first object; pdf.js and other readers open it. */
const WITHOUT_HEADER = /^\s*\d{1,10} \d{1,5} obj\s*<</;

/**
 * PDF files: characters and lines by pdf.js, paragraphs and tables by their places. Pages without a
 * text of their own are recognised where OCR is asked for, else warned of.
 * @throws ReadError `encrypted`, `damaged`, `too_many_pages`, `no_text_layer`, `picture_not_decoded`,
 *   `needs_ocr_program`
 */
export const pdfReader = {
  format: 'pdf',
  sniff: ({ bytes }) => {
    const head = headOf(bytes);
    return head.includes('%PDF-') || WITHOUT_HEADER.test(head);
  },
  async read(input: ReaderInput): Promise<SourceDocument> {
    const { options, tools } = input;
    const bytes = withHeader(input.bytes);
    const { pages, mended } = await pagesOf(bytes, options);
    const pictures = (): Promise<OpenDocument> =>
      OpenDocument.forPictures(bytes, options.password ?? null);
    const final = options.ocr
      ? await withRecognised(pages, pictures, tools.recognise, options.ocr, options.geometry)
      : pages;
    const readable = final.some(
      ({ fault, blank }) => !blank && (fault === null || !UNREADABLE.has(fault)),
    );
    if (!readable && final.length > 0) throw nothingReadable(final, mended);
    const laidOut = layoutDocument(
      final.map(({ layout }) => layout),
      { printedNumbers: !options.filePages },
    );
    const { version, source, blocks, places, unclear } = laidOut;
    const recognised = recognisedStretches(final, places, source.text);
    return {
      version,
      format: 'pdf',
      source,
      blocks,
      properties: NO_PROPERTIES,
      warnings: [
        ...faultWarnings(final, mended, places),
        ...unclear.map((at) => warningOf('table_unclear', at)),
        ...doubtWarnings(recognised, source.text),
      ],
      recognised,
      ...(options.geometry && { geometry: pageGeometry(final, laidOut) }),
    };
  },
} satisfies Reader;

const headOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(0, HEAD_BYTES));

/** The file with a header where it has lost its own: pdf.js looks for its objects anew then. */
function withHeader(bytes: Uint8Array): Uint8Array {
  if (!WITHOUT_HEADER.test(headOf(bytes))) return bytes;
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), bytes]);
}

async function pagesOf(
  bytes: Uint8Array,
  options: ReaderInput['options'],
): Promise<{
  readonly pages: readonly JudgedPage[];
  readonly mended: boolean;
}> {
  const file = await OpenDocument.forReading(bytes, options.password ?? null);
  try {
    refuseTooManyPages(file.pages, options.maxPages);
    return {
      pages: await readPages(file, {
        only: options.page ?? null,
        keepGlyphs: options.geometry === true,
      }),
      mended: file.mended,
    };
  } finally {
    await file.close();
  }
}

function nothingReadable(pages: readonly JudgedPage[], mended: boolean): ReadError {
  if (mended) {
    return new ReadError(
      'damaged',
      'The PDF file is cut off or broken, and what is left gives no text. Get it anew from its source.',
    );
  }
  if (pages.every(({ blank }) => blank)) {
    return new ReadError('empty', 'All pages of the PDF file are blank. Check that it is whole.');
  }
  if (pages.every(({ fault, blank }) => blank || fault === 'picture_not_decoded')) {
    return new ReadError(
      'picture_not_decoded',
      'The pictures of all pages are damaged or have more pixels than are decoded (40 million). Scan or print the file anew at 300 dots an inch.',
    );
  }
  return new ReadError(
    'no_text_layer',
    `None of the ${pages.length} pages has text that can be read: they are pictures, or their fonts do not name their characters. Run OCR first: extract with --ocr, or make a PDF with a text layer (ocrmypdf -l chi_sim).`,
  );
}
