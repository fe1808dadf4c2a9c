import type { RecognisedPage } from '../../recognise/recognised-page.js';
import type { OcrMode } from '../reader.js';
import { type PageFault, UNREADABLE } from './page-fault.js';
import type { JudgedPage } from './read-pages.js';

/** Faults of text that what is seen on the page may better. */
const POOR: ReadonlySet<PageFault> = new Set<PageFault>([
  'text_layer_of_ocr',
  'picture_with_few_words',
  'missing_characters',
  'missing_digits',
]);

/** Of 100: a page that the engine is less sure of on average is a poor picture. */
const SURE_ENOUGH = 75;
/** Share of a page's own characters that a reading must have. */
const WHOLE = 0.85;

/** Whether a page is looked at as a picture. */
export function isLookedAt({ fault, blank }: JudgedPage, mode: OcrMode | true): boolean {
  if (mode === 'all') return !blank && fault !== 'damaged_page';
  return fault !== null && fault !== 'damaged_page' && (UNREADABLE.has(fault) || POOR.has(fault));
}

/** Whether what was recognised is better than the words that a page has of its own. */
export function isBetter(page: RecognisedPage, { fault, words }: JudgedPage): boolean {
  if (fault !== null && UNREADABLE.has(fault)) return true;
  let [count, confidence] = [0, 0];
  for (const line of page.lines) {
    for (const word of line.words) {
      count += word.text.length;
      confidence += word.confidence * word.text.length;
    }
  }
  if (count === 0 || confidence < count * SURE_ENOUGH) return false;
  // Sound text that a program has written needs no reading.
  if (fault === null) return false;
  return count >= words.length * WHOLE;
}
