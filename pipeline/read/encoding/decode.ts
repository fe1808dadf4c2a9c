import { warningOf } from '../../../schemas/codes.js';
import type { Warning } from '../../../schemas/document.js';
import { ReadError } from '../read-error.js';
import { rejectControlCharacters } from './control-characters.js';
import { detectEncoding } from './detect-encoding.js';
import { forcedEncoding } from './force-encoding.js';

/** The text of a file, fixed: no byte order mark, every line end one `\n`. */
export interface DecodedText {
  readonly text: string;
  /** WHATWG name of the encoding that was used. */
  readonly encoding: string;
  /** Whether bytes that did not fit stand as U+FFFD. */
  readonly badBytes: boolean;
  readonly warnings: readonly Warning[];
}

const LINE_ENDS = /\r\n|[\r\v\u0085\u2028\u2029]/g;
/** How many bad places are warned of one by one. */
const PLACES_NAMED = 20;

/**
 * Decodes the bytes of a text, in the encoding that is forced or else in the one that fits.
 * Bytes that fit no character stand as U+FFFD only where they are rare (see `nearlyFittingText`), each
 * with a warning `bad_bytes` that gives its place; otherwise the file is refused.
 *
 * @throws ReadError `unknown_encoding`, `bad_encoding`, `binary` or `empty`.
 */
export function decodeText(bytes: Uint8Array, encoding: string | null): DecodedText {
  const detected = encoding === null ? detectEncoding(bytes) : forcedEncoding(bytes, encoding);
  const text = detected.text.replace(LINE_ENDS, '\n');
  rejectControlCharacters(text);
  if (!/\S/.test(text)) {
    throw new ReadError('empty', 'The file holds nothing but white space. Check that it is whole.');
  }
  const { encoding: name, badBytes } = detected;
  return { text, encoding: name, badBytes, warnings: replacementWarnings(text, name, badBytes) };
}

/** A warning for each U+FFFD in a text that was read in the given encoding; many are counted. */
export function replacementWarnings(text: string, encoding: string, badBytes: boolean): Warning[] {
  const warnings: Warning[] = [];
  const code = badBytes ? 'bad_bytes' : 'replacement_character';
  let count = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) {
    count++;
    if (count > PLACES_NAMED) continue;
    warnings.push(
      warningOf(code, { page: null, start: at, end: at + 1 }, badBytes ? encoding : ''),
    );
  }
  if (count > PLACES_NAMED) {
    const others = count - PLACES_NAMED;
    warnings.push(warningOf(code, null, `另有 ${others} 处（${others} more such places）`));
  }
  return warnings;
}
