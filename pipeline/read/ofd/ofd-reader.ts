import { warningOf } from '../../../schemas/codes.js';
import { layoutDocument } from '../../layout/layout-document.js';
import { NO_PROPERTIES, type SourceDocument } from '../../model/document.js';
import { zipNames } from '../archive/zip-names.js';
import { faultWarnings } from '../pages/fault-warnings.js';
import { UNREADABLE } from '../pages/page-fault.js';
import { pageGeometry } from '../pages/page-geometry.js';
import { refuseTooManyPages } from '../pages/page-limit.js';
import { type JudgedPage, readPages } from '../pages/read-pages.js';
import { withRecognised } from '../pages/recognise-pages.js';
import { doubtWarnings, recognisedStretches } from '../pages/recognised-places.js';
import { ReadError } from '../read-error.js';
import type { Reader, ReaderInput } from '../reader.js';
import { OpenPackage } from './open-package.js';
import { signatureWarnings } from './signatures.js';

/**
 * OFD files (GB/T 33190-2016): characters and rulings from the pages' objects, paragraphs and
 * tables by their places, as for PDF. Signatures are listed, not judged.
 * @throws ReadError `damaged`, `encrypted`, `too_many_pages`, `no_text_layer`, `empty`,
 *   `unsafe_archive`, `too_complex`, `needs_ocr_program`
 */
export const ofdReader = {
  format: 'ofd',
  sniff: ({ bytes }) => zipNames(bytes, 'OFD.xml'),
  async read({ bytes, options, tools }: ReaderInput): Promise<SourceDocument> {
    const { file, archive } = await OpenPackage.open(bytes);
    refuseTooManyPages(file.pages, options.maxPages);
    const read = await readPages(file, { keepGlyphs: options.geometry === true });
    if (file.refusal) throw file.refusal;
    const pages = options.ocr
      ? await withRecognised(read, async () => file, tools.recognise, options.ocr, options.geometry)
      : read;
    const readable = pages.some(
      ({ fault, blank }) => !blank && (fault === null || !UNREADABLE.has(fault)),
    );
    if (!readable) throw nothingReadable(pages);
    const laidOut = layoutDocument(pages.map(({ layout }) => layout));
    const { version, source, blocks, places, unclear } = laidOut;
    const recognised = recognisedStretches(pages, places, source.text);
    const warnings = [
      ...faultWarnings(pages, false, places),
      ...unclear.map((at) => warningOf('table_unclear', at)),
      ...doubtWarnings(recognised, source.text),
    ];
    for (const { root } of file.documents) {
      warnings.push(...(await signatureWarnings(archive, root.signatures)));
    }
    return {
      version,
      format: 'ofd',
      source,
      blocks,
      properties: NO_PROPERTIES,
      warnings,
      recognised,
      ...(options.geometry && { geometry: pageGeometry(pages, laidOut) }),
    };
  },
} satisfies Reader;

function nothingReadable(pages: readonly JudgedPage[]): ReadError {
  if (pages.every(({ fault }) => fault === 'damaged_page')) {
    return new ReadError(
      'damaged',
      'No page of the OFD file can be read. Get it anew from its source.',
    );
  }
  if (pages.every(({ blank }) => blank)) {
    return new ReadError('empty', 'All pages of the OFD file are blank. Check that it is whole.');
  }
  return new ReadError(
    'no_text_layer',
    `None of the ${pages.length} pages has text that can be read: they are pictures, or their fonts do not name their characters. Run OCR first: extract with --ocr.`,
  );
}
