import { append } from '../../model/append.js';
import type { Block } from '../../model/document.js';
import type { SourceText, Span } from '../../model/source-text.js';
import { spansOfWords } from './inline-markers.js';
import { MarkupRows, type MarkupTable } from './markup-table.js';

const OPENS = /^[ \t:]*\{\|/;
const CLOSES = /^[ \t]*\|\}/;
/** `width="3%" | `: what is said of a cell before its words. */
const ATTRIBUTES =
  /^(?:\s*[\w-]{1,40}\s*=\s*(?:"[^"|]{0,400}"|'[^'|]{0,400}'|[^\s"'|]{1,80}))+\s*\|(?!\|)/;

/** The tables of MediaWiki in a text, in order; one that is never closed is none. */
export function mediawikiTables(text: string, source: SourceText): MarkupTable[] {
  const found: MarkupTable[] = [];
  if (!/^[ \t:]*\{\|/m.test(text)) return found;
  let depth = 0;
  let reader: WikiTable | null = null;
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    const line = text.slice(start, end);
    if (OPENS.test(line)) {
      if (depth++ === 0) reader = new WikiTable(text, start);
    } else if (depth > 0 && CLOSES.test(line)) {
      if (--depth === 0) {
        const close = start + CLOSES.exec(line)![0].length;
        found.push({ span: { start: reader!.start, end: close }, blocks: reader!.close(source) });
        reader = null;
      }
    } else if (depth > 0) reader!.take({ start, end }, depth > 1);
    start = end + 1;
  }
  return found;
}

interface OpenCell {
  readonly spans: Span[];
  readonly attributes: string;
  readonly isHead: boolean;
}

/** Gathers the cells of one table line by line; a table inside a cell gives that cell's lines. */
class WikiTable {
  private readonly rows: MarkupRows;
  private readonly caption: Span[] = [];
  private open: OpenCell | null = null;
  private begins = true;

  constructor(
    private readonly text: string,
    readonly start: number,
  ) {
    this.rows = new MarkupRows(text);
  }

  take(line: Span, nested: boolean): void {
    const words = this.text.slice(line.start, line.end);
    const mark = /^\s*(\|-|\|\+|\||!)/.exec(words);
    if (mark === null)
      append(this.open?.spans ?? this.caption, spansOfWords(this.text, line, 'mediawiki'));
    else if (mark[1] === '|-') {
      if (nested) return;
      this.closeCell();
      this.begins = true;
    } else {
      const from = line.start + mark[0].length;
      if (nested) this.addInner({ start: from, end: line.end });
      else if (mark[1] === '|+')
        append(this.caption, spansOfWords(this.text, { start: from, end: line.end }, 'mediawiki'));
      else this.addCells({ start: from, end: line.end }, mark[1] === '!');
    }
  }

  close(source: SourceText): Block[] {
    this.closeCell();
    const blocks = this.rows.blocks(source);
    const spans = this.caption;
    if (spans.length === 0) return blocks;
    const page = source.pageAt(spans[0]!.start);
    return [{ kind: 'paragraph', spans, page, box: null, level: null, table: null }, ...blocks];
  }

  private addInner(line: Span): void {
    for (const { words } of this.partsOf(line, false))
      append(this.open?.spans ?? this.caption, spansOfWords(this.text, words, 'mediawiki'));
  }

  private addCells(line: Span, isHead: boolean): void {
    for (const { attributes, words } of this.partsOf(line, isHead)) {
      this.closeCell();
      if (this.begins) this.rows.beginRow();
      this.begins = false;
      this.open = { spans: spansOfWords(this.text, words, 'mediawiki'), attributes, isHead };
    }
  }

  /** The cells of a line, parted by `||` or, of heads, `!!`. */
  private partsOf(line: Span, isHead: boolean): { attributes: string; words: Span }[] {
    const between = isHead ? /\|\||!!/g : /\|\|/g;
    const content = this.text.slice(line.start, line.end);
    const parts: { attributes: string; words: Span }[] = [];
    let from = 0;
    const add = (to: number): void => {
      const attributes = ATTRIBUTES.exec(content.slice(from, to))?.[0] ?? '';
      const start = line.start + from + attributes.length;
      parts.push({ attributes, words: { start, end: line.start + to } });
    };
    for (const mark of content.matchAll(between)) {
      add(mark.index);
      from = mark.index + mark[0].length;
    }
    add(content.length);
    return parts;
  }

  private closeCell(): void {
    const { open, rows } = this;
    if (open === null) return;
    this.open = null;
    const row = rows.rows - 1;
    rows.add(open.spans, spanOf(open.attributes, 'rowspan'), spanOf(open.attributes, 'colspan'));
    if (open.isHead && rows.heads >= row) rows.heads = row + 1;
    else if (!open.isHead && open.spans.length > 0) rows.heads = Math.min(rows.heads, row);
  }
}

function spanOf(attributes: string, name: string): number {
  const match = new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,4})`, 'i').exec(attributes);
  return Math.max(1, Number(match?.[1] ?? 1));
}
