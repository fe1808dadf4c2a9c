import { headKind } from '../../lexicon/column-heads.js';
import type { TextCell, TextTable } from '../../model/outline.js';
import { columnHeads } from '../columns/column-content.js';

const MOST_BLOCKS = 4;

/**
 * A table as those that it is made of: blocks of the same heads side by side (序号 任务 单位 ‖ 序号 任务
 * 单位) one after another, and a form whose heads stand in its first column turned to a table of one row.
 */
export function partedTables(table: TextTable): TextTable[] {
  const width = blockWidth(table);
  if (width !== null) {
    const blocks = table.columns / width;
    return Array.from({ length: blocks }, (_, block) => blockOf(table, block * width, width));
  }
  return [turned(table) ?? table];
}

/** Columns of one of the blocks that stand side by side; null where there is one only. */
function blockWidth(table: TextTable): number | null {
  if (table.header_rows === 0) return null;
  const heads = Array.from({ length: table.columns }, (_, column) =>
    columnHeads(table, column).join('/'),
  );
  for (let blocks = 2; blocks <= MOST_BLOCKS; blocks++) {
    const width = table.columns / blocks;
    if (!Number.isInteger(width) || width < 2) continue;
    const repeats = heads.every((head, column) => head !== '' && head === heads[column % width]);
    if (repeats && new Set(heads.slice(0, width)).size === width) return width;
  }
  return null;
}

function blockOf(table: TextTable, from: number, width: number): TextTable {
  const cells = table.cells.flatMap((cell): TextCell[] => {
    if (cell.column < from || cell.column >= from + width) return [];
    const column = cell.column - from;
    return [{ ...cell, column, column_span: Math.min(cell.column_span, width - column) }];
  });
  return { ...table, columns: width, cells };
}

/** A form of two columns, heads left and what they head right, as a table of one row. */
function turned(table: TextTable): TextTable | null {
  if (table.columns !== 2 || table.rows < 2) return null;
  if (table.cells.some(({ row_span, column_span }) => row_span > 1 || column_span > 1)) return null;
  const heads = table.cells.filter(({ column }) => column === 0);
  const kinds = heads.map(({ passage }) => headKind(passage.reading));
  const known = new Set(kinds.filter((kind) => kind !== null));
  if (known.size < 3 || kinds.some((kind) => kind === null || kind === 'number')) return null;
  const cells = table.cells
    .map((cell) => ({ ...cell, row: cell.column, column: cell.row }))
    .sort((one, other) => one.row - other.row || one.column - other.column);
  return { ...table, rows: 2, columns: table.rows, header_rows: 1, cells };
}
