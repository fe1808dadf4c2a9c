import type { Notice, NoticeHeading, TextBlock } from '../../model/outline.js';
import type { Passage } from '../../model/passage.js';
import type { SourceText } from '../../model/source-text.js';
import { separateFrameLines } from './frame-lines.js';

/** Blocks of one notice, `end` exclusive, and what the compendium says of it. */
export interface NoticeRange {
  readonly start: number;
  readonly end: number;
  readonly heading: NoticeHeading | null;
}

/**
 * A notice with a text of its own: from its first block's first character to its last one's last.
 * Blocks that hold no words of the source are left out.
 */
export function cutNotice(
  source: SourceText,
  blocks: readonly TextBlock[],
  range: NoticeRange,
): Notice {
  const own = blocks.slice(range.start, range.end).filter((block) => block.passage.length > 0);
  const from = own.length === 0 ? 0 : startOf(own[0]!);
  const to = own.length === 0 ? 0 : endOf(own);
  const next = blocks[range.end];
  const part = source.part(from, to);
  return {
    source: part,
    offset: from,
    blocks: separateFrameLines(own).map((block) => rebased(block, part, from)),
    ...pagesOf(source, own, next),
    heading: range.heading,
  };
}

/** The whole source as one notice. */
export function wholeNotice(source: SourceText, blocks: readonly TextBlock[]): Notice {
  return {
    source,
    offset: 0,
    blocks: separateFrameLines(blocks),
    ...pagesOf(source, blocks, undefined),
    heading: null,
  };
}

function startOf(block: TextBlock): number {
  return block.passage.sourceOffset(0);
}

/** One past the last character of a notice; a table's words may end before a note beside it. */
function endOf(blocks: readonly TextBlock[]): number {
  let end = 0;
  for (const { passage } of blocks.slice(-8)) end = Math.max(end, passage.span().end);
  return end;
}

function rebased(block: TextBlock, source: SourceText, offset: number): TextBlock {
  const move = (passage: Passage): Passage => passage.rebase(source, offset);
  return {
    ...block,
    passage: move(block.passage),
    table: block.table && {
      ...block.table,
      cells: block.table.cells.map((cell) => ({ ...cell, passage: move(cell.passage) })),
    },
  };
}

/** Where a block's last character stands; a row that crosses a page has cells that end before others. */
function lastOffset({ passage, table }: TextBlock): number {
  const cells = table?.cells.map((cell) => cell.passage) ?? [];
  const ends = [passage, ...cells].filter(({ length }) => length > 0);
  return ends.reduce((last, one) => Math.max(last, one.sourceOffset(one.length - 1)), 0);
}

/** Pages without words between two notices (images, scans) belong to the first of them. */
function pagesOf(
  source: SourceText,
  own: readonly TextBlock[],
  next: TextBlock | undefined,
): { page_start: number | null; page_end: number | null } {
  const filled = own.filter((block) => block.passage.length > 0);
  if (filled.length === 0 || source.pages.length === 0) return { page_start: null, page_end: null };
  const page_start = source.pageAt(startOf(filled[0]!));
  // A table's rows may go on behind the lines that are set apart from it.
  const lastPage = source.pageAt(
    filled.reduce((last, block) => Math.max(last, lastOffset(block)), 0),
  );
  const nextPage = next ? source.pageAt(startOf(next)) : null;
  const page_end =
    lastPage !== null && nextPage !== null ? Math.max(lastPage, nextPage - 1) : lastPage;
  return { page_start, page_end };
}
