interface PlacedCell {
  readonly row: number;
  readonly column: number;
  readonly row_span: number;
  readonly column_span: number;
}

const MOST_HEADER_ROWS = 4;

/**
 * How many rows at the top name the columns, as the cells' spans tell: a head over several columns
 * has its columns' heads below it, and a head over several rows ends with the header. A row that one
 * cell fills is a title; the header is below it.
 */
export function headerRowsBySpans(table: {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly PlacedCell[];
}): number {
  const most = Math.min(MOST_HEADER_ROWS, table.rows - 1);
  let rows = Math.min(1, most);
  for (const cell of table.cells) {
    if (rows >= most || cell.row >= rows) break;
    const end = cell.row + cell.row_span;
    const over = end === rows && cell.column_span > 1 && isDivided(cell, table.cells);
    rows = Math.min(most, Math.max(rows, over ? end + 1 : end));
  }
  return rows;
}

/** Whether at least two cells below a head over several columns divide these among them. */
function isDivided(head: PlacedCell, cells: readonly PlacedCell[]): boolean {
  const end = head.column + head.column_span;
  const below = cells.filter(
    ({ row, column, column_span }) =>
      row === head.row + head.row_span && column >= head.column && column + column_span <= end,
  );
  return below.length >= 2;
}
