/** 2025年3月底前, 2023年底前, 2026年前; 到2027年, 至2023年底. */
const DUE =
  /(?:(?:到|(?<!截)至)\s?((?:19|20)\d{2})\s?年|(?<!\d)((?:19|20)\d{2})\s?年\s?(?:\d{1,2}\s?月\s?(?:\d{1,2}\s?日|底|末)?|底|末)?\s?(?:之前|以前|前))(?![^，。；]{0,6}(?:已|的))/g;

/**
 * The earliest year by which a text wants something done (`2025年3月底前`, `到2027年`); null where it
 * sets no such day. A document that bears no date speaks in that year: what it sets first is due
 * soon after it was written, what it sets last may be years away.
 */
export function firstDueYear(text: string): number | null {
  let first: number | null = null;
  for (const match of text.matchAll(DUE)) {
    const year = Number(match[1] ?? match[2]);
    if (first === null || year < first) first = year;
  }
  return first;
}
