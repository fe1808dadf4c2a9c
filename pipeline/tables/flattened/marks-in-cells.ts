import type { Block, Table } from '../../model/document.js';
import type { Span } from '../../model/source-text.js';

/**
 * A table whose cells leave out what is no word within a line: where blocks have several spans,
 * marks (`2026\-2027年`) stand between them.
 * @param blocks the lines that the cells were read from, in order
 */
export function withoutMarks(table: Table, blocks: readonly Block[]): Table {
  if (blocks.every(({ spans }) => spans.length === 1)) return table;
  const words = blocks.flatMap(({ spans }) => spans);
  const cells = table.cells.map((cell) => ({
    ...cell,
    spans: cell.spans.flatMap((span) => wordsWithin(words, span)),
  }));
  return { ...table, cells };
}

/** The parts of a span that hold words. */
export function wordsWithin(words: readonly Span[], { start, end }: Span): Span[] {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  const parts: Span[] = [];
  for (let at = low; at < words.length && words[at]!.start < end; at++) {
    parts.push({ start: Math.max(start, words[at]!.start), end: Math.min(end, words[at]!.end) });
  }
  return parts;
}
