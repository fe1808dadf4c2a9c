/** Longest headline that counts as a title, in characters. */
export const LONGEST_HEADLINE = 40;
const OPEN = '（“‘《〈「【';
const CLOSE = '）”’》〉」】';

/**
 * End of a task's title in its text: up to the first 。 or ： where that is a short headline
 * (at most 40 characters); else the first clause, never cut inside quotation marks or brackets.
 * @param reading the task's text with uniform width
 * @param breaks offsets at which a new paragraph begins: a short first line is a headline, too
 */
export function titleEnd(reading: string, breaks: readonly number[] = []): number {
  const line = breaks[0];
  const sentence = firstMark(reading, '。：！？');
  if (
    line !== undefined &&
    line <= LONGEST_HEADLINE &&
    line < sentence &&
    !/[，、；]$/.test(reading.slice(0, line))
  )
    return line;
  if (sentence <= LONGEST_HEADLINE) return sentence;
  return firstMark(reading, '，。；：！？');
}

function firstMark(reading: string, marks: string): number {
  let depth = 0;
  for (let position = 0; position < reading.length; position++) {
    const character = reading[position]!;
    if (OPEN.includes(character)) depth++;
    else if (CLOSE.includes(character)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && marks.includes(character)) return position;
  }
  const plain = depth > 0 ? reading.search(/[。；]/) : -1;
  return plain > 0 ? plain : reading.length;
}
