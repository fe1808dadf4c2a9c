/** What a cell's place is made of; both `Cell` and `TextCell` have it. */
interface PlacedCell {
  readonly row: number;
  readonly column: number;
  readonly row_span: number;
  readonly column_span: number;
}

interface GridTable<C extends PlacedCell> {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly C[];
}

/** A table's cells by row and column; a cell over several rows or columns stands in all of them. */
export type CellGrid<C> = readonly (readonly (C | null)[])[];

const grids = new WeakMap<object, CellGrid<unknown>>();

/** Which cell covers each row and column; null where none does. */
export function cellGrid<C extends PlacedCell>(table: GridTable<C>): CellGrid<C> {
  const known = grids.get(table);
  if (known !== undefined) return known as CellGrid<C>;
  const grid: (C | null)[][] = Array.from({ length: table.rows }, () =>
    new Array<C | null>(table.columns).fill(null),
  );
  for (const cell of table.cells) {
    const bottom = Math.min(table.rows, cell.row + cell.row_span);
    const right = Math.min(table.columns, cell.column + cell.column_span);
    for (let row = cell.row; row < bottom; row++) {
      for (let column = cell.column; column < right; column++) grid[row]![column] ??= cell;
    }
  }
  grids.set(table, grid);
  return grid;
}

/** The cell that covers a row and column, counted from 0; null where none does. */
export const cellAt = <C extends PlacedCell>(
  table: GridTable<C>,
  row: number,
  column: number,
): C | null => cellGrid(table)[row]?.[column] ?? null;
