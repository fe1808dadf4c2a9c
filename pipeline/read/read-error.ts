/**
 * Why a file could not be read.
 * - `empty`: no bytes, or nothing but white space.
 * - `binary`: not text: NUL bytes, control characters, or the magic number of another kind of file.
 * - `bad_encoding`: the forced encoding does not fit the bytes, or none that is tried does.
 * - `unsupported_format`: a document of a known kind that has no reader.
 * - `unknown_encoding`: the forced encoding's name means nothing to this platform.
 * - `damaged`: cut short, or broken inside, so that nothing whole can be read.
 * - `encrypted`: locked with a password that was not given.
 * - `unsafe_archive`: a zip file made to do harm: a bomb, or names that lead out of its folder.
 * - `too_complex`: XML nested or grown beyond what any document needs, or with a document type.
 * - `needs_libreoffice`: an old office format that only LibreOffice turns into a readable one.
 * - `no_text_layer`: pages that are pictures, or whose text cannot be told from the font.
 * - `too_many_pages`: more pages than the caller allows.
 * - `needs_ocr_program`: OCR is asked for, and the program that does it is not there.
 * - `no_words`: a web page whose words stand elsewhere: in frames, or put in by a script.
 */
export type ReadErrorCode =
  | 'empty'
  | 'binary'
  | 'bad_encoding'
  | 'unsupported_format'
  | 'unknown_encoding'
  | 'no_text_layer'
  | 'too_many_pages'
  | 'needs_ocr_program'
  | 'damaged'
  | 'encrypted'
  | 'unsafe_archive'
  | 'too_complex'
  | 'needs_libreoffice'
  | 'no_words';

/** A file that cannot be read; the message says what is wrong and what to do about it. */
export class ReadError extends Error {
  override readonly name = 'ReadError';

  constructor(
    readonly code: ReadErrorCode,
    message: string,
  ) {
    super(message);
  }
}
