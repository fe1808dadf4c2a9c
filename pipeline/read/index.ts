import type { SourceDocument } from '../model/document.js';
import { rejectForeignBytes } from './magic-bytes.js';
import { markdownReader } from './markdown/markdown-reader.js';
import { ReadError } from './read-error.js';
import { type Reader, ReaderInput } from './reader.js';
import { textReader } from './text/text-reader.js';

export { ReadError, type ReadErrorCode } from './read-error.js';

/** The readers in the order in which they are asked; plain text takes what no other claims. */
export const READERS: readonly Reader[] = [markdownReader, textReader];

/**
 * Reads a file's bytes into the document model.
 *
 * The text is fixed here: decoded, without byte order mark, every line end (CRLF, CR, vertical tab,
 * NEL, U+2028, U+2029) made one `\n`; nothing else is changed, no Unicode normalisation either.
 *
 * @param options.encoding a WHATWG label (`gb18030`, `utf-16le` …) to force, or null to detect.
 * @throws ReadError with a code that says why the file cannot be read.
 */
export function readSource(
  input: { readonly bytes: Uint8Array; readonly name: string },
  options: { readonly encoding: string | null },
): SourceDocument {
  if (input.bytes.length === 0) {
    throw new ReadError('empty', 'The file has no bytes. Check that it was copied or saved whole.');
  }
  rejectForeignBytes(input.bytes);
  const readerInput = new ReaderInput(input.bytes, input.name, options.encoding);
  const reader = READERS.find((candidate) => candidate.sniff(readerInput))!;
  return reader.read(readerInput);
}
