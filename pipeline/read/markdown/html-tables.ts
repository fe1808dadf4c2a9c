import { append } from '../../model/append.js';
import type { SourceText, Span } from '../../model/source-text.js';
import { shapedTable } from '../../tables/written/shaped-table.js';
import type { PlacedCell } from '../../tables/written/written-table.js';
import { spansOfWords } from './inline-markers.js';
import { type MarkupTable, MOST_COLUMNS } from './markup-table.js';

const TAG = /<(\/?)(table|thead|tr|t[dh]|p|br|div|li|caption)\b([^<>]{0,300})>/gi;

/**
 * The HTML tables of a text, as pandoc, MinerU and docling print what pipes cannot hold, in order; one
 * that is never closed is none.
 */
export function htmlTables(text: string, source: SourceText): MarkupTable[] {
  const found: MarkupTable[] = [];
  if (!/<table\b/i.test(text)) return found;
  let depth = 0;
  let reader: TableTags | null = null;
  for (const tag of text.matchAll(TAG)) {
    const closes = tag[1] === '/';
    const name = tag[2]!.toLowerCase();
    const end = tag.index + tag[0].length;
    if (name === 'table') depth = Math.max(0, depth + (closes ? -1 : 1));
    if (name === 'table' && depth === 1 && !closes) reader = new TableTags(text, tag.index);
    else if (name === 'table' && depth === 0 && reader) {
      reader.close(tag.index);
      const span = { start: reader.start, end };
      found.push({ span, blocks: shapedTable(source, reader.cells, reader.rows, reader.heads) });
      reader = null;
    } else if (depth === 1) reader?.take(name, closes, tag[3]!, tag.index, end);
    else reader?.breakAt(tag.index, end);
  }
  return found;
}

/** Gathers the cells of one table from its tags; a table inside a cell gives that cell's lines. */
class TableTags {
  readonly cells: PlacedCell[] = [];
  rows = 0;
  /** Rows that `thead` or `th` alone mark as the head. */
  heads = 0;
  private column = 0;
  private inHead = false;
  private open: { from: number; spans: Span[]; attributes: string; isHead: boolean } | null = null;
  /** Row up to which each column is taken by a cell from above. */
  private readonly takenUntil: number[] = [];

  constructor(
    private readonly text: string,
    readonly start: number,
  ) {}

  take(name: string, closes: boolean, attributes: string, start: number, end: number): void {
    if (name === 'thead') {
      this.close(start);
      this.inHead = !closes;
    } else if (name === 'tr') {
      this.close(start);
      if (closes) return;
      this.rows++;
      this.column = 0;
    } else if (name === 'td' || name === 'th') {
      this.close(start);
      if (closes || this.rows === 0) return;
      this.open = { from: end, spans: [], attributes, isHead: this.inHead || name === 'th' };
    } else this.breakAt(start, end);
  }

  /** A tag that parts the lines of a cell. */
  breakAt(start: number, end: number): void {
    if (this.open === null) return;
    this.addWords(start);
    this.open.from = end;
  }

  /** Ends the cell that is open. */
  close(at: number): void {
    const { open } = this;
    if (open === null) return;
    this.addWords(at);
    this.open = null;
    const row = this.rows - 1;
    while ((this.takenUntil[this.column] ?? 0) > row) this.column++;
    if (this.column >= MOST_COLUMNS) return;
    const row_span = spanOf(open.attributes, 'rowspan');
    const column_span = Math.min(spanOf(open.attributes, 'colspan'), MOST_COLUMNS - this.column);
    for (let at = 0; at < column_span; at++) this.takenUntil[this.column + at] = row + row_span;
    const text = open.spans.map((span) => this.text.slice(span.start, span.end)).join('\n');
    this.cells.push({ row, column: this.column, row_span, column_span, text, spans: open.spans });
    if (open.isHead && this.heads >= row) this.heads = row + 1;
    else if (!open.isHead && text !== '') this.heads = Math.min(this.heads, row);
    this.column += column_span;
  }

  private addWords(to: number): void {
    if (this.open === null) return;
    for (let start = this.open.from; start < to; ) {
      const feed = this.text.indexOf('\n', start);
      const end = feed < 0 || feed > to ? to : feed;
      append(this.open.spans, spansOfWords(this.text, { start, end }));
      start = end + 1;
    }
  }
}

function spanOf(attributes: string, name: string): number {
  const match = new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,4})`, 'i').exec(attributes);
  return Math.max(1, Number(match?.[1] ?? 1));
}
