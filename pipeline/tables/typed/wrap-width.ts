/** A text whose longest lines are shorter is no wrapped one, but a list of short lines. */
const LEAST_WIDTH = 20;
const LEAST_LINES = 8;
/** The least share of lines that are as long as the longest. */
const LEAST_SHARE = 0.05;

/**
 * The number of characters at which a text was wrapped: the length of its longest lines where many
 * have exactly that. Null where it was not, which a single longer line shows.
 */
export function wrapWidth(text: string): number | null {
  let longest = 0;
  let count = 0;
  let lines = 0;
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    const length = characters(text, start, end);
    if (length > 0) lines++;
    if (length > longest) [longest, count] = [length, 1];
    else if (length === longest) count++;
    start = end + 1;
  }
  const wrapped = longest >= LEAST_WIDTH && count >= Math.max(LEAST_LINES, lines * LEAST_SHARE);
  return wrapped ? longest : null;
}

/** Characters of a line; a pair of surrogates is one. */
export function characters(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if ((unit < 0xdc00 || unit > 0xdfff) && unit !== 0x0d) count++;
  }
  return count;
}
