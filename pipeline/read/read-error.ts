import type { RejectCode } from '../../schemas/codes.js';

/** Why a file could not be read. */
export type ReadErrorCode = Extract<
  RejectCode,
  | 'empty'
  | 'binary'
  | 'bad_encoding'
  | 'unsupported_format'
  | 'unknown_encoding'
  | 'no_text_layer'
  | 'too_many_pages'
  | 'needs_ocr_program'
  | 'picture_not_decoded'
  | 'damaged'
  | 'encrypted'
  | 'unsafe_archive'
  | 'too_complex'
  | 'needs_libreoffice'
  | 'no_words'
>;

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
