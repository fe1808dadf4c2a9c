import { byteOrderMark } from '../encoding/byte-order.js';
import { type DecodedText, decodeText } from '../encoding/decode.js';
import { strictText } from '../encoding/strict-decode.js';
import { ReadError } from '../read-error.js';

const HEAD_BYTES = 8192;
const META_CHARSET = /<meta\b[^<>]{0,300}?charset\s*=\s*["']?\s*([a-z0-9_:.-]{2,30})/i;
const XML_ENCODING = /^\s*<\?xml\b[^<>]{0,100}?encoding\s*=\s*["']([a-z0-9_.-]{2,30})["']/i;
/** GB2312 and GBK are parts of GB18030, and pages labelled so hold characters of all of it. */
const GB_FAMILY =
  /^(?:x-)?(?:gb_?2312(?:[-_]80)?|gbk|gb18030|cp936|ms936|euc-cn|csgb2312|chinese)$/i;

/**
 * Decodes a page: in the encoding that the caller forces, else that of a byte order mark, else
 * UTF-8 where the bytes are strictly that whatever the page says, else the one that the page says
 * where the bytes fit it, else the one that fits.
 *
 * @throws ReadError `unknown_encoding`, `bad_encoding`, `binary` or `empty`.
 */
export function decodeHtml(bytes: Uint8Array, forced: string | null): DecodedText {
  if (forced !== null) return decodeText(bytes, forced);
  const label = labelOf(bytes);
  if (label !== null && byteOrderMark(bytes) === null && strictText(bytes, 'utf-8') === null) {
    try {
      return decodeText(bytes, label);
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
    }
  }
  return decodeText(bytes, null);
}

/** The encoding that the page itself names, null for UTF-8 and what this platform does not know. */
function labelOf(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES));
  const label = (META_CHARSET.exec(head) ?? XML_ENCODING.exec(head))?.[1];
  if (label === undefined || /^utf-?(?:8|16)/i.test(label)) return null;
  return GB_FAMILY.test(label) ? 'gb18030' : label;
}
