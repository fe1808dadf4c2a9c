import { layoutDocument, layoutPage, type PageLayout } from '../../layout/layout-document.js';
import type { SourceDocument } from '../../model/document.js';
import { ReadError } from '../read-error.js';
import type { Reader, ReaderInput } from '../reader.js';
import { NO_PROPERTIES } from '../text/text-reader.js';
import { OpenDocument } from './open-document.js';

/** Readers allow junk before the header within the first kilobyte. */
const HEAD_BYTES = 1024;

/** PDF files: characters and lines by pdf.js, paragraphs and tables by their places. */
export const pdfReader = {
  format: 'pdf',
  sniff: ({ bytes }) => String.fromCharCode(...bytes.subarray(0, HEAD_BYTES)).includes('%PDF-'),
  async read(input: ReaderInput): Promise<SourceDocument> {
    const { options } = input;
    const file = await OpenDocument.forReading(input.bytes, options.password ?? null);
    try {
      const most = options.maxPages ?? Infinity;
      if (file.pages > most) {
        throw new ReadError(
          'too_many_pages',
          `The file has ${file.pages} pages, more than --max-pages allows (${most}). Raise it, or split the file.`,
        );
      }
      const pages: PageLayout[] = [];
      for (let number = 1; number <= file.pages; number++) {
        const { content } = await file.read(number);
        pages.push(layoutPage(content));
      }
      const { version, source, blocks } = layoutDocument(pages);
      return { version, format: 'pdf', source, blocks, properties: NO_PROPERTIES, warnings: [] };
    } finally {
      await file.close();
    }
  },
} satisfies Reader;
