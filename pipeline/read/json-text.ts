import { ReadError } from './read-error.js';
import type { ReaderInput } from './reader.js';

const NAME = /\.json$/i;

/**
 * Refuses a file that is called JSON and begins as such: read as prose its words would be one line.
 *
 * @throws ReadError `unsupported_format`
 */
export function rejectJson(input: ReaderInput): void {
  if (!NAME.test(input.name) || !/^\s*[[{]/.test(input.decoded.text)) return;
  throw new ReadError(
    'unsupported_format',
    'JSON is no document. Documents in records are read as JSON Lines, an object a line, in a file named .jsonl.',
  );
}
