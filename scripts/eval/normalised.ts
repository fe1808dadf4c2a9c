/** The text as it is compared: no page marks, bold marks or white space, all forms made one. */
export function normalised(text: string | null | undefined): string {
  return (text ?? '')
    .replace(/# Page \d+:|\*\*/g, '')
    .normalize('NFKC')
    .replace(/\s+/g, '');
}

/** The same without the stop that may end a title or heading. */
export const normalisedHeading = (text: string | null | undefined): string =>
  normalised(text).replace(/[。：:；;]$/, '');

/** How alike two texts are, from 0 to 1: the share of letter pairs that both have. */
export function similarity(first: string, second: string): number {
  const a = normalised(first);
  const b = normalised(second);
  if (a === '' || b === '') return 0;
  if (a === b) return 1;
  const pairsOfA = letterPairs(a);
  const pairsOfB = letterPairs(b);
  let shared = 0;
  for (const pair of pairsOfA) if (pairsOfB.has(pair)) shared++;
  return (2 * shared) / (pairsOfA.size + pairsOfB.size || 1);
}

function letterPairs(text: string): Set<string> {
  const pairs = new Set<string>();
  for (let at = 1; at < text.length; at++) pairs.add(text.slice(at - 1, at + 1));
  return pairs;
}
