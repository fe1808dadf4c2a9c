import type { SpannedCell } from './cell-spans.js';
import type { RawRow } from './raw-rows.js';

/**
 * The cells of the header rows. A head over several columns (`服务事项` over `一级分类`, `二级分类`)
 * goes on over the empty cells right of it that have a head below; a head with nothing below it goes
 * down to the last header row.
 */
export function headerCells(header: readonly RawRow[], columns: number): SpannedCell[] {
  const text = (row: number, column: number): string => header[row]?.cells[column]?.text ?? '';
  const cells: SpannedCell[] = [];
  header.forEach((source, row) => {
    for (let column = 0; column < columns; column++) {
      if (text(row, column) === '') continue;
      const span = { row, column, row_span: 1, column_span: 1, cell: source.cells[column]! };
      while (row + span.row_span < header.length && text(row + span.row_span, column) === '') {
        span.row_span++;
      }
      if (span.row_span === 1 && row + 1 < header.length) {
        let right = column + 1;
        while (right < columns && text(row, right) === '' && text(row + 1, right) !== '') right++;
        span.column_span = right - column;
      }
      cells.push(span);
    }
  });
  return cells;
}
