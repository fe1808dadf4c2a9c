import { ReadError } from '../read-error.js';

/** Control characters that no text holds; tab, line feed and form feed are text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\x01-\x08\x0e-\x1f\x7f]/g;
/** One in a thousand: a stray mark of a word processor, not a binary file. */
const TOLERATED_SHARE = 0.001;

/** @throws ReadError `binary` for a NUL character, or for more control characters than a text has. */
export function rejectControlCharacters(text: string): void {
  if (text.includes('\0')) {
    throw new ReadError(
      'binary',
      'The file holds NUL bytes, so it is not text. Give the document as text or Markdown; if it is UTF-16, force that encoding.',
    );
  }
  const allowed = Math.ceil(text.length * TOLERATED_SHARE);
  let count = 0;
  for (const _ of text.matchAll(CONTROL)) {
    if (++count > allowed) {
      throw new ReadError(
        'binary',
        'The file holds many control characters, so it is not text. Give the document as text or Markdown.',
      );
    }
  }
}
