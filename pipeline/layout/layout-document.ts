import { type Block, type Box, MODEL_VERSION } from '../model/document.js';
import { type Page, SourceText, type Span } from '../model/source-text.js';
import { findFurniture } from './lines/furniture.js';
import { isTable, type PageLayout, shownBox } from './lines/layout-page.js';
import type { Line } from './lines/page-lines.js';
import {
  beginsParagraph,
  isIndented,
  type Margins,
  marginsOf,
  type PlacedLine,
} from './lines/paragraphs.js';
import { boxAround } from './lines/segments.js';
import type { RuledTable } from './ruled/index.js';
import { TextBuilder } from './text-builder.js';

export { layoutPage, type PageLayout } from './lines/layout-page.js';

/** A document put together from its pages. */
export interface LaidOut {
  readonly version: typeof MODEL_VERSION;
  readonly source: SourceText;
  readonly blocks: readonly Block[];
}

/** Share of lines that begin a paragraph by an indent; in documents with fewer, nothing tells them. */
const LEAST_INDENTED = 0.04;

/**
 * Puts pages together: text, pages and blocks in reading order. Lines are joined to paragraphs
 * where the page's geometry tells them; else they stay lines, which cleaning joins by their words.
 */
export function layoutDocument(pages: readonly PageLayout[]): LaidOut {
  return new Assembly(pages).result();
}

class Assembly {
  private readonly text = new TextBuilder();
  private readonly pages: Page[] = [];
  private readonly blocks: Block[] = [];
  private readonly furniture;
  private paragraph: { lines: PlacedLine[]; spans: Span[]; page: number; box: Box } | null = null;
  private readonly byGeometry: boolean;
  private readonly margins: ReadonlyMap<PageLayout, readonly Margins[]>;

  constructor(private readonly layouts: readonly PageLayout[]) {
    this.furniture = findFurniture(layouts);
    this.margins = new Map(layouts.map((page) => [page, this.pageMargins(page)]));
    this.byGeometry = this.indentedShare() >= LEAST_INDENTED;
  }

  result(): LaidOut {
    for (const page of this.layouts) this.addPage(page);
    this.closeParagraph();
    const source = new SourceText(this.text.toString(), this.pages);
    return { version: MODEL_VERSION, source, blocks: this.blocks };
  }

  private addPage(page: PageLayout): void {
    const start = this.text.length;
    const number = this.furniture.numbers.get(page.number) ?? page.number;
    const items = [...page.items].sort((a, b) => this.edgeOrder(a, page) - this.edgeOrder(b, page));
    for (const [index, item] of items.entries()) {
      if (isTable(item)) this.addTable(item, page, number);
      else if (this.furniture.lines.has(item)) this.addFurniture(item, page, number);
      else this.addLine(item, items, index, page, number);
    }
    for (const line of page.sideLines) this.addPlain('line', line.text, number, line.box);
    for (const line of page.marks) this.addPlain('furniture', line.text, number, line.box);
    if (this.text.length > start) this.pages.push({ number, start, end: this.text.length });
  }

  /** Heads come before, feet after all columns. */
  private edgeOrder(item: Line | RuledTable, page: PageLayout): number {
    if (isTable(item) || !this.furniture.lines.has(item)) return 0;
    return item.box.top < page.height / 2 ? -1 : 1;
  }

  private addFurniture(line: Line, page: PageLayout, number: number): void {
    this.addPlain('furniture', line.text, number, shownBox(line.box, page));
  }

  private addPlain(kind: 'furniture' | 'line', text: string, page: number, box: Box): void {
    const span = this.text.line(text);
    if (kind !== 'furniture') this.closeParagraph();
    this.blocks.push({ kind, spans: [span], page, box, level: null, table: null });
  }

  private addLine(
    line: Line,
    items: readonly (Line | RuledTable)[],
    index: number,
    page: PageLayout,
    number: number,
  ): void {
    const placed = this.placed(line, page);
    const next = items[index + 1];
    const following =
      next && !isTable(next) && !this.furniture.lines.has(next)
        ? this.placed(next, page)
        : undefined;
    const joins =
      this.byGeometry &&
      this.paragraph !== null &&
      !beginsParagraph(this.paragraph.lines, placed, following);
    if (joins) this.continueParagraph(placed, page, number);
    else this.openParagraph(placed, page, number);
  }

  private openParagraph(placed: PlacedLine, page: PageLayout, number: number): void {
    this.closeParagraph();
    const span = this.text.line(placed.line.text);
    const box = shownBox(placed.line.box, page);
    this.paragraph = { lines: [placed], spans: [span], page: number, box };
    this.blocks.push(this.paragraphBlock());
    this.place = this.blocks.length - 1;
  }

  private place = 0;

  private continueParagraph(placed: PlacedLine, page: PageLayout, number: number): void {
    const open = this.paragraph!;
    const last = open.spans.at(-1)!;
    const { text } = placed.line;
    if (last.end === this.text.length - 1 && open.lines.at(-1)!.page === page.number) {
      open.spans[open.spans.length - 1] = this.text.goOn(last, text);
    } else {
      open.spans.push(this.text.line(text));
    }
    open.lines.push(placed);
    if (number === open.page)
      open.box = boxAround([open, { box: shownBox(placed.line.box, page) }]);
    this.blocks[this.place] = this.paragraphBlock();
  }

  private paragraphBlock(): Block {
    const { spans, page, box } = this.paragraph!;
    const kind = this.byGeometry ? 'paragraph' : 'line';
    return { kind, spans: [...spans], page, box, level: null, table: null };
  }

  private closeParagraph(): void {
    this.paragraph = null;
  }

  private addTable(table: RuledTable, page: PageLayout, number: number): void {
    this.closeParagraph();
    const cells = table.cells.map((cell) => ({
      row: cell.row,
      column: cell.column,
      row_span: cell.row_span,
      column_span: cell.column_span,
      spans: cell.lines.map((line) => this.text.line(line.map(({ text }) => text).join(''))),
      page: number,
      box: shownBox(cell.box, page),
    }));
    const { rows, columns } = table;
    this.blocks.push({
      kind: 'table',
      spans: cells.flatMap((cell) => cell.spans),
      page: number,
      box: shownBox(table.box, page),
      level: null,
      table: { rows, columns, header_rows: 1, cells, basis: 'ruled' },
    });
  }

  private placed(line: Line, page: PageLayout): PlacedLine {
    return { line, margins: this.margins.get(page)![line.column]!, page: page.number };
  }

  private pageMargins(page: PageLayout): Margins[] {
    const columns: Line[][] = [];
    for (const item of page.items) {
      if (isTable(item) || this.furniture.lines.has(item)) continue;
      columns[item.column] ??= [];
      columns[item.column]!.push(item);
    }
    return [...columns].map((lines) =>
      lines ? marginsOf(lines) : { left: 0, right: page.width, pitch: Infinity },
    );
  }

  private indentedShare(): number {
    let lines = 0;
    let indented = 0;
    for (const page of this.layouts) {
      for (const item of page.items) {
        if (isTable(item) || this.furniture.lines.has(item)) continue;
        lines++;
        const margins = this.margins.get(page)![item.column]!;
        if (isIndented(item, margins) && item.box.x0 - margins.left < item.size * 4) indented++;
      }
    }
    return lines > 0 ? indented / lines : 0;
  }
}
