import { extendOverSpans, headerRowsByWords } from '../../tables/written/header-rows.js';
import { splitTitlesAndNotes, withoutUnusedColumns } from '../../tables/written/shape.js';
import type { ElementNode } from './dom.js';
import type { FlowBlock, FlowCell, FlowTable } from './flow-block.js';
import type { Line } from './line.js';
import { spansOf, type TableRow, tableRows } from './table-rows.js';

/** A grid of more places is no table that anybody made. */
const MOST_PLACES = 2_000_000;
const MOST_COLUMNS = 2000;

/**
 * The cells of a table of data with their rows and columns; null where the spans that it claims
 * make it larger than any table.
 * @param read gives what a cell holds
 */
export function readFlowTable(
  table: ElementNode,
  read: (cell: ElementNode) => readonly FlowBlock[],
): FlowTable | null {
  const rows = tableRows(table);
  const placed = placedCells(rows, read);
  if (!placed) return null;
  const kept = keptRows(placed, rows.length);
  const shaped = withoutUnusedColumns(kept.cells);
  if (kept.rows * shaped.columns > MOST_PLACES || kept.rows === 0) return null;
  const split = splitTitlesAndNotes(shaped.cells, kept.rows, shaped.columns);
  const { cells } = split;
  const inHead = rows.filter((row) => row.inHead).length - split.before.length;
  return {
    rows: split.rows,
    columns: shaped.columns,
    header_rows: headerRows(cells, split.rows, inHead),
    cells,
    above: [...captionLines(table, read), ...split.before.map(plainLine)],
    below: split.after.map(plainLine),
  };
}

const plainLine = ({ text }: FlowCell): Line => ({
  text: text.trim().replaceAll('\n', ' '),
  marks: [],
  links: [],
  indented: false,
});

function headerRows(cells: readonly FlowCell[], rows: number, inHead: number): number {
  if (inHead > 0 && inHead < rows) return inHead;
  const marked = rowsOfHeads(cells, rows);
  if (marked > 0) return extendOverSpans(cells, marked, rows);
  return headerRowsByWords(cells, rows);
}

/** Rows at the top that hold nothing but `th`; none where all rows do. */
function rowsOfHeads(cells: readonly FlowCell[], rows: number): number {
  const firstPlain = cells.find((cell) => !cell.isHead && cell.text !== '');
  return firstPlain && firstPlain.row < rows ? firstPlain.row : 0;
}

function placedCells(
  rows: readonly TableRow[],
  read: (cell: ElementNode) => readonly FlowBlock[],
): FlowCell[] | null {
  const cells: FlowCell[] = [];
  /** Row up to which each column is taken by a cell from above. */
  const takenUntil: number[] = [];
  for (const [index, row] of rows.entries()) {
    let column = 0;
    for (const cell of row.cells) {
      while ((takenUntil[column] ?? 0) > index) column++;
      const span = spansOf(cell);
      if (column + span.columns > MOST_COLUMNS) return null;
      const row_span = Math.min(span.rows, rows.length - index);
      for (let at = column; at < column + span.columns; at++) takenUntil[at] = index + row_span;
      const lines = linesOf(read(cell));
      cells.push({
        row: index,
        column,
        row_span,
        column_span: span.columns,
        lines,
        text: lines.map((line) => line.text).join('\n'),
        isHead: cell.name === 'th',
      });
      column += span.columns;
    }
  }
  return cells;
}

const linesOf = (blocks: readonly FlowBlock[]): Line[] =>
  blocks.filter((block) => block.kind !== 'aside').flatMap((block) => block.lines);

function captionLines(
  table: ElementNode,
  read: (cell: ElementNode) => readonly FlowBlock[],
): Line[] {
  for (const child of table.children) {
    if (child.type === 'tag' && child.name === 'caption') return linesOf(read(child));
  }
  return [];
}

/** The cells without the rows in which nothing stands. */
function keptRows(
  cells: readonly FlowCell[],
  rows: number,
): { readonly cells: FlowCell[]; readonly rows: number } {
  const filled = new Uint8Array(rows);
  for (const cell of cells) {
    if (cell.lines.length === 0) continue;
    filled[cell.row] = 1;
    if (cell.row_span > 1) filled.fill(1, cell.row, cell.row + cell.row_span);
  }
  const before: number[] = [0];
  for (let row = 0; row < rows; row++) before.push(before[row]! + filled[row]!);
  const kept = cells
    .filter((cell) => filled[cell.row] === 1)
    .map((cell) => ({
      ...cell,
      row: before[cell.row]!,
      row_span: before[cell.row + cell.row_span]! - before[cell.row]!,
    }));
  return { cells: kept, rows: before[rows]! };
}
