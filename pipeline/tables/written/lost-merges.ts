import { headKind } from '../../lexicon/column-heads.js';
import type { WrittenCell, WrittenTable } from './written-table.js';

/**
 * A table with the merged cells that a spreadsheet loses when it is saved as text: the words stand in the first
 * row of the range, and the places below are empty. Told back where a table shows them: a row without a
 * number goes on with the numbered row above; a column left of the first one that each row fills groups
 * the rows. Anywhere else an empty place is empty.
 *
 * | 序号 | 任务 | 措施 | 责任单位 |
 * |---|---|---|---|
 * | 1 | 建设平台 | 1.立项 | 市数据局 |
 * | | | 2.验收 | |
 *
 * @returns the table, and how many cells were made longer
 */
export function withLostMerges(table: WrittenTable): { table: WrittenTable; restored: number } {
  const grid = new Places(table);
  const number = grid.numberColumn();
  const filled = grid.firstFilledColumn(number);
  if (filled === null) return { table, restored: 0 };
  let restored = 0;
  const cells = table.cells.map((cell) => {
    if (cell.row < table.header_rows || cell.column_span > 1) return cell;
    const groups = cell.column < filled && cell.column !== number;
    let end = cell.row + cell.row_span;
    while (end < table.rows && !grid.has(end, cell.column)) {
      const goesOn = number !== null && !grid.has(end, number);
      if (!groups && !goesOn) break;
      end++;
    }
    if (end === cell.row + cell.row_span) return cell;
    restored++;
    return { ...cell, row_span: end - cell.row };
  });
  return { table: restored === 0 ? table : { ...table, cells }, restored };
}

/** Which places of a table hold words. */
class Places {
  private readonly held = new Set<number>();
  private readonly titles = new Set<number>();

  constructor(private readonly table: WrittenTable) {
    for (const cell of table.cells) {
      if (cell.column_span === table.columns) this.titles.add(cell.row);
      for (let column = cell.column; column < cell.column + cell.column_span; column++) {
        for (let row = cell.row; row < cell.row + cell.row_span; row++) {
          this.held.add(row * table.columns + column);
        }
      }
    }
  }

  has(row: number, column: number): boolean {
    return this.held.has(row * this.table.columns + column);
  }

  /** The column of 序号; null where the table numbers no rows. */
  numberColumn(): number | null {
    const { cells, header_rows } = this.table;
    const isNumber = ({ row, text }: WrittenCell): boolean =>
      row < header_rows && headKind(text) === 'number';
    return cells.find(isNumber)?.column ?? null;
  }

  /** The first column, but that of numbers, with words in each row that is no title; null: there is none. */
  firstFilledColumn(number: number | null): number | null {
    const { columns, rows, header_rows } = this.table;
    for (let column = 0; column < columns; column++) {
      if (column === number) continue;
      let row = header_rows;
      while (row < rows && (this.titles.has(row) || this.has(row, column))) row++;
      if (row === rows && rows > header_rows) return column;
    }
    return null;
  }
}
