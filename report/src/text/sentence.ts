/** Longest stretch that is looked at on either side. */
const MOST = 120;
const END = /[。；！？\n]/;

/** The sentence in which a stretch of the text stands, cut where it has no end in sight. */
export function sentenceAt(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): string {
  let first = start;
  while (first > 0 && start - first < MOST && !END.test(text[first - 1]!)) first--;
  let last = end;
  while (last < text.length && last - end < MOST && !END.test(text[last]!)) last++;
  return text.slice(first, last).replace(/\s+/g, '');
}
