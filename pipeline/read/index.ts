import type { SourceDocument } from '../model/document.js';
import { csvReader } from './csv/csv-reader.js';
import { docxReader } from './docx/docx-reader.js';
import { htmlReader } from './html/html-reader.js';
import { imageReader } from './image/image-reader.js';
import { rejectJson } from './json-text.js';
import { rejectForeignBytes } from './magic-bytes.js';
import { markdownReader } from './markdown/markdown-reader.js';
import { withNameChecked } from './name-differs.js';
import { ofdReader } from './ofd/ofd-reader.js';
import { oldOfficeReader } from './old-office/old-office-reader.js';
import { NO_TOOLS, type OutsideTools } from './outside-tools.js';
import { pdfReader } from './pdf/pdf-reader.js';
import { ReadError } from './read-error.js';
import { type Reader, ReaderInput, type ReadOptions } from './reader.js';
import { textReader } from './text/text-reader.js';
import { xlsxReader } from './xlsx/xlsx-reader.js';

export { ReadError, type ReadErrorCode } from './read-error.js';
export type { ReadOptions } from './reader.js';

/** Readers of formats told by their first bytes, in the order in which they are asked. */
export const FILE_READERS: readonly Reader[] = [
  pdfReader,
  docxReader,
  xlsxReader,
  oldOfficeReader,
  ofdReader,
  imageReader,
  htmlReader,
];

/** Readers of text, in the order in which they are asked; plain text takes what no other claims. */
const TEXT_READERS = [csvReader, markdownReader, textReader] as const;

/** All readers. */
export const READERS: readonly Reader[] = [...FILE_READERS, ...TEXT_READERS];

/**
 * Reads a file's bytes into the document model, whatever its format.
 * @throws ReadError with a code that says why the file cannot be read.
 */
export async function readSource(
  input: { readonly bytes: Uint8Array; readonly name: string },
  options: ReadOptions,
  tools: OutsideTools = NO_TOOLS,
): Promise<SourceDocument> {
  if (input.bytes.length === 0) throw emptyFile();
  const readerInput = new ReaderInput(input.bytes, input.name, options, tools);
  const reader = FILE_READERS.find((candidate) => candidate.sniff(readerInput));
  const document = reader ? await reader.read(readerInput) : readTextSource(input, options);
  return withNameChecked(document, input.name);
}

/**
 * Reads the bytes of plain text or Markdown into the document model.
 *
 * The text is fixed here: decoded, without byte order mark, every line end (CRLF, CR, vertical tab,
 * NEL, U+2028, U+2029) made one `\n`; nothing else is changed, no Unicode normalisation either.
 *
 * @throws ReadError with a code that says why the file cannot be read.
 */
export function readTextSource(
  input: { readonly bytes: Uint8Array; readonly name: string },
  options: ReadOptions,
): SourceDocument {
  if (input.bytes.length === 0) throw emptyFile();
  rejectForeignBytes(input.bytes);
  const readerInput = new ReaderInput(input.bytes, input.name, options);
  rejectJson(readerInput);
  const reader = TEXT_READERS.find((candidate) => candidate.sniff(readerInput))!;
  return reader.read(readerInput);
}

function emptyFile(): ReadError {
  return new ReadError('empty', 'The file has no bytes. Check that it was copied or saved whole.');
}
