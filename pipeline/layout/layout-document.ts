import type { At } from '../../schemas/at.js';
import { type Block, type Box, type Cell, MODEL_VERSION } from '../model/document.js';
import { type Page, SourceText, type Span } from '../model/source-text.js';
import { findFootnotes } from './lines/footnotes.js';
import { findFurniture } from './lines/furniture.js';
import { isTable, isUnclear, type PageLayout, shownBox } from './lines/layout-page.js';
import { documentMargins, type Margins } from './lines/margins.js';
import { noteMarksIn, spansWithout, withoutNoteMarks } from './lines/note-marks.js';
import type { Line } from './lines/page-lines.js';
import { geometryTellsParagraphs } from './lines/paragraph-evidence.js';
import { beginsParagraph, type PlacedLine } from './lines/paragraphs.js';
import { boxAround } from './lines/segments.js';
import { type CellPart, type JoinedTable, joinTables, type RuledTable } from './ruled/index.js';
import { inOne, type PlacedGlyph, TextBuilder } from './text-builder.js';

export { layoutPage, NO_CONTEXT, type PageContext, type PageLayout } from './lines/layout-page.js';

/** A document put together from its pages. */
export interface LaidOut {
  readonly version: typeof MODEL_VERSION;
  readonly source: SourceText;
  readonly blocks: readonly Block[];
  /** Each page's printed number and where its text stands, by its number in the file. */
  readonly places: ReadonlyMap<number, Page>;
  /** Where the words of tables stand whose cells cannot be told apart with certainty. */
  readonly unclear: readonly At[];
  /** Where its characters are drawn, in the order of the text; empty where places are not kept. */
  readonly glyphs: readonly PlacedGlyph[];
}

/**
 * Puts pages together: text, pages and blocks in reading order. Lines are joined to paragraphs
 * where the page's geometry tells them; else they stay lines, which cleaning joins by their words.
 */
export function layoutDocument(
  pages: readonly PageLayout[],
  numbering: Numbering = { printedNumbers: true },
): LaidOut {
  return new Assembly(pages, numbering).result();
}

interface Numbering {
  /** Whether a page is known by the number printed on it, where one is, or by its place. */
  readonly printedNumbers: boolean;
}

interface OpenParagraph {
  readonly lines: PlacedLine[];
  readonly spans: Span[];
  /** What is no part of its sentences: marks of notes. */
  readonly cuts: Span[];
  readonly page: number;
  box: Box;
}

const blockOf = (kind: Block['kind'], spans: readonly Span[], page: number, box: Box): Block => ({
  kind,
  spans,
  page,
  box,
  level: null,
  table: null,
});

class Assembly {
  private readonly text = new TextBuilder();
  private readonly pages: Page[] = [];
  private readonly places = new Map<number, Page>();
  private readonly blocks: Block[] = [];
  private readonly unclear: At[] = [];
  private readonly furniture;
  private readonly footnotes;
  private paragraph: OpenParagraph | null = null;
  private readonly byGeometry: boolean;
  private readonly margins: ReadonlyMap<PageLayout, readonly Margins[]>;

  private readonly pageByNumber: ReadonlyMap<number, PageLayout>;
  private readonly tables: ReadonlyMap<RuledTable, JoinedTable>;
  /** Index of each table's block. */
  private readonly tablePlaces = new Map<JoinedTable, number>();
  /** Where the words of each part of a cell stand. */
  private readonly partSpans = new Map<CellPart['lines'], readonly Span[]>();

  constructor(
    private readonly layouts: readonly PageLayout[],
    private readonly numbering: Numbering,
  ) {
    this.furniture = findFurniture(layouts);
    this.footnotes = findFootnotes(layouts, this.furniture.lines);
    this.pageByNumber = new Map(layouts.map((page) => [page.number, page]));
    this.tables = this.joinedTables();
    this.margins = documentMargins(layouts, (page) => this.runningLines(page));
    this.byGeometry = geometryTellsParagraphs(
      layouts,
      (page) => this.runningLines(page),
      (page) => this.margins.get(page)!,
    );
  }

