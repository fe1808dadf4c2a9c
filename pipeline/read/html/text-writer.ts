import type { Block, Cell } from '../../model/document.js';
import type { Span } from '../../model/source-text.js';
import type { FlowBlock, FlowCell, FlowTable } from './flow-block.js';
import type { Line, LineLink } from './line.js';

/** A link with the words that show it, offsets in the text. */
export type PlacedLink = LineLink;

/** Writes the text of a document, a line after the other, and the blocks that stand in it. */
export class TextWriter {
  readonly blocks: Block[] = [];
  readonly links: PlacedLink[] = [];
  private readonly parts: string[] = [];
  private length = 0;

  get text(): string {
    return this.parts.join('');
  }

  /** A line that the page does not show as such: a property with its label. */
  paragraph(words: string): void {
    this.push('paragraph', null, this.line({ text: words, marks: [], links: [], indented: false }));
  }

  block(block: FlowBlock): void {
    if (block.table) {
      this.table(block.table);
      return;
    }
    const kind = block.kind === 'aside' ? 'furniture' : block.kind;
    const spans = block.lines.flatMap((line) => this.line(line));
    this.push(kind, block.level, spans);
  }

  private table(table: FlowTable): void {
    const cells = table.cells.map((cell) => this.cell(cell));
    const spans = cells.flatMap((cell) => cell.spans);
    if (spans.length === 0) return;
    const { rows, columns, header_rows } = table;
    this.blocks.push({
      ...{ kind: 'table', spans, page: null, box: null, level: null },
      table: { rows, columns, header_rows, cells, basis: 'markup' },
    });
  }

  private cell({ row, column, row_span, column_span, lines }: FlowCell): Cell {
    const spans = lines.flatMap((line) => this.line(line));
    return { row, column, row_span, column_span, spans, page: null, box: null };
  }

  private push(kind: Block['kind'], level: number | null, spans: readonly Span[]): void {
    if (spans.length === 0) return;
    this.blocks.push({ kind, spans, page: null, box: null, level, table: null });
  }

  /** Writes a line and gives where its words stand, marks of footnotes left out. */
  private line(line: Line): Span[] {
    const base = this.length;
    this.parts.push(line.text, '\n');
    this.length += line.text.length + 1;
    for (const link of line.links) {
      this.links.push({ start: base + link.start, end: base + link.end, href: link.href });
    }
    const spans: Span[] = [];
    let from = 0;
    for (const mark of [...line.marks, { start: line.text.length, end: line.text.length }]) {
      if (mark.start > from) spans.push({ start: base + from, end: base + mark.start });
      from = Math.max(from, mark.end);
    }
    return spans;
  }
}
