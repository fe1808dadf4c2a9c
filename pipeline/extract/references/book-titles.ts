/** What stands in an outermost pair of 《》: offsets of the marks, `end` behind 》. */
export interface BookTitle {
  readonly start: number;
  readonly end: number;
}

const LONGEST_TITLE = 200;

/**
 * Outermost 《…》 of a text, in order. A 《 that is not closed within 200 characters is passed over;
 * marks within marks (《关于印发《…》的通知》) belong to the outer title.
 */
export function bookTitles(text: string): BookTitle[] {
  const found: BookTitle[] = [];
  let start = text.indexOf('《');
  while (start >= 0) {
    const end = closingMark(text, start);
    if (end > start + 2) found.push({ start, end });
    start = text.indexOf('《', end > 0 ? end : start + 1);
  }
  return found;
}

/** One past the 》 that closes the 《 at `start`; -1 where none does. */
function closingMark(text: string, start: number): number {
  let depth = 0;
  let first = -1;
  const limit = Math.min(text.length, start + LONGEST_TITLE);
  for (let at = start; at < limit; at++) {
    const character = text.charCodeAt(at);
    if (character === 0x300a) depth++;
    else if (character === 0x300b) {
      if (first < 0) first = at + 1;
      if (--depth === 0) return at + 1;
    }
  }
  return first;
}
