import type { PlacedRow } from './placement.js';
import { joinCells, type RawCell } from './raw-rows.js';

/** A cell over as many rows as it holds for. */
export interface SpannedCell {
  readonly row: number;
  readonly column: number;
  row_span: number;
  column_span: number;
  cell: RawCell;
}

const SENTENCE_END = /[。；;！!]$/;

/**
 * Lays out the rows of a table's body. An empty cell under a group (`一级分类`) belongs to the group
 * above it; right of the column that every row fills, it belongs to the cell above as long as the
 * groups do not change. Where a table counts its rows, each number closes what was open. Rows that
 * a page's end cut in two are joined.
 *
 * @param body rows, and headings that take a row of their own.
 * @param counted whether the first column counts the rows.
 * @param first the number of the first row.
 * @returns the cells, and how many rows they take.
 */
export function spanCells(
  body: readonly (PlacedRow | RawCell)[],
  columns: number,
  counted: boolean,
  first: number,
): { cells: SpannedCell[]; rows: number } {
  const rows = body.filter((entry) => 'cells' in entry);
  const layout = new BodyLayout(columns, counted, keyColumn(rows, columns, counted), first);
  for (const entry of body) {
    if ('cells' in entry) layout.add(entry);
    else layout.addHeading(entry);
  }
  return { cells: layout.cells, rows: layout.next - first };
}

/**
 * The column after the number that (nearly) every row fills; the columns before it group the rows.
 * Of several in a row it is the first where the rows are counted, else the last.
 */
function keyColumn(rows: readonly PlacedRow[], columns: number, counted: boolean): number {
  const first = counted ? 1 : 0;
  const counts = Array.from(
    { length: columns },
    (_, column) => rows.filter((row) => row.cells[column]!.text !== '').length,
  );
  const isFull = (column: number): boolean => (counts[column] ?? 0) >= rows.length * 0.9;
  let key = counts.findIndex((_, column) => column >= first && isFull(column));
  if (key < 0) return Math.max(first, counts.indexOf(Math.max(...counts.slice(first)), first));
  while (!counted && key + 1 < columns && isFull(key + 1)) key++;
  return key;
}

class BodyLayout {
  readonly cells: SpannedCell[] = [];
  private readonly open: (SpannedCell | null)[];

  constructor(
    private readonly columns: number,
    private readonly counted: boolean,
    private readonly key: number,
    /** The row that comes next. */
    public next: number,
  ) {
    this.open = Array.from({ length: columns }, () => null);
  }

  add(row: PlacedRow): void {
    const filled = row.cells.flatMap((cell, column) => (cell.text === '' ? [] : [column]));
    if (filled.length === 0) return;
    if (this.counted && this.continuesRow(row, filled)) this.extendRow(row, filled);
    else this.addRow(row);
  }

  /** A heading takes a row of its own and closes what was open. */
  addHeading(cell: RawCell): void {
    this.open.fill(null);
    this.cells.push({ row: this.next++, column: 0, row_span: 1, column_span: this.columns, cell });
  }

  /** Whether a row after a page's end goes on with the one before: its number again, or none. */
  private continuesRow(row: PlacedRow, filled: readonly number[]): boolean {
    const number = this.open[0];
    if (number === null || number === undefined) return false;
    if (row.cells[0]!.text !== '') return row.apart && row.cells[0]!.text === number.cell.text;
    return row.apart && filled.some((column) => column >= this.key && this.isCut(column));
  }

  /** Whether the open cell of a column breaks off in mid-sentence. */
  private isCut(column: number): boolean {
    const text = this.open[column]?.cell.text ?? '';
    return text !== '' && !SENTENCE_END.test(text) && (text.length > 20 || /[、，,]$/.test(text));
  }

  private extendRow(row: PlacedRow, filled: readonly number[]): void {
    for (const column of filled) {
      const open = this.open[column];
      const cell = row.cells[column]!;
      if (open === null || open === undefined) this.put(column, cell, this.next - 1);
      else if (open.cell.text !== cell.text) open.cell = joinCells(open.cell, cell);
    }
  }

  private addRow(row: PlacedRow): void {
    const numbered = this.counted && row.cells[0]!.text !== '';
    let same = true;
    let carried = 0;
    for (let column = 0; column < this.columns; column++) {
      const cell = row.cells[column]!;
      const open = this.open[column] ?? null;
      const isGroup = column < this.key;
      if (isGroup && same && open !== null && this.staysOpen(cell, open, row.apart)) {
        open.row_span++;
        carried++;
        continue;
      }
      if (column > this.key && same && !numbered && carried > 0 && open !== null) {
        if (this.carries(column, cell, open, row.apart)) continue;
      }
      this.open[column] = null;
      if (cell.text === '') continue;
      if (isGroup && !(this.counted && column === 0)) same = false;
      this.put(column, cell, this.next);
    }
    this.next++;
  }

  /** Whether a group holds for this row too: nothing stands under it, or a new page says it again. */
  private staysOpen(cell: RawCell, open: SpannedCell, apart: boolean): boolean {
    return cell.text === '' || (apart && cell.text === open.cell.text);
  }

  /** Whether the open cell right of the key column holds for this row too, perhaps with more words. */
  private carries(column: number, cell: RawCell, open: SpannedCell, apart: boolean): boolean {
    const goesOn = apart && cell.text !== '' && this.goesOn(column, cell, open);
    if (cell.text !== '' && !goesOn) return false;
    if (goesOn && cell.text !== open.cell.text) open.cell = joinCells(open.cell, cell);
    open.row_span = this.next - open.row + 1;
    return true;
  }

  /** Whether a cell on a new page is the rest of the one that its page's end cut. */
  private goesOn(column: number, cell: RawCell, open: SpannedCell): boolean {
    if (cell.text === open.cell.text) return true;
    const numbered = /^(\d{1,3})[.．、]/.exec(cell.text);
    if (numbered !== null) return open.cell.text.includes(`${Number(numbered[1]) - 1}.`);
    return this.isCut(column);
  }

  private put(column: number, cell: RawCell, row: number): void {
    const spanned = { row, column, row_span: 1, column_span: 1, cell };
    this.open[column] = spanned;
    this.cells.push(spanned);
  }
}
