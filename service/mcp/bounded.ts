/** Bytes that the records of one answer may have: a session of lines ends over a line that is too long. */
export const ANSWER_BYTES = 48 * 1024;

/** Characters of a text that one answer quotes. */
export const QUOTED = 2000;

/** A text, cut where it is too long for an answer. */
export const clipped = (text: string, most = QUOTED): string =>
  text.length > most ? `${text.slice(0, most).replace(/\p{Surrogate}$/u, '')}…` : text;

/** As many of the items, from the first on, as an answer may hold; one at least. */
export function fitting<Item>(items: readonly Item[], bytes = ANSWER_BYTES): readonly Item[] {
  let left = bytes;
  const most = items.findIndex((item) => {
    left -= Buffer.byteLength(JSON.stringify(item)) + 1;
    return left < 0;
  });
  return most < 0 ? items : items.slice(0, Math.max(1, most));
}
