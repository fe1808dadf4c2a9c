import type { Character } from '../page.js';
import type { Piece } from './column-gaps.js';

/** Words of a row in one column, or over several. */
export interface AlignedCell {
  readonly column: number;
  readonly column_span: number;
  readonly lines: readonly (readonly Character[])[];
}

/** A row of a table as its printed lines make it. */
export interface AlignedRow {
  readonly cells: readonly AlignedCell[];
  readonly top: number;
  readonly bottom: number;
}

/** The cells of a printed row; a piece that reaches over a gap covers the columns on both sides. */
export function piecesToRow(pieces: readonly Piece[], gaps: readonly number[]): AlignedRow {
  const cells: AlignedCell[] = [];
  for (const { x0, x1, characters, size } of pieces) {
    const inset = Math.min(size, x1 - x0) * 0.3;
    const column = columnOf(gaps, x0 + inset);
    const last = Math.max(column, columnOf(gaps, x1 - inset));
    const before = cells.at(-1);
    if (before !== undefined && before.column + before.column_span > column) {
      const end = Math.max(before.column + before.column_span, last + 1);
      const line = [...before.lines[0]!, ...characters];
      cells[cells.length - 1] = { ...before, column_span: end - before.column, lines: [line] };
    } else {
      cells.push({ column, column_span: last - column + 1, lines: [characters] });
    }
  }
  const boxes = pieces.flatMap(({ characters }) => characters.map(({ box }) => box));
  return {
    cells,
    top: boxes.reduce((least, { top }) => Math.min(least, top), Number.POSITIVE_INFINITY),
    bottom: boxes.reduce((most, { bottom }) => Math.max(most, bottom), 0),
  };
}

/** Index of the column in which a position lies. */
function columnOf(gaps: readonly number[], position: number): number {
  let column = 0;
  while (column < gaps.length && gaps[column]! <= position) column++;
  return column;
}

/** Two rows as one, each column's lines under each other. */
function united(upper: AlignedRow, lower: AlignedRow): AlignedRow {
  const cells = [...upper.cells];
  for (const cell of lower.cells) {
    const index = cells.findIndex(({ column }) => column === cell.column);
    if (index < 0) cells.push(cell);
    else cells[index] = { ...cells[index]!, lines: [...cells[index]!.lines, ...cell.lines] };
  }
  cells.sort((one, other) => one.column - other.column);
  return { cells, top: upper.top, bottom: Math.max(upper.bottom, lower.bottom) };
}

/**
 * The head's printed lines as rows: lines that only name single columns are one row, a line with a
 * head over several columns is a row of its own.
 */
export function headRows(lines: readonly AlignedRow[]): AlignedRow[] {
  const rows: AlignedRow[] = [];
  let open = false;
  for (const line of lines) {
    const over = line.cells.some(({ column_span }) => column_span > 1);
    if (open && !over) rows[rows.length - 1] = united(rows.at(-1)!, line);
    else rows.push(line);
    open = !over;
  }
  return rows;
}

const HAS_DIGIT = /\d/;

/**
 * The body's printed lines as rows. A line without words in the first column, with words in less
 * than half of the columns and without figures is the rest of the row above.
 */
export function bodyRows(lines: readonly AlignedRow[], columns: number): AlignedRow[] {
  const rows: AlignedRow[] = [];
  for (const line of lines) {
    const last = rows.at(-1);
    if (last !== undefined && isRest(line, last, columns)) {
      rows[rows.length - 1] = united(last, line);
    } else {
      rows.push(line);
    }
  }
  return rows;
}

/** A row's number that stands lower than its other cells. */
const isNumberBeside = ({ cells, top, bottom }: AlignedRow, above: AlignedRow): boolean =>
  cells.length === 1 &&
  cells[0]!.column === 0 &&
  above.cells[0]!.column > 0 &&
  top - above.bottom <= bottom - top &&
  /^\d{1,3}$/.test(
    cells[0]!.lines
      .flat()
      .map(({ text }) => text)
      .join(''),
  );

function isRest(line: AlignedRow, above: AlignedRow, columns: number): boolean {
  if (isNumberBeside(line, above)) return true;
  if (line.cells[0]!.column === 0 || line.cells.length * 2 >= columns + 1) return false;
  if (line.top - above.bottom > line.bottom - line.top) return false;
  return line.cells.every(
    (cell) =>
      cell.column_span === 1 &&
      above.cells.some(({ column }) => column === cell.column) &&
      !HAS_DIGIT.test(
        cell.lines
          .flat()
          .map(({ text }) => text)
          .join(''),
      ),
  );
}
