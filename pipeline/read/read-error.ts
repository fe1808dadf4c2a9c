/**
 * Why a file could not be read.
 * - `empty`: no bytes, or nothing but white space.
 * - `binary`: not text: NUL bytes, control characters, or the magic number of another kind of file.
 * - `bad_encoding`: the forced encoding does not fit the bytes, or none that is tried does.
 * - `unsupported_format`: a document of a known kind that has no reader.
 * - `unknown_encoding`: the forced encoding's name means nothing to this platform.
 */
export type ReadErrorCode =
  | 'empty'
  | 'binary'
  | 'bad_encoding'
  | 'unsupported_format'
  | 'unknown_encoding';

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
