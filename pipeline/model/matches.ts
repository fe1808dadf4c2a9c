/**
 * Every match of a global pattern in a text, in order: what `matchAll` gives, which makes a copy of its
 * pattern at each call, and so takes longer over a short text than looking through it.
 * @param pattern with the flag `g`; it matches no empty text
 */
export function matchesIn(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match);
  }
  return found;
}
