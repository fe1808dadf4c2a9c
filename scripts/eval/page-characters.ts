import { isDigit, placesOf } from './characters.js';
import { countsOf } from './printed-texts.js';
import type { ReadingOrder } from './reading-order.js';

/** What comes out of one page. */
export interface PageCharacters {
  /** Counted from 1 in the file. */
  readonly page: number;
  /** Characters and digits of the printed text on this page, and those that come out in its order. */
  readonly printed: number;
  readonly kept: number;
  readonly digits: number;
  readonly digitsKept: number;
  /** Characters that another program finds on the page, and those of them that come out, in any order. */
  readonly drawn: number | null;
  readonly read: number | null;
}

type Counts = { -readonly [Field in keyof PageCharacters]: PageCharacters[Field] };

/**
 * Lays what is read beside what was printed (both as they are compared) and counts by pages. What does
 * not come out counts for the page of the character before it.
 * @param drawn characters of each page as another program gives them
 */
export function pageCharacters(
  printed: string,
  { text, pages }: ReadingOrder,
  drawn: readonly string[] | null,
): PageCharacters[] {
  const byPage = new Map<number, Counts>();
  const countsOfPage = (page: number): Counts => {
    const known = byPage.get(page);
    if (known) return known;
    const counts = { page, printed: 0, kept: 0, digits: 0, digitsKept: 0, drawn: null, read: null };
    byPage.set(page, counts);
    return counts;
  };
  const places = placesOf(printed, text);
  let page = pages[places.find((place) => place >= 0) ?? 0] ?? 1;
  for (const [index, place] of places.entries()) {
    if (place >= 0) page = pages[place]!;
    const counts = countsOfPage(page);
    const isKept = place >= 0;
    counts.printed++;
    if (isKept) counts.kept++;
    if (!isDigit(printed.charCodeAt(index))) continue;
    counts.digits++;
    if (isKept) counts.digitsKept++;
  }
  for (const [index, words] of (drawn ?? []).entries()) {
    if (words === '') continue;
    const counts = countsOfPage(index + 1);
    counts.drawn = words.length;
    counts.read = shared(words, ofPage(text, pages, index + 1));
  }
  return [...byPage.values()].sort((a, b) => a.page - b.page);
}

function ofPage(text: string, pages: Int32Array, page: number): string {
  let words = '';
  for (let at = 0; at < text.length; at++) if (pages[at] === page) words += text[at];
  return words;
}

/** Characters that two texts share, each as often as in both. */
function shared(a: string, b: string): number {
  const other = countsOf(b);
  let sum = 0;
  for (const [character, count] of countsOf(a)) {
    sum += Math.min(count, other.get(character) ?? 0) * character.length;
  }
  return sum;
}