  result(): LaidOut {
    for (const page of this.layouts) this.addPage(page);
    this.closeParagraph();
    const source = new SourceText(this.text.toString(), this.pages);
    const { blocks, places, unclear } = this;
    const { glyphs } = this.text;
    return { version: MODEL_VERSION, source, blocks, places, unclear, glyphs };
  }

  private addPage(page: PageLayout): void {
    const start = this.text.length;
    const number = this.numberOf(page.number);
    const items = [...page.items].sort((a, b) => this.edgeOrder(a, page) - this.edgeOrder(b, page));
    for (const [index, item] of items.entries()) {
      if (isTable(item)) this.addTable(item, page, number);
      else if (this.furniture.lines.has(item)) this.addFurniture(item, page);
      else if (isUnclear(item, page)) this.addUnclear(item, page, number);
      else if (this.footnotes.lines.has(item)) this.addFootnote(item, page, number);
      else this.addLine(item, items, index, page, number);
    }
    for (const line of page.sideLines) this.addPlain('line', line, page, line.box);
    for (const line of page.marks) this.addPlain('furniture', line, page, line.box);
    const place = { number, start, end: this.text.length };
    this.places.set(page.number, place);
    if (place.end > start) this.pages.push(place);
  }

  private numberOf(page: number): number {
    return this.numbering.printedNumbers ? (this.furniture.numbers.get(page) ?? page) : page;
  }

  /** Heads come before, notes and feet after all columns. */
  private edgeOrder(item: Line | RuledTable, page: PageLayout): number {
    if (isTable(item)) return 0;
    if (this.footnotes.lines.has(item)) return 1;
    if (!this.furniture.lines.has(item)) return 0;
    return item.box.top < page.height / 2 ? -1 : 2;
  }

  /** Whether a line is no part of the running text. */
  private isApart(line: Line): boolean {
    return this.furniture.lines.has(line) || this.footnotes.lines.has(line);
  }

  private addFurniture(line: Line, page: PageLayout): void {
    this.addPlain('furniture', line, page, shownBox(line.box, page));
  }

  /** A line of a table that cannot be read: its words stay, and nothing is made of them. */
  private addUnclear(line: Line, page: PageLayout, number: number): void {
    this.closeParagraph();
    this.addFurniture(line, page);
    const { start, end } = this.blocks.at(-1)!.spans[0]!;
    const last = this.unclear.at(-1);
    if (last?.page === number) this.unclear[this.unclear.length - 1] = { ...last, end };
    else this.unclear.push({ page: number, start, end });
  }

  /** A note at its first line; the others are written with it. */
  private addFootnote(line: Line, page: PageLayout, number: number): void {
    const lines = this.footnotes.notes.get(line);
    if (!lines) return;
    let span = this.text.line(line, page.number);
    for (const next of lines.slice(1)) span = this.text.goOn(span, next, page.number);
    const box = shownBox(boxAround(lines), page);
    this.blocks.push(blockOf('furniture', [span], number, box));
  }

  private addPlain(kind: 'furniture' | 'line', line: Line, page: PageLayout, box: Box): void {
    const span = this.text.line(line, page.number);
    if (kind !== 'furniture') this.closeParagraph();
    this.blocks.push(blockOf(kind, [span], this.numberOf(page.number), box));
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
      next && !isTable(next) && !this.isApart(next) ? this.placed(next, page) : undefined;
    const joins =
      this.byGeometry &&
      this.paragraph !== null &&
      !beginsParagraph(this.paragraph.lines, placed, following);
    if (joins) this.continueParagraph(line, page, number);
    else this.openParagraph(line, page, number);
    const start = this.text.length - 1 - line.text.length;
    for (const mark of this.noteMarks(line, page)) {
      this.paragraph!.cuts.push({ start: start + mark.start, end: start + mark.end });
    }
    this.paragraph!.lines.push(placed);
    this.blocks[this.place] = this.paragraphBlock();
  }

  private openParagraph(line: Line, page: PageLayout, number: number): void {
    this.closeParagraph();
    const spans = [this.text.line(line, page.number)];
    const box = shownBox(line.box, page);
    this.paragraph = { lines: [], spans, cuts: [], page: number, box };
    this.place = this.blocks.length;
  }

