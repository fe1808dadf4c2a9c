import { ReadError } from '../read-error.js';
import { byteOrderMark, utf16ByNulPattern } from './byte-order.js';
import { readsLikeChinese } from './chinese-plausibility.js';
import { type Detected, knownText, nearlyFittingText, strictText } from './strict-decode.js';

/**
 * Finds the encoding of a text: byte order mark, then UTF-16 by its NULs, then strict UTF-8, then
 * strict GB18030 (with it GBK and GB2312), then strict Big5, where the outcome reads like Chinese, then the first
 * two with a few bad bytes.
 *
 * @throws ReadError `binary` for NULs that are not UTF-16, `bad_encoding` where nothing fits.
 */
export function detectEncoding(bytes: Uint8Array): Detected {
  const marked = byteOrderMark(bytes);
  if (marked) {
    return knownText(
      bytes,
      marked,
      `The file begins with the byte order mark of ${marked}, but its bytes do not fit that encoding. Save it as UTF-8.`,
    );
  }
  if (bytes.includes(0)) return textWithNuls(bytes);
  const utf8 = strictText(bytes, 'utf-8');
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', badBytes: false };
  for (const encoding of ['gb18030', 'big5']) {
    const text = strictText(bytes, encoding);
    if (text !== null && readsLikeChinese(text)) return { text, encoding, badBytes: false };
  }
  for (const encoding of ['utf-8', 'gb18030']) {
    const text = nearlyFittingText(bytes, encoding);
    if (text !== null && readsLikeChinese(text)) return { text, encoding, badBytes: true };
  }
  throw new ReadError(
    'bad_encoding',
    'The bytes are neither UTF-8, UTF-16, GB18030 nor Big5 Chinese text. Save the file as UTF-8, or force the encoding it has.',
  );
}

function textWithNuls(bytes: Uint8Array): Detected {
  for (const encoding of utf16ByNulPattern(bytes)) {
    const text = strictText(bytes, encoding);
    if (text !== null && readsLikeChinese(text)) return { text, encoding, badBytes: false };
  }
  throw new ReadError(
    'binary',
    'The file holds NUL bytes, so it is not text. Give the document as text or Markdown; if it is UTF-16, force that encoding.',
  );
}
