import { append } from '../../model/append.js';
import type { SourceText, Span } from '../../model/source-text.js';
import { spansOfWords } from './inline-markers.js';
import { MarkupRows, type MarkupTable, MOST_COLUMNS } from './markup-table.js';

/** `[cols="1,4,2",options="header"]` above a table, and the line that opens and closes it. */
const FRAME = /^(?:(\[[^\n]{0,2000}\])[ \t]*\n)?(\|={3,})[ \t]*$/gm;
/** `|`, `2+|`, `.3+^a|`: what begins a cell, with how many columns and rows it goes over. */
const CELL =
  /(?:(?<=^|\s)(?:(\d{1,3})?(?:\.(\d{1,4}))?([+*]))?(?:[<^>](?:\.[<^>])?|\.[<^>])?[adehlmsv]?)?(?<!\\)\|/gm;

/** The tables of AsciiDoc in a text, in order; one that is never closed is none. */
export function asciidocTables(text: string, source: SourceText): MarkupTable[] {
  const found: MarkupTable[] = [];
  const frames = [...text.matchAll(FRAME)];
  for (let at = 0; at < frames.length; at++) {
    const frame = frames[at]!;
    const close = frames.findIndex((other, next) => next > at && other[2] === frame[2]);
    if (close < 0) continue;
    const from = frame.index + frame[0].length;
    const last = frames[close]!;
    const to = last.index + (last[1] === undefined ? 0 : last[0].lastIndexOf(last[2]!));
    const span = { start: frame.index, end: last.index + last[0].trimEnd().length };
    const rows = rowsOf(text, frame[1] ?? '', from, to);
    found.push({ span, blocks: rows.blocks(source) });
    at = close;
  }
  return found;
}

interface OpenCell {
  readonly from: number;
  readonly columns: number;
  readonly rows: number;
  readonly copies: number;
}

function rowsOf(text: string, attributes: string, from: number, to: number): MarkupRows {
  const rows = new MarkupRows(text);
  const inside = text.slice(from, to);
  const marks = [...inside.matchAll(CELL)];
  const columns = Math.max(1, Math.min(columnsOf(attributes) ?? onFirstLine(inside), MOST_COLUMNS));
  marks.forEach((mark, index) => {
    const copies = mark[3] === '*';
    const open: OpenCell = {
      from: from + mark.index + mark[0].length,
      columns: copies ? 1 : Number(mark[1] ?? 1) || 1,
      rows: copies ? 1 : Number(mark[2] ?? 1) || 1,
      copies: copies ? Math.min(Number(mark[1] ?? 1), columns) : 1,
    };
    const end = from + (marks[index + 1]?.index ?? inside.length);
    const spans = linesOf(text, { start: open.from, end });
    for (let copy = 0; copy < open.copies; copy++) {
      if (rows.rows === 0 || rows.nextColumn >= columns) rows.beginRow();
      rows.add(spans, open.rows, Math.min(open.columns, columns));
    }
  });
  const named = /\boptions="[^"]*\bheader\b|%[\w%]*header/.test(attributes);
  if (named || (columnsOf(attributes) === null && headStandsApart(inside))) rows.heads = 1;
  return rows;
}

/** `cols="1,4,2"`, `cols="3*"`; null where none are given. */
function columnsOf(attributes: string): number | null {
  const cols = /\bcols="([^"]*)"|\bcols=(\d+)/.exec(attributes);
  if (cols === null) return null;
  if (cols[2] !== undefined) return Number(cols[2]);
  const parts = cols[1]!.split(/[,;]/);
  return parts.reduce((sum, part) => sum + Number(/^\s*(\d{1,3})\*/.exec(part)?.[1] ?? 1), 0);
}

const firstLine = (inside: string): string => /^\s*([^\n]*)/.exec(inside)![1]!;

const onFirstLine = (inside: string): number => [...firstLine(inside).matchAll(CELL)].length;

/** An empty line below the first line of cells, and none above it. */
const headStandsApart = (inside: string): boolean => /^[ \t]*\n\|[^\n]*\n[ \t]*\n/.test(inside);

/** The words of a cell, line by line. */
function linesOf(text: string, cell: Span): Span[] {
  const spans: Span[] = [];
  for (let start = cell.start; start < cell.end; ) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 || feed > cell.end ? cell.end : feed;
    append(spans, spansOfWords(text, { start, end }, 'asciidoc'));
    start = end + 1;
  }
  return spans;
}