  private place = 0;

  private continueParagraph(line: Line, page: PageLayout, number: number): void {
    const open = this.paragraph!;
    const last = open.spans.at(-1)!;
    if (last.end === this.text.length - 1 && open.lines.at(-1)!.page === page.number) {
      open.spans[open.spans.length - 1] = this.text.goOn(last, line, page.number);
    } else {
      open.spans.push(this.text.line(line, page.number));
    }
    if (number === open.page) open.box = boxAround([open, { box: shownBox(line.box, page) }]);
  }

  private paragraphBlock(): Block {
    const { spans, cuts, page, box } = this.paragraph!;
    const kind = this.byGeometry ? 'paragraph' : 'line';
    return blockOf(kind, [...spansWithout(spans, cuts)], page, box);
  }

  private closeParagraph(): void {
    this.paragraph = null;
  }

  /** Which table, whole over its pages, each page's table belongs to. */
  private joinedTables(): Map<RuledTable, JoinedTable> {
    const pages = this.layouts.map(({ items }) => ({
      tables: items.filter(isTable),
      lines: items.filter((item): item is Line => !isTable(item) && !this.isApart(item)),
    }));
    const joined = joinTables(pages);
    return new Map(joined.flatMap((whole) => whole.tables.map((table) => [table, whole] as const)));
  }

  /** Writes the words of a page's table; the whole table is a block once its last page is written. */
  private addTable(table: RuledTable, page: PageLayout, number: number): void {
    this.closeParagraph();
    for (const { lines } of table.cells) {
      const spans = lines.map((line) => this.text.line(inOne(line), page.number));
      this.partSpans.set(lines, spans);
    }
    const whole = this.tables.get(table)!;
    const box = shownBox(table.box, page);
    if (table === whole.tables[0]) {
      this.tablePlaces.set(whole, this.blocks.length);
      this.blocks.push(blockOf('table', [], number, box));
    }
    if (table === whole.tables.at(-1)) this.closeTable(whole);
  }

  private closeTable(whole: JoinedTable): void {
    const cells = whole.cells.map((cell) => this.cellOf(cell));
    const { rows, columns, header_rows } = whole;
    const place = this.tablePlaces.get(whole)!;
    this.blocks[place] = {
      ...this.blocks[place]!,
      spans: cells.flatMap((cell) => cell.spans).sort((a, b) => a.start - b.start),
      table: { rows, columns, header_rows, cells, basis: whole.tables[0]!.basis },
    };
    for (const part of whole.repeated) {
      const spans = this.spansOf([part]);
      if (spans.length === 0) continue;
      const { page, box } = this.shownPart(part);
      this.blocks.push(blockOf('furniture', spans, page, box));
    }
  }

  private cellOf({ parts, ...place }: JoinedTable['cells'][number]): Cell {
    const { row, column, row_span, column_span } = place;
    const { page, box } = this.shownPart(parts[0]!);
    return { row, column, row_span, column_span, spans: this.spansOf(parts), page, box };
  }

  private spansOf(parts: readonly CellPart[]): Span[] {
    return parts.flatMap(({ lines }) => this.partSpans.get(lines) ?? []);
  }

  /** The printed number of a part's page and its box as shown there. */
  private shownPart({ page, box }: CellPart): { page: number; box: Box } {
    return { page: this.numberOf(page), box: shownBox(box, this.pageByNumber.get(page)!) };
  }

  private placed(line: Line, page: PageLayout): PlacedLine {
    const plain = withoutNoteMarks(line, this.noteMarks(line, page));
    return { line: plain, margins: this.margins.get(page)![line.column]!, page: page.number };
  }

  private noteMarks(line: Line, page: PageLayout): readonly Span[] {
    return noteMarksIn(line, this.footnotes.marks.get(page.number));
  }

  private runningLines(page: PageLayout): Line[] {
    return page.items.filter((item): item is Line => !isTable(item) && !this.isApart(item));
  }
}
