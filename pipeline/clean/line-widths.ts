import type { Block } from '../model/document.js';
import type { SourceText } from '../model/source-text.js';

/** Lines over this many columns are no printed lines but whole paragraphs. */
const WIDEST_PRINTED_LINE = 120;
const PERCENTILE = 0.85;

/** Columns that a text takes on a printed line: two for a Han character or mark, one for ASCII. */
export function columns(text: string): number {
  let total = 0;
  for (let index = 0; index < text.length; index++) {
    total += text.charCodeAt(index) < 0x2000 ? 1 : 2;
  }
  return total;
}

/**
 * The width at which lines were broken, by page: most lines of a justified page reach it. Null
 * where lines are paragraphs (Word's text export), so that no line is ever "full".
 */
export function lineWidths(
  source: SourceText,
  blocks: readonly Block[],
): Map<number | null, number | null> {
  const byPage = new Map<number | null, number[]>();
  for (const block of blocks) {
    if (block.kind !== 'line') continue;
    const span = block.spans[0];
    const last = block.spans.at(-1);
    if (!span || !last) continue;
    const widths = byPage.get(block.page);
    const width =
      last.end - span.start > WIDEST_PRINTED_LINE
        ? WIDEST_PRINTED_LINE + 1
        : columns(source.text.slice(span.start, last.end));
    if (widths) widths.push(width);
    else byPage.set(block.page, [width]);
  }
  const result = new Map<number | null, number | null>();
  for (const [page, widths] of byPage) {
    widths.sort((a, b) => a - b);
    const width = widths[Math.floor((widths.length - 1) * PERCENTILE)]!;
    result.set(page, width > WIDEST_PRINTED_LINE || widths.length < 5 ? null : width);
  }
  return result;
}
