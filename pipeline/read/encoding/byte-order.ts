/** An encoding that a byte order mark names. */
export function byteOrderMark(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** Bytes looked at for the pattern of NULs. */
const SAMPLE_BYTES = 65_536;

/**
 * UTF-16 without a byte order mark, told by its NUL bytes: line ends, digits and ASCII signs have
 * one, and always on the same side (`0A 00` little-endian, `00 0A` big-endian). Null where there
 * are none, or where they stand on both sides, as in a binary file.
 */
export function utf16ByNulPattern(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length % 2 === 1) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < bytes.length && at < SAMPLE_BYTES; at++) {
    if (bytes[at] !== 0) continue;
    if (at % 2 === 0) even++;
    else odd++;
  }
  if (odd > 0 && even === 0) return 'utf-16le';
  if (even > 0 && odd === 0) return 'utf-16be';
  return null;
}
