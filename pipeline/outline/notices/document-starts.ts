import type { TextBlock } from '../../model/outline.js';
import { docNumberOfLine } from '../head/doc-number.js';
import { squeezed, titleLikeness } from '../head/squeeze.js';
import { type PrintedTitle, readPrintedTitle } from '../head/title.js';
import { PageLines } from '../head/web-properties.js';

/** A document among others set one after another: its title, and where it begins. */
export interface DocumentStart {
  readonly start: number;
  readonly title: string;
}

const LONGEST_NUMBER_LINE = 60;
const MOST_TITLE_BLOCKS = 5;
const SENTENCE_END = /[。；]$/;

/**
 * Documents set one after another without entry headings: each begins with a title that has its
 * 发文字号 on the line below it or above it. Fewer than two, or running text before the first: none.
 */
export function findDocumentStarts(blocks: readonly TextBlock[]): DocumentStart[] {
  const starts: DocumentStart[] = [];
  // 标题：… and 发文字号：… of a web page's head are those of the document below.
  const top = pageHeadLength(blocks);
  const seen = new Set<string>();
  for (let index = top; index < blocks.length; index++) {
    const block = blocks[index]!;
    if (block.kind === 'table' || block.passage.length > LONGEST_NUMBER_LINE) continue;
    if (!block.passage.text.includes('号')) continue;
    const number = docNumberOfLine(squeezed(block.passage.reading));
    if (number === null || !/[〔[［【（(]/.test(number)) continue;
    if (seen.has(number)) continue;
    seen.add(number);
    const title = titleAbove(blocks, index) ?? readPrintedTitle(blocks, index + 1);
    const last = starts.at(-1);
    if (!title || (last && (title.start <= last.start || isCarried(last.title, title.title))))
      continue;
    if (isAttached(blocks, Math.min(title.start, index))) continue;
    starts.push({ start: Math.min(title.start, index), title: title.title });
  }
  const first = starts[0];
  if (!first || starts.length < 2) return [];
  const before = blocks.slice(top, first.start);
  if (before.some((block) => SENTENCE_END.test(block.passage.text))) return [];
  return top > 0 ? [{ ...first, start: 0 }, ...starts.slice(1)] : starts;
}

/** Number of blocks that the fields of a web page's head take. */
function pageHeadLength(blocks: readonly TextBlock[]): number {
  const page = new PageLines();
  let end = 0;
  while (
    end < blocks.length &&
    blocks[end]!.kind !== 'table' &&
    page.take(blocks[end]!.passage.reading)
  )
    end++;
  return page.isHead ? end : 0;
}

/** The title whose last line stands right above block `index`. */
function titleAbove(blocks: readonly TextBlock[], index: number): PrintedTitle | null {
  let found: PrintedTitle | null = null;
  for (let start = index - 1; start >= Math.max(0, index - MOST_TITLE_BLOCKS); start--) {
    if (SENTENCE_END.test(blocks[start]!.passage.text)) break;
    const title = readPrintedTitle(blocks, start);
    if (title && title.start === start && title.end === index) found = title;
  }
  return found;
}

/** What a transmittal names and sends out is no document of its own. */
function isCarried(transmittal: string, title: string): boolean {
  return /印发|转发|批转/.test(transmittal) && titleLikeness(transmittal, title) > 0.8;
}

function isAttached(blocks: readonly TextBlock[], start: number): boolean {
  return blocks
    .slice(Math.max(0, start - 2), start)
    .some((block) => /^\s*附\s*件/.test(block.passage.text));
}
