import { append } from '../../model/append.js';
import type { SourceText, Span } from '../../model/source-text.js';
import { spansOfWords } from './inline-markers.js';
import { MarkupRows, type MarkupTable } from './markup-table.js';

const DELIMITER = /^\|(?:[ \t]*:?-{3,}:?[ \t]*\|){2,200}[ \t]*$/gm;
/** More characters than a row of a table that people read. */
const LONGEST_ROW = 20_000;

/**
 * Tables of pipes whose cells hold paragraphs, so that each row goes over many lines, as turndown
 * prints them. Where all rows stand on lines of their own, or one lacks cells, it is none.
 */
export function brokenPipeTables(text: string, source: SourceText): MarkupTable[] {
  const found: MarkupTable[] = [];
  let from = 0;
  for (const delimiter of text.matchAll(DELIMITER)) {
    if (delimiter.index < from) continue;
    const columns = delimiter[0].split('|').length - 2;
    const head = headAbove(text, delimiter.index, columns, from);
    if (head === null) continue;
    const rows = [head];
    let end = delimiter.index + delimiter[0].length;
    for (;;) {
      const row = rowAt(text, end + 1, columns);
      if (row === null) break;
      rows.push(row);
      end = row.at(-1)!.end + 1;
      while (text[end] === ' ') end++;
    }
    from = end;
    const broken = rows.some((row) => text.slice(row[0]!.start, row.at(-1)!.end).includes('\n'));
    if (!broken || rows.length < 2 || text[end + 1] === '|') continue;
    const grid = new MarkupRows(text);
    grid.heads = 1;
    for (const row of rows) {
      grid.beginRow();
      for (const cell of row) grid.add(linesOf(text, cell), 1, 1);
    }
    found.push({ span: { start: head[0]!.start - 1, end }, blocks: grid.blocks(source) });
  }
  return found;
}

/** The cells of the row that ends above a delimiter. */
function headAbove(text: string, end: number, columns: number, from: number): Span[] | null {
  const least = Math.max(from, end - LONGEST_ROW);
  let bars = 0;
  for (let at = end - 1; at >= least; at--) {
    if (text[at] !== '|' || text[at - 1] === '\\') continue;
    if (++bars <= columns) continue;
    const row = rowAt(text, at, columns);
    return row !== null && text.slice(row.at(-1)!.end + 1, end).trim() === '' ? row : null;
  }
  return null;
}

/** The cells between the bars of a row that begins a line; null where it has not all of them. */
function rowAt(text: string, start: number, columns: number): Span[] | null {
  if (text[start] !== '|' || (start > 0 && text[start - 1] !== '\n')) return null;
  const cells: Span[] = [];
  const most = Math.min(text.length, start + LONGEST_ROW);
  let from = start + 1;
  for (let at = from; at < most && cells.length < columns; at++) {
    if (text[at] !== '|' || text[at - 1] === '\\') continue;
    const isFirstOfNext = text[at - 1] === '\n' && text[at - 2]?.trim() === '|';
    if (isFirstOfNext) return null;
    cells.push({ start: from, end: at });
    from = at + 1;
  }
  const closes = /[ \t]*(?:\n|$)/y;
  closes.lastIndex = from;
  return cells.length === columns && closes.test(text) ? cells : null;
}

/** The words of a cell, line by line. */
function linesOf(text: string, cell: Span): Span[] {
  const spans: Span[] = [];
  for (let start = cell.start; start < cell.end; ) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 || feed > cell.end ? cell.end : feed;
    append(spans, spansOfWords(text, { start, end }));
    start = end + 1;
  }
  return spans;
}
