import { columns } from '../model/columns.js';
import type { Block } from '../model/document.js';
import type { SourceText } from '../model/source-text.js';

/** Lines over this many columns are no printed lines but whole paragraphs. */
const WIDEST_PRINTED_LINE = 120;
const MOST_ROWS = 0.85;
/** A page that is mostly pieces has some whole rows; those of the other pages tell that they are. */
const SOME_ROWS = 0.95;
const SOME_PARAGRAPHS = 0.05;

/** How the lines of a page were broken. */
export interface PageLines {
  /** Columns of a full row. */
  readonly width: number;
  /** True where many lines are only pieces of a row. */
  readonly broken: boolean;
  /** Spaces before the lines that stand at the margin; null where lines are not set in by spaces. */
  readonly margin: number | null;
}

/** A line that fills less than this part of the width does not end at the margin. */
const SHORT = 0.7;
/** Share of short lines from which a page counts as broken; paragraphs' ends alone come to less. */
const MANY = 0.4;
const FEWEST_LINES = 5;

/**
 * The width at which rows were broken, by page: most rows of a justified page reach it. No entry
 * where lines are paragraphs (Word's text export), so that no line is ever "full".
 */
export function lineWidths(
  source: SourceText,
  blocks: readonly Block[],
): Map<number | null, PageLines> {
  const byPage = new Map<number | null, number[]>();
  const indents = new Map<number | null, number[]>();
  for (const block of blocks) {
    const span = block.spans[0];
    const last = block.spans.at(-1);
    if (block.kind !== 'line' || !span || !last) continue;
    const widths = byPage.get(block.page) ?? [];
    byPage.set(block.page, widths);
    const own = indents.get(block.page) ?? [];
    indents.set(block.page, own);
    own.push(indentOf(source, span.start));
    widths.push(
      last.end - span.start > WIDEST_PRINTED_LINE
        ? WIDEST_PRINTED_LINE + 1
        : columns(source.text.slice(span.start, last.end)),
    );
  }
  const usual = usualWidth(byPage);
  const result = new Map<number | null, PageLines>();
  for (const [page, widths] of byPage) {
    const width = Math.max(percentile(widths, MOST_ROWS), usual);
    if (width > WIDEST_PRINTED_LINE || widths.length < FEWEST_LINES) continue;
    if (page === null && isOfParagraphs(widths)) continue;
    const short = widths.filter((each) => each < width * SHORT).length;
    result.set(page, {
      width,
      broken: short >= widths.length * MANY,
      margin: marginOf(indents.get(page)!),
    });
  }
  return result;
}

/** In a text that was never on pages some lines that fit on none show that each is a paragraph, however many are short. */
const isOfParagraphs = (widths: readonly number[]): boolean =>
  widths.filter((width) => width > WIDEST_PRINTED_LINE).length >= widths.length * SOME_PARAGRAPHS;

/** Spaces between the line's beginning and an offset in it. */
export function indentOf(source: SourceText, start: number): number {
  let at = start;
  while (at > 0 && source.text[at - 1] === ' ') at--;
  return at === 0 || /[\n\f]/.test(source.text[at - 1]!) ? start - at : 0;
}

/** Share of a page's lines that stand at its margin, where the first line of a paragraph is set in. */
const AT_MARGIN = 0.4;

function marginOf(indents: readonly number[]): number | null {
  const least = indents.reduce((one, other) => Math.min(one, other));
  const at = indents.filter((indent) => indent <= least + 1).length;
  return at < indents.length && at >= indents.length * AT_MARGIN ? least : null;
}

/** What most pages of a document have: a page that is all pieces does not show its own width. */
function usualWidth(byPage: ReadonlyMap<number | null, number[]>): number {
  const pages = [...byPage.values()].filter((widths) => widths.length >= FEWEST_LINES);
  const widths = pages.map((each) => percentile(each, SOME_ROWS)).sort((a, b) => a - b);
  const middle = widths[Math.floor(widths.length / 2)] ?? 0;
  return middle > WIDEST_PRINTED_LINE ? 0 : middle;
}

function percentile(widths: readonly number[], share: number): number {
  const sorted = [...widths].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)]!;
}
