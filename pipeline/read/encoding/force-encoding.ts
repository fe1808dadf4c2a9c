import { ReadError } from '../read-error.js';
import { byteOrderMark } from './byte-order.js';
import { decodingName } from './gb-family.js';
import { type Detected, knownText, strictText } from './strict-decode.js';

/**
 * Reads bytes in the encoding that the caller names (a WHATWG label).
 *
 * @throws ReadError `unknown_encoding` where the platform does not know the name, `bad_encoding`
 *   where the bytes do not fit it or are plainly those of another encoding.
 */
export function forcedEncoding(bytes: Uint8Array, label: string): Detected {
  const encoding = knownName(label);
  rejectOtherEncoding(bytes, encoding);
  return knownText(
    bytes,
    encoding,
    `The bytes do not fit the forced encoding ${encoding}. Leave the encoding out to have it detected.`,
  );
}

function knownName(label: string): string {
  try {
    return decodingName(new TextDecoder(label).encoding);
  } catch {
    throw new ReadError(
      'unknown_encoding',
      `No encoding is called ${JSON.stringify(label)}. Use utf-8, utf-16le, utf-16be, gb18030, gbk or big5.`,
    );
  }
}

/**
 * GB18030 and UTF-16 give a meaning to almost any bytes, so a wrong name would pass as garbage. A
 * byte order mark of another encoding, or bytes that are strict UTF-8 with three-byte characters,
 * say that the name is wrong.
 */
function rejectOtherEncoding(bytes: Uint8Array, encoding: string): void {
  const marked = byteOrderMark(bytes);
  const other = marked ?? (encoding !== 'utf-8' && isPlainlyUtf8(bytes, encoding) ? 'utf-8' : null);
  if (other === null || other === encoding) return;
  throw new ReadError(
    'bad_encoding',
    `The forced encoding is ${encoding}, but the bytes are ${other}. Leave the encoding out to have it detected.`,
  );
}

function isPlainlyUtf8(bytes: Uint8Array, forced: string): boolean {
  const text = strictText(bytes, 'utf-8');
  if (text === null) return false;
  return /[\u0800-\uffff]/.test(text) || (forced.startsWith('utf-16') && !text.includes('\0'));
}
