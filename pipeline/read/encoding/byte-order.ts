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
 * What UTF-16 without a byte order mark may be, the likelier first, told by the side on which its
 * NUL bytes stand: line ends, digits and ASCII signs have one (`0A 00` little-endian, `00 0A`
 * big-endian), but so has 一 on the other side (`00 4E` little-endian). Empty for an odd length.
 */
export function utf16ByNulPattern(bytes: Uint8Array): readonly ('utf-16le' | 'utf-16be')[] {
  if (bytes.length % 2 === 1) return [];
  let even = 0;
  let odd = 0;
  for (let at = 0; at < bytes.length && at < SAMPLE_BYTES; at++) {
    if (bytes[at] !== 0) continue;
    if (at % 2 === 0) even++;
    else odd++;
  }
  return odd >= even ? ['utf-16le', 'utf-16be'] : ['utf-16be', 'utf-16le'];
}
