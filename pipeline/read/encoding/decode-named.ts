import { ReadError } from '../read-error.js';
import { byteOrderMark } from './byte-order.js';
import { type DecodedText, decodeText } from './decode.js';
import { decodingName } from './gb-family.js';
import { strictText } from './strict-decode.js';

/**
 * Names that tell nothing: bytes that are UTF-8 or UTF-16 are known as such without being named, and
 * Latin letters are what servers say that were never named otherwise.
 */
const SAYS_NOTHING =
  /^(?:utf-?(?:8|16).*|us-ascii|ascii|iso-?8859-1|latin-?1|windows-1252|cp1252)$/i;

/**
 * Decodes the bytes of a text whose encoding others have named, the most trustworthy first: by a byte
 * order mark, else as UTF-8 where the bytes are strictly that whatever is said, else by the first name
 * that the bytes fit, else by the encoding that fits.
 *
 * @throws ReadError `bad_encoding`, `binary` or `empty`.
 */
export function decodeNamed(bytes: Uint8Array, names: readonly (string | null)[]): DecodedText {
  const named = names.filter((name) => name !== null && !SAYS_NOTHING.test(name)) as string[];
  if (named.length === 0 || byteOrderMark(bytes) !== null || strictText(bytes, 'utf-8') !== null) {
    return decodeText(bytes, null);
  }
  for (const name of named) {
    try {
      return decodeText(bytes, decodingName(name));
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
    }
  }
  return decodeText(bytes, null);
}
