import { type WarningCode, warningOf } from '../../schemas/codes.js';
import type { Format, Warning } from '../../schemas/document.js';
import {
  type Block,
  type Cell,
  MODEL_VERSION,
  NO_PROPERTIES,
  type SourceDocument,
} from '../model/document.js';
import { SourceText, type Span } from '../model/source-text.js';
import type { SetApartRow, WrittenTable } from '../tables/written/written-table.js';

/** Kinds of block that hold words and no table. */
export type BlockOfWords = 'paragraph' | 'heading' | 'list_item' | 'furniture';

/**
 * Writes the text of a format that has no text of its own, a block after another, and notes where
 * each stands. Each block begins a line; a table has a line for each row, with tabs between cells
 * and line breaks inside them as they are. There are no pages.
 */
export class DocumentWriter {
  readonly warnings: Warning[] = [];
  private readonly pieces: string[] = [];
  private readonly blocks: Block[] = [];
  private length = 0;

  /**
   * A block of words; without words there is none.
   * @param level of a heading, from 1; 0 for others
   */
  block(kind: BlockOfWords, words: string, level = 0): void {
    const span = this.write(words);
    if (span === null) return;
    this.part('\n');
    this.blocks.push({ ...placeless, kind, spans: [span], level: level === 0 ? null : level });
  }

  /** Number of blocks so far, which is the place of the next one. */
  get count(): number {
    return this.blocks.length;
  }

  /** Makes furniture of blocks, by their places. */
  setApart(places: readonly number[]): void {
    for (const place of places) {
      this.blocks[place] = { ...this.blocks[place]!, kind: 'furniture', level: null };
    }
  }

  /** A table; one without words is none. Rows that are taken out of it become furniture in their places. */
  table({ rows, columns, header_rows, cells, repeats = [] }: WrittenTable): void {
    const placed: Cell[] = [];
    const apart: Span[] = [];
    const start = this.length;
    let row = 0;
    for (const cell of cells) {
      if (placed.length > 0) this.part(cell.row > row ? '\n' : '\t');
      for (let next = repeats[apart.length]; next && next.before <= cell.row; ) {
        apart.push(this.rowApart(next));
        this.part('\n');
        next = repeats[apart.length];
      }
      row = cell.row;
      const span = this.write(cell.text);
      // Written out, as copies made with `...` take twice the room, and sheets have a million.
      placed.push({
        row: cell.row,
        column: cell.column,
        row_span: cell.row_span,
        column_span: cell.column_span,
        spans: span === null ? [] : [span],
        page: null,
        box: null,
      });
    }
    for (const last of repeats.slice(apart.length)) {
      this.part('\n');
      apart.push(this.rowApart(last));
    }
    const end = this.length;
    this.part('\n');
    if (placed.every((cell) => cell.spans.length === 0)) return;
    const table = { rows, columns, header_rows, cells: placed, basis: 'markup' as const };
    this.blocks.push({ ...placeless, kind: 'table', spans: [{ start, end }], table });
    for (const span of apart) this.blocks.push({ ...placeless, kind: 'furniture', spans: [span] });
  }

  private rowApart({ words, unclear }: SetApartRow): Span {
    const span = this.write(words)!;
    if (unclear) {
      const shown = words.replace(/\s+/g, ' ').slice(0, 120);
      this.warnings.push(warningOf('table_row_unclear', { page: null, ...span }, shown));
    }
    return span;
  }

  warn(code: WarningCode, particulars: string): void {
    this.warnings.push(warningOf(code, null, particulars));
  }

  document(format: Format): SourceDocument {
    return {
      version: MODEL_VERSION,
      format,
      source: new SourceText(this.pieces.join('')),
      blocks: this.blocks,
      properties: NO_PROPERTIES,
      warnings: this.warnings,
    };
  }

  /** Writes words without the white space around them; null where there are none. */
  private write(words: string): Span | null {
    const trimmed = words.trim();
    if (trimmed === '') return null;
    const start = this.length;
    this.part(trimmed);
    return { start, end: this.length };
  }

  private part(words: string): void {
    this.pieces.push(words);
    this.length += words.length;
  }
}

const placeless = { page: null, box: null, level: null, table: null } as const;
