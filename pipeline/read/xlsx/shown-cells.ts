import { firstIndex } from '../../model/first-index.js';
import type { WrittenCell } from '../../tables/written/written-table.js';
import { ReadError } from '../read-error.js';
import type { SheetRange } from './reference.js';
import type { RawSheet, RawSheetCell } from './sheet.js';

/** Steps that laying merged ranges over cells may take; ranges laid over each other take more. */
const MOST_STEPS = 20_000_000;

/** The cells of a sheet that are shown, without its empty rows and columns. */
export interface ShownSheet {
  readonly cells: readonly WrittenCell[];
  /** Number in the sheet, from 0, of each row that is left. */
  readonly rowNumbers: readonly number[];
  readonly columns: number;
  /** Hidden rows and columns that hold words, by their number from 0. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
}

/**
 * Leaves out what a sheet hides and lays its merged cells: the words of a merged range are those of
 * its first cell, and stand where the range is first shown.
 */
export function shownCells(sheet: RawSheet): ShownSheet {
  const anchors = layRanges(sheet);
  const isHidden = ({ row, column }: RawSheetCell): boolean =>
    sheet.hiddenRows.has(row) || sheet.isHiddenColumn(column);
  const shown = anchors.filter(({ cell }) => !isHidden(cell));
  const rows = ascending(shown.map(({ cell }) => cell.row));
  const columns = ascending(shown.map(({ cell }) => cell.column));
  const cells = shown.map(({ cell, range }): WrittenCell => {
    const row = countBelow(rows, cell.row);
    const column = countBelow(columns, cell.column);
    const row_span = range === null ? 1 : countBelow(rows, range.last.row + 1) - row;
    const column_span = range === null ? 1 : countBelow(columns, range.last.column + 1) - column;
    return { row, column, row_span, column_span, text: cell.text };
  });
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  const left = anchors.filter(({ cell }) => isHidden(cell)).map(({ cell }) => cell);
  return {
    cells,
    rowNumbers: rows,
    columns: columns.length,
    hiddenRows: ascending(left.map(({ row }) => row)).filter((row) => sheet.hiddenRows.has(row)),
    hiddenColumns: ascending(left.map(({ column }) => column)).filter(sheet.isHiddenColumn),
  };
}

interface Anchored {
  readonly cell: RawSheetCell;
  readonly range: SheetRange | null;
}

/** Each cell that no merged range covers, and each range's own words where it is first shown. */
function layRanges(sheet: RawSheet): Anchored[] {
  const rows = new Map<number, Map<number, RawSheetCell>>();
  for (const cell of sheet.cells) {
    const row = rows.get(cell.row);
    if (row) row.set(cell.column, cell);
    else rows.set(cell.row, new Map([[cell.column, cell]]));
  }
  const rowNumbers = [...rows.keys()];
  const anchored: Anchored[] = [];
  let steps = 0;
  for (const range of sheet.merged) {
    const first = rows.get(range.first.row)?.get(range.first.column);
    for (let at = countBelow(rowNumbers, range.first.row); at < rowNumbers.length; at++) {
      if (rowNumbers[at]! > range.last.row) break;
      const row = rows.get(rowNumbers[at]!)!;
      steps += row.size + 1;
      for (const column of row.keys()) {
        if (column >= range.first.column && column <= range.last.column) row.delete(column);
      }
    }
    if (steps > MOST_STEPS) throw tooManyRanges();
    if (first) anchored.push({ cell: firstShown(sheet, range, first), range });
  }
  for (const row of rows.values()) {
    for (const cell of row.values()) anchored.push({ cell, range: null });
  }
  return anchored;
}

/** Where the first rows or columns of a range are hidden, its words stand in those that are not. */
function firstShown(sheet: RawSheet, range: SheetRange, first: RawSheetCell): RawSheetCell {
  let { row, column } = first;
  while (row <= range.last.row && sheet.hiddenRows.has(row)) row++;
  while (column <= range.last.column && sheet.isHiddenColumn(column)) column++;
  const isShown = row <= range.last.row && column <= range.last.column;
  return isShown ? { ...first, row, column } : first;
}

const ascending = (numbers: readonly number[]): number[] =>
  [...new Set(numbers)].sort((a, b) => a - b);

/** How many of ascending numbers are smaller than a limit. */
const countBelow = (numbers: readonly number[], limit: number): number =>
  firstIndex(numbers, (number) => number >= limit);

function tooManyRanges(): ReadError {
  return new ReadError(
    'too_complex',
    'The file is refused: its merged cells are laid over each other too many times.',
  );
}
