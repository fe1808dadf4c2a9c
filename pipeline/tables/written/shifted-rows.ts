import { type HeadKind, headKind } from '../../lexicon/column-heads.js';
import type { SetApartRow, WrittenTable } from './written-table.js';

/** Columns whose cells say who and when: a cell out of its place there says it of the wrong column. */
const CHARGING: ReadonlySet<HeadKind | null> = new Set([
  ...(['lead_units', 'support_units', 'units', 'unit_or_body', 'period'] as const),
]);

/**
 * Sets the cells of rows apart that have more of them than the table has heads, from the first column of bodies or
 * times on: a comma that no quotation marks hold has parted a cell, and those behind it stand under wrong heads.
 *
 * | 序号 | 任务 | 牵头单位 | 完成时限 | |
 * |---|---|---|---|---|
 * | 1 | 建设公园 | 市园林局 | 市财政局 | 2026年6月 |
 */
export function withoutShiftedCells(table: WrittenTable): WrittenTable {
  const heads = table.cells.filter(({ row }) => row < table.header_rows);
  if (heads.length === 0) return table;
  const width = Math.max(...heads.map(({ column, column_span }) => column + column_span));
  const rows = new Set(
    table.cells.filter(({ column, column_span }) => column + column_span > width).map(rowOf),
  );
  const from = Math.min(
    ...heads.filter(({ text }) => CHARGING.has(headKind(text))).map(({ column }) => column),
  );
  if (rows.size === 0 || from === Number.POSITIVE_INFINITY) return table;
  const isShifted = ({ row, column }: { row: number; column: number }): boolean =>
    column >= from && rows.has(row);
  const apart = [...rows].map((row): SetApartRow => {
    const words = table.cells.filter((cell) => cell.row === row && isShifted(cell));
    return { before: row, words: words.map(({ text }) => text).join('\t'), unclear: true };
  });
  return {
    ...table,
    cells: table.cells.filter((cell) => !isShifted(cell)),
    repeats: [...(table.repeats ?? []), ...apart].sort((a, b) => a.before - b.before),
  };
}

const rowOf = ({ row }: { row: number }): number => row;
