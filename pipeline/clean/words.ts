import { matchesIn } from '../model/matches.js';
import type { Span } from '../model/source-text.js';

const isAsciiWord = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x61 && code <= 0x7a);

/** White space, and the second of two stops that stand where one is meant; three are dots. */
const NO_WORDS = /[\s\u200b\ufeff]+|(?<=(?<!。)。)。(?!。)/g;

/**
 * The stretches of `span` that hold words: white space is left out, as Chinese has none and
 * extraction puts it around digits (`2023 年6 月13 日`), except between two Latin words or numbers. So is the
 * second of two stops (`完成。。`).
 */
export function wordSpans(text: string, span: Span): Span[] {
  const spans: Span[] = [];
  let start = span.start;
  const words = text.slice(span.start, span.end);
  for (const white of matchesIn(NO_WORDS, words)) {
    const from = span.start + white.index;
    const to = from + white[0].length;
    const between =
      from > span.start &&
      to < span.end &&
      white[0] === ' ' &&
      isAsciiWord(text.charCodeAt(from - 1)) &&
      isAsciiWord(text.charCodeAt(to));
    if (between) continue;
    if (from > start) spans.push({ start, end: from });
    start = to;
  }
  if (span.end > start) spans.push({ start, end: span.end });
  return spans;
}
