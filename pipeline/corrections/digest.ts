import { createHash } from 'node:crypto';
import type { ConvertedDocument } from '../converted.js';

const LENGTH = 16;

/** Tells whether words have changed; where lines break and blanks stand does not matter. */
export const digestOfWords = (words: string): string =>
  createHash('sha256').update(words.replace(/\s+/g, '')).digest('hex').slice(0, LENGTH);

/** The digest of the words that a task or target stands on. */
export const digestOfRecord = (
  text: string,
  { at }: { readonly at: { readonly start: number; readonly end: number } },
): string => digestOfWords(text.slice(at.start, at.end));

/** A document stands on the whole of its text. */
export const digestOfDocument = ({ text }: Pick<ConvertedDocument, 'text'>): string =>
  digestOfWords(text);
