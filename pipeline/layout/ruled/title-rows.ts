import type { HeaderPiece, HeaderReader } from '../headed/printed-header.js';
import { boxAround } from '../lines/segments.js';
import { compactText, type RuledCell, type RuledTable } from './ruled-table.js';

const MOST_TITLES = 3;

/**
 * A table without the rows above its header that one cell fills from end to end: its title
 * (2025年重点任务分解表), or who fills it in. They are lines of the page.
 * @param readHeader tells a table of work by its header
 */
export function withoutTitleRows(table: RuledTable, readHeader: HeaderReader): RuledTable {
  const rows = titleRows(table);
  if (rows === 0 || readHeader(headerOf(table, rows)) === null) return table;
  const top = Math.min(...rowOf(table, rows).map(({ box }) => box.top));
  const cells = table.cells
    .filter(({ row }) => row >= rows)
    .map((cell) => ({ ...cell, row: cell.row - rows }));
  return { ...table, box: { ...table.box, top }, rows: table.rows - rows, cells };
}

const rowOf = ({ cells }: RuledTable, row: number): RuledCell[] =>
  cells.filter((cell) => cell.row === row);

/** How many rows at the top one cell fills. */
function titleRows(table: RuledTable): number {
  for (let row = 0; row <= MOST_TITLES && row < table.rows; row++) {
    const [cell, ...others] = rowOf(table, row);
    const fills = cell?.column_span === table.columns && cell.row_span === 1;
    if (!fills || others.length > 0) return row;
  }
  return 0;
}

/** The words of the row below, and of the one below that where heads of it have columns of their own. */
function headerOf(table: RuledTable, row: number): HeaderPiece[][] {
  const first = rowOf(table, row);
  const deep = first.some(({ row_span }) => row_span > 1);
  return (deep ? [first, rowOf(table, row + 1)] : [first]).map((cells) =>
    cells
      .filter(({ lines }) => lines.length > 0)
      .map((cell) => {
        const { x0, x1 } = boxAround(cell.lines.flat());
        return { start: x0, end: x1, text: compactText(cell) };
      }),
  );
}
