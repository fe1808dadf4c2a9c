import type { Block, SourceDocument, Table } from '../../pipeline/model/document.js';
import type { Span } from '../../pipeline/model/source-text.js';
import { comparable } from './characters.js';

/** The words of a document as they are read, to be compared, and the page of each character. */
export interface ReadingOrder {
  readonly text: string;
  /** Page of each character of `text`; 0 where there are no pages. */
  readonly pages: Int32Array;
}

/**
 * A document's words block by block; those of a table cell by cell, row by row, where a cell that goes
 * over pages is read to its end before the next one. What stands inside a table and is no part of it,
 * as heads that it repeats on each page, is read before the first cell below.
 */
export function inReadingOrder({ source, blocks }: SourceDocument): ReadingOrder {
  const parts: string[] = [];
  const stretches: { readonly length: number; readonly page: number }[] = [];
  for (const span of spansInOrder(blocks)) {
    const words = comparable(source.text.slice(span.start, span.end));
    parts.push(words);
    stretches.push({ length: words.length, page: source.pageAt(span.start) ?? 0 });
  }
  const text = parts.join('');
  const pages = new Int32Array(text.length);
  let at = 0;
  for (const { length, page } of stretches) {
    pages.fill(page, at, at + length);
    at += length;
  }
  return { text, pages };
}

function spansInOrder(blocks: readonly Block[]): Span[] {
  const spans: Span[] = [];
  const read = new Set<Block>();
  for (const [index, block] of blocks.entries()) {
    if (read.has(block)) continue;
    if (!block.table) {
      spans.push(...block.spans);
      continue;
    }
    const inside = insideOf(block, blocks, index);
    for (const one of inside) read.add(one);
    const between = inside.flatMap((one) => one.spans).sort((a, b) => a.start - b.start);
    for (const cell of cellSpans(block.table)) {
      while (between[0] && cell[0] && between[0].start < cell[0].start)
        spans.push(between.shift()!);
      spans.push(...cell);
    }
    spans.push(...between);
  }
  return spans;
}

/** Words after a table that stand before its end: its heads on other pages, notes and page numbers. */
function insideOf(table: Block, blocks: readonly Block[], at: number): Block[] {
  const end = Math.max(...table.spans.map((span) => span.end));
  const inside: Block[] = [];
  for (let next = at + 1; next < blocks.length; next++) {
    const block = blocks[next]!;
    const start = block.spans[0]?.start ?? end;
    if (block.table || (block.kind !== 'furniture' && start >= end)) break;
    if (start < end) inside.push(block);
  }
  return inside;
}

function cellSpans({ cells }: Table): (readonly Span[])[] {
  const sorted = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  return sorted.map((cell) => cell.spans);
}
