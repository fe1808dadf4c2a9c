import type { SourceDocument } from '../../model/document.js';
import { docxReader } from '../docx/docx-reader.js';
import { ReadError } from '../read-error.js';
import { type Reader, ReaderInput } from '../reader.js';
import { xlsxReader } from '../xlsx/xlsx-reader.js';
import { holdsWorkbook, isLocked, oldFormatOf } from './container.js';
import { storedDates } from './stored-dates.js';

const ADVICE =
  'Install LibreOffice, so that the command soffice is found, or save the file as DOCX or XLSX.';

/**
 * Word, Excel and WPS files of the time before DOCX (DOC, XLS, WPS, ET) and rich text (RTF): turned
 * into DOCX or XLSX by LibreOffice, where the caller hands it in, and read as those.
 */
export const oldOfficeReader = {
  format: 'docx',
  sniff: ({ bytes }: ReaderInput): boolean => oldFormatOf(bytes) !== null,
  async read(input: ReaderInput): Promise<SourceDocument> {
    const { bytes, name, options, tools } = input;
    if (oldFormatOf(bytes) === 'container' && isLocked(bytes)) throw locked();
    if (tools.modernise === null) {
      throw new ReadError(
        'needs_libreoffice',
        `This is an old office file (${kindOf(bytes)}), which LibreOffice turns into a new one. ${ADVICE}`,
      );
    }
    const made = await tools.modernise(bytes, name);
    const modern = new ReaderInput(made, name, options, tools, storedDates(bytes));
    if (docxReader.sniff(modern)) return docxReader.read(modern);
    if (xlsxReader.sniff(modern)) return xlsxReader.read(modern);
    throw new ReadError(
      'damaged',
      `LibreOffice made nothing readable of this old office file (${kindOf(bytes)}). ${ADVICE}`,
    );
  },
} satisfies Reader;

function kindOf(bytes: Uint8Array): string {
  if (oldFormatOf(bytes) === 'rtf') return 'RTF';
  return holdsWorkbook(bytes) ? 'XLS' : 'DOC or WPS';
}

function locked(): ReadError {
  return new ReadError(
    'encrypted',
    'This Office file is locked with a password. Open it, save it without one and give that file.',
  );
}
