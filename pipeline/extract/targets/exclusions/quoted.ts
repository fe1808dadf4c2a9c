import type { Mention } from '../mention.js';

const OPENING = '“《「『〔';
const CLOSING = '”》」』〕';

/** Slogans and titles: “民营经济32条”, 《三年行动计划》. */
export function isQuoted({ text, quantity }: Mention): boolean {
  let depth = 0;
  for (let at = quantity.start - 1; at >= 0 && quantity.start - at <= 60; at--) {
    const character = text[at]!;
    if (CLOSING.includes(character)) depth++;
    else if (OPENING.includes(character)) {
      if (depth === 0) return true;
      depth--;
    } else if (character === '。') return false;
  }
  return false;
}
