/** Titles, names and numbers as records give them: line breaks and inner spaces removed. */
export function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}

/** The same title however it is punctuated: letters, digits and Chinese characters alone. */
export function titleKey(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Share of the shorter text's pairs of characters that the longer one has too, 0 to 1. */
export function titleLikeness(first: string, second: string): number {
  const [short, long] = [pairsOf(titleKey(first)), pairsOf(titleKey(second))].sort(
    (a, b) => a.size - b.size,
  ) as [Set<string>, Set<string>];
  if (short.size === 0) return 0;
  let shared = 0;
  for (const pair of short) if (long.has(pair)) shared++;
  return shared / short.size;
}

function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < text.length; i++) pairs.add(text.slice(i, i + 2));
  return pairs;
}
