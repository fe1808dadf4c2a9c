import { ReadError } from '../read-error.js';

/** Bytes read in an encoding; `badBytes` where some did not fit and stand as U+FFFD. */
export interface Detected {
  readonly text: string;
  readonly encoding: string;
  readonly badBytes: boolean;
}

/** The text that the bytes are in this encoding, or null where a byte does not fit. */
export function strictText(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** Characters for each of which one bad place is let pass. */
const CHARACTERS_PER_BAD_PLACE = 1000;

/**
 * The text with U+FFFD for the bytes that do not fit, where these are rare: at most one place in
 * 1,000 characters, none in a text shorter than that. Null where there are more, which means that
 * the encoding is another one.
 */
export function nearlyFittingText(bytes: Uint8Array, encoding: string): string | null {
  const text = new TextDecoder(encoding).decode(bytes);
  const allowed = Math.floor(text.length / CHARACTERS_PER_BAD_PLACE);
  let bad = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) {
    if (++bad > allowed) return null;
  }
  return text;
}

/**
 * The bytes in an encoding that is known, with U+FFFD for a few that do not fit.
 *
 * @throws ReadError `bad_encoding`, with the advice, where more than a few do not fit.
 */
export function knownText(bytes: Uint8Array, encoding: string, advice: string): Detected {
  const strict = strictText(bytes, encoding);
  if (strict !== null) return { text: strict, encoding, badBytes: false };
  const nearly = nearlyFittingText(bytes, encoding);
  if (nearly !== null) return { text: nearly, encoding, badBytes: true };
  throw new ReadError('bad_encoding', advice);
}
