import type { Block } from '../../model/document.js';
import type { SourceText, Span } from '../../model/source-text.js';
import { knownHeaderRows } from '../../tables/written/header-rows.js';
import { withLostMerges } from '../../tables/written/lost-merges.js';
import { shapedTable } from '../../tables/written/shaped-table.js';
import type { PlacedCell } from '../../tables/written/written-table.js';

/** A table that marks in the text spell out cell by cell. */
export interface MarkupTable {
  readonly span: Span;
  /** The table with the titles above and notes below it; none where it holds no words. */
  readonly blocks: readonly Block[];
}

/** More columns than a table that people read. */
export const MOST_COLUMNS = 200;

/** Puts the cells of one table, given in reading order, into its rows and columns. */
export class MarkupRows {
  rows = 0;
  /** Rows at the top that marks name as the head. */
  heads = 0;
  private readonly cells: PlacedCell[] = [];
  private column = 0;
  private spanned = false;
  /** Row up to which each column is taken by a cell from above. */
  private readonly takenUntil: number[] = [];

  constructor(private readonly text: string) {}

  beginRow(): void {
    this.rows++;
    this.column = 0;
  }

  /** The column where the next cell of the row stands; `columns` or more where the row is full. */
  get nextColumn(): number {
    while ((this.takenUntil[this.column] ?? 0) >= this.rows && this.rows > 0) this.column++;
    return this.column;
  }

  add(spans: readonly Span[], row_span: number, column_span: number): void {
    const column = this.nextColumn;
    if (column >= MOST_COLUMNS) return;
    const row = this.rows - 1;
    const width = Math.min(column_span, MOST_COLUMNS - column);
    for (let at = 0; at < width; at++) this.takenUntil[column + at] = row + row_span;
    if (row_span > 1 || width > 1) this.spanned = true;
    const text = spans.map((span) => this.text.slice(span.start, span.end)).join('\n');
    if (text !== '' || row_span > 1 || width > 1)
      this.cells.push({ row, column, row_span, column_span: width, text, spans });
    this.column = column + width;
  }

  /**
   * The blocks of the table. Where no cell goes over rows or columns, the tool may have lost that:
   * empty places are told back as in a sheet that is saved as text.
   */
  blocks(source: SourceText): Block[] {
    const { cells, rows, spanned } = this;
    const heads = spanned ? this.heads : Math.max(this.heads, knownHeaderRows(cells));
    const blocks = shapedTable(source, cells, rows, heads);
    if (spanned) return blocks;
    return blocks.map((block) => (block.table === null ? block : withMerges(source, block)));
  }
}

function withMerges(source: SourceText, block: Block): Block {
  const table = block.table!;
  const words = table.cells.map(({ row, column, row_span, column_span, spans }) => {
    const text = spans.map((span) => source.text.slice(span.start, span.end)).join('\n');
    return { row, column, row_span, column_span, text };
  });
  const merged = withLostMerges({ ...table, cells: words }).table.cells;
  const cells = table.cells.map((cell, at) => ({ ...cell, row_span: merged[at]!.row_span }));
  return { ...block, table: { ...table, cells } };
}
