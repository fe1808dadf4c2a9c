import { append } from '../../model/append.js';
import {
  extendOverSpans,
  headerRowsByWords,
  knownHeaderRows,
} from '../../tables/written/header-rows.js';
import { withoutRepeatedHeads } from '../../tables/written/repeated-heads.js';
import {
  MOST_PLACES,
  splitTitlesAndNotes,
  withoutUnusedColumns,
} from '../../tables/written/shape.js';
import type { WrittenTable } from '../../tables/written/written-table.js';
import type { DocumentWriter } from '../document-writer.js';
import type { XmlElement } from '../xml/xml-element.js';
import { ContentsLines } from './contents-lines.js';
import type { NoteReference } from './inline.js';
import type { ParagraphReader, WordParagraph } from './paragraph.js';
import { isPlaceholder } from './placeholder.js';
import { rowsOf, type WordRow, writtenCells } from './table.js';

/** A table that the next one may go on with, as nothing stands between them. */
interface OpenTable extends WrittenTable {
  readonly after: WrittenTable['cells'];
}

/** Writes the body of a Word document, piece by piece in its order. */
export class BodyWriter {
  private openTable: OpenTable | null = null;
  private readonly contents = new ContentsLines();

  constructor(
    private readonly writer: DocumentWriter,
    private readonly paragraphs: ParagraphReader,
    /** The words of a footnote or endnote. */
    private readonly noteWords: (note: NoteReference) => string,
  ) {}

  /** Writes a paragraph, a table, or what a wrapper holds of both. */
  write(element: XmlElement): void {
    if (element.name === 'w:p') this.paragraph(element);
    else if (element.name === 'w:tbl') this.table(element);
    else if (!LEFT_OUT.has(element.name) && !isPlaceholder(element)) this.content(element);
  }

  /** To be called at the end. */
  finish(): void {
    this.closeTable();
    this.writer.block('paragraph', this.paragraphs.takeCarried());
    this.writer.setApart(this.contents.ofOneDocument());
  }

  private content(holder: XmlElement): void {
    for (const child of holder.children) if (typeof child !== 'string') this.write(child);
  }

  private paragraph(element: XmlElement): void {
    this.closeTable();
    const paragraph = this.paragraphs.read(element, false);
    for (const box of paragraph.boxes) this.content(box);
    const { kind, level, lines, isContents } = paragraph;
    lines.forEach((line, index) => {
      if (isContents) this.contents.add(this.writer.count, line);
      if (index === 0) this.writer.block(kind, line, level);
      else this.writer.block('paragraph', line);
    });
    this.notes(paragraph.notes);
  }

  private notes(notes: readonly NoteReference[]): void {
    for (const note of notes) this.writer.block('furniture', this.noteWords(note));
  }

  private table(element: XmlElement): void {
    const rows = rowsOf(element);
    // A frame around words, as of a box or a page: what it holds is no table.
    if (rows.every((row) => row.cells.length === 1)) {
      for (const row of rows) this.content(row.cells[0]!.element);
      return;
    }
    const notes: NoteReference[] = [];
    const table = this.readTable(rows, notes);
    if (table !== null) this.open(table);
    if (notes.length > 0) {
      this.closeTable();
      this.notes(notes);
    }
  }

  private readTable(rows: readonly WordRow[], notes: NoteReference[]): Shaped | null {
    const { cells, columns } = withoutUnusedColumns(
      writtenCells(rows, (cell) => this.cellWords(cell, notes)),
    );
    if (rows.length * columns > MOST_PLACES) {
      this.closeTable();
      this.writer.warn('table_too_large', `${rows.length} 行（rows）`);
      for (const cell of cells) this.writer.block('paragraph', cell.text);
      return null;
    }
    const split = splitTitlesAndNotes(cells, rows.length, columns);
    const marked = rows.slice(split.before.length).findIndex((row) => !row.isHeader);
    return { ...split, columns, marked: Math.max(0, marked) };
  }

  /** Joins a table without head to the one right above it, as Word shows them. */
  private open({ before, cells, rows, columns, after, marked }: Shaped): void {
    const above = this.openTable;
    const headless = marked === 0 && knownHeaderRows(cells) === 0;
    if (above && before.length === 0 && headless && above.columns === columns) {
      const added = cells.map((cell) => ({ ...cell, row: cell.row + above.rows }));
      const all = [...above.cells, ...added];
      this.openTable = { ...above, rows: above.rows + rows, cells: all, after };
      return;
    }
    this.closeTable();
    for (const { text } of before) this.writer.block('paragraph', text);
    const header_rows =
      marked > 0 ? extendOverSpans(cells, marked, rows) : headerRowsByWords(cells, rows);
    this.openTable = { rows, columns, header_rows, cells, after };
  }

  private closeTable(): void {
    const table = this.openTable;
    if (table === null) return;
    this.openTable = null;
    this.writer.table(withoutRepeatedHeads(table));
    for (const { text } of table.after) this.writer.block('paragraph', text);
  }

  /** The words of a cell, a line for each paragraph; a table inside it line by line, too. */
  private cellWords(cell: XmlElement, notes: NoteReference[]): string {
    const lines: string[] = [];
    const visit = (holder: XmlElement): void => {
      for (const child of holder.children) {
        if (typeof child === 'string' || LEFT_OUT.has(child.name) || isPlaceholder(child)) continue;
        if (child.name === 'w:p') paragraph(child);
        else if (child.name === 'w:tbl') {
          for (const row of rowsOf(child)) {
            const words = row.cells.map((inner) => this.cellWords(inner.element, notes));
            lines.push(words.filter((text) => text !== '').join('\t'));
          }
        } else visit(child);
      }
    };
    const paragraph = (element: XmlElement): void => {
      const read: WordParagraph = this.paragraphs.read(element, true);
      for (const box of read.boxes) visit(box);
      append(lines, read.lines);
      append(notes, read.notes);
    };
    visit(cell);
    lines.push(this.paragraphs.takeCarried());
    return lines
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join('\n');
  }
}

interface Shaped {
  readonly before: WrittenTable['cells'];
  readonly cells: WrittenTable['cells'];
  readonly rows: number;
  readonly columns: number;
  readonly after: WrittenTable['cells'];
  /** Rows at the top that Word repeats on each page. */
  readonly marked: number;
}

/** What holds no words that are shown, or the same words in an older form. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'w:tcPr',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:sectPr',
  'w:del',
  'w:moveFrom',
  'mc:Fallback',
]);
