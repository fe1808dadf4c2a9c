import type { Block, SourceDocument } from '../../model/document.js';
import { characters, wrapWidth } from './wrap-width.js';

/** A line of the source with its tabs, which the blocks' spans leave out at a line's ends. */
export interface RawLine {
  readonly start: number;
  readonly end: number;
  /** Index of the block that stands on it; -1 where it holds nothing but tabs. */
  readonly block: number;
  /** `tabs`: nothing but white space with a tab in it; `other`: a heading, list item or table. */
  readonly kind: 'line' | 'furniture' | 'tabs' | 'other';
  /** Whether a page mark or an empty line stands between the line before and this one. */
  readonly apart: boolean;
  /** Whether it is as long as the text was wrapped at, so that it may go on in the next one. */
  readonly full: boolean;
}

/** The lines of a document that hold a block or a tab, in order. */
export function rawLines(document: SourceDocument): RawLine[] {
  const { blocks } = document;
  const { text } = document.source;
  const lines: RawLine[] = [];
  // Only rows typed with tabs are put together again.
  const width = text.includes('\t') ? wrapWidth(text) : null;
  let next = 0;
  let otherUntil = 0;
  let apart = false;
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    let block = -1;
    for (; next < blocks.length && startOf(blocks[next]!) < end; next++) {
      if (block < 0 || blocks[block]!.kind === 'furniture') block = next;
      if (blocks[next]!.kind === 'furniture') apart = true;
      else otherUntil = blocks[next]!.spans.at(-1)?.end ?? otherUntil;
    }
    const kind = kindOf(block < 0 ? null : blocks[block]!.kind, start < otherUntil);
    if (kind !== 'tabs' || holdsTab(text, start, end)) {
      const full = width !== null && characters(text, start, end) === width;
      lines.push({ start, end, block, kind, apart, full });
      apart = kind === 'furniture';
    } else apart = true;
    start = end + 1;
  }
  return lines;
}

const startOf = (block: Block): number => block.spans[0]?.start ?? -1;

function kindOf(kind: Block['kind'] | null, insideOther: boolean): RawLine['kind'] {
  if (kind === 'line' || kind === 'furniture') return kind;
  return kind !== null || insideOther ? 'other' : 'tabs';
}

function holdsTab(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) === 0x09) return true;
  return false;
}
