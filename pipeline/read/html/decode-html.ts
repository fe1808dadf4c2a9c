import { type DecodedText, decodeText } from '../encoding/decode.js';
import { decodeNamed } from '../encoding/decode-named.js';

const HEAD_BYTES = 8192;
const META_CHARSET = /<meta\b[^<>]{0,300}?charset\s*=\s*["']?\s*([a-z0-9_:.-]{2,30})/i;
const XML_ENCODING = /^\s*<\?xml\b[^<>]{0,100}?encoding\s*=\s*["']([a-z0-9_.-]{2,30})["']/i;

/**
 * Decodes a page: in the encoding that the caller forces, else that of a byte order mark, else
 * UTF-8 where the bytes are strictly that whatever is said, else the one that the server's header
 * (`charset`) or else the page names where the bytes fit it, else the one that fits. In this order
 * browsers go too, but for UTF-8 whose header says otherwise, which they show as garbage.
 *
 * @throws ReadError `unknown_encoding`, `bad_encoding`, `binary` or `empty`.
 */
export function decodeHtml(
  bytes: Uint8Array,
  forced: string | null,
  charset: string | null = null,
): DecodedText {
  return forced === null
    ? decodeNamed(bytes, [charset, labelOf(bytes)])
    : decodeText(bytes, forced);
}

/** The encoding that the page itself names. */
function labelOf(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES));
  return (META_CHARSET.exec(head) ?? XML_ENCODING.exec(head))?.[1] ?? null;
}
