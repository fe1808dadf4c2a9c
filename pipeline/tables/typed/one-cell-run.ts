import type { SourceDocument } from '../../model/document.js';
import type { RawLine } from './raw-lines.js';
import { cellOf, joinCells, type RawCell, type RawRow } from './raw-rows.js';
import type { Run } from './run.js';

/** Lines of cells that are looked at for the empty lines that stand between them. */
const LOOKED_AT = 60;
const LEAST_ROWS = 3;
const LEAST_COLUMNS = 3;
const MOST_COLUMNS = 30;

/** A cell with the blocks that it takes up. */
interface TypedCell {
  readonly cell: RawCell;
  readonly blocks: readonly number[];
}

/**
 * Rows typed one cell a line, as word processors save a table as text: a tab before each cell, a
 * tab alone for an empty one, an empty line after each row; more of them where cells have empty
 * lines between them, too, and none where the rows count 1, 2, 3. No rows where none begins at
 * `from`.
 */
export function oneCellRun(document: SourceDocument, lines: readonly RawLine[], from: number): Run {
  const reader = new CellLines(document, lines, from);
  const rows: RawRow[] = [];
  let only: readonly TypedCell[] = [];
  let at = from;
  while (at < lines.length) {
    if (rows.length > 0 && lines[at]!.kind === 'furniture') at++;
    else {
      const group = rowAt(reader, at);
      if (group === null || (rows.length > 0 && !reader.isApart(at))) break;
      rows.push(rowOf(group.cells, reader.isApart(at)));
      only = group.cells;
      at = group.next;
    }
  }
  if (rows.length === 1) rows.splice(0, 1, ...countedRows(only, rows[0]!.apart));
  const width = commonWidth(rows);
  const found = rows.length >= 2 && width >= 3;
  return {
    basis: 'one_cell_a_line',
    rows: found ? mended(rows, width) : [],
    certain: true,
    next: Math.max(at, from + 1),
  };
}

const rowOf = (cells: readonly TypedCell[], apart: boolean): RawRow => ({
  cells: cells.map(({ cell }) => cell),
  blocks: cells.flatMap(({ blocks }) => blocks),
  apart,
});

/** The lines from `at` up to the next row, each a cell. */
function rowAt(reader: CellLines, at: number): { cells: TypedCell[]; next: number } | null {
  const cells: TypedCell[] = [];
  let next = at;
  for (; next < reader.lines.length; next++) {
    const line = reader.lines[next]!;
    if ((next > at && reader.isApart(next)) || (line.kind !== 'line' && line.kind !== 'tabs'))
      break;
    const begins = reader.beginsCell(next);
    if (!begins && (cells.length === 0 || !reader.continuesCell(next))) break;
    const cell = cellOf(reader.document, line, line.start, line.end);
    const blocks = line.block >= 0 ? [line.block] : [];
    const before = begins ? undefined : cells.pop()!;
    cells.push(
      before === undefined
        ? { cell, blocks }
        : { cell: joinCells(before.cell, cell), blocks: [...before.blocks, ...blocks] },
    );
  }
  return cells.length === 0 ? null : { cells, next };
}

/** Cells without anything between their rows: heads, then rows that count 1, 2, 3 at one distance. */
function countedRows(cells: readonly TypedCell[], apart: boolean): RawRow[] {
  const text = (at: number): string | undefined => cells[at]?.cell.text;
  const first = cells.findIndex(({ cell }) => cell.text === '1');
  const most = first < 0 ? 0 : Math.min(first, MOST_COLUMNS);
  for (let width = LEAST_COLUMNS; width <= most; width++) {
    if (first % width !== 0 || cells.length % width !== 0) continue;
    const rows = (cells.length - first) / width;
    const counts = Array.from({ length: rows }, (_, row) => text(first + row * width));
    if (rows < LEAST_ROWS || counts.some((count, row) => count !== String(row + 1))) continue;
    return Array.from({ length: cells.length / width }, (_, row) =>
      rowOf(cells.slice(row * width, (row + 1) * width), apart && row === 0),
    );
  }
  return [rowOf(cells, apart)];
}

/** The lines of a text as cells of a table that begins at one of them. */
class CellLines {
  /** Empty lines between two cells of one row. */
  private readonly within: number;

  constructor(
    readonly document: SourceDocument,
    readonly lines: readonly RawLine[],
    from: number,
  ) {
    let least = Number.POSITIVE_INFINITY;
    for (let at = from + 1; at < Math.min(lines.length, from + LOOKED_AT); at++) {
      if (!this.beginsCell(at) || !this.beginsCell(at - 1)) break;
      least = Math.min(least, this.emptyLinesBefore(at));
    }
    this.within = Number.isFinite(least) ? least : 0;
  }

  /** Whether more stands between a line and the one before than between two cells of a row. */
  isApart(at: number): boolean {
    if (!this.lines[at]!.apart) return false;
    return this.lines[at - 1]?.kind === 'furniture' || this.emptyLinesBefore(at) > this.within;
  }

  /** A tab at the line's start, spaces before it or none, and no other. */
  beginsCell(at: number): boolean {
    const { start, end } = this.lines[at]!;
    return /^[ \u3000]*\t[^\t]*$/.test(this.document.source.text.slice(start, end));
  }

  /** A second line of a cell has no tab and stands between lines that have one. */
  continuesCell(at: number): boolean {
    const after = this.lines[at + 1];
    if (after === undefined || this.isApart(at + 1) || this.lines[at]!.kind !== 'line')
      return false;
    const { start, end } = this.lines[at]!;
    const hasTab = this.document.source.text.slice(start, end).trimEnd().includes('\t');
    return !hasTab && this.beginsCell(at + 1);
  }

  private emptyLinesBefore(at: number): number {
    const before = this.lines[at - 1];
    if (before === undefined) return 0;
    const between = this.document.source.text.slice(before.end, this.lines[at]!.start);
    return between.split('\n').length - 2;
  }
}

/** The number of cells that most rows have; 0 where no number holds for more than half. */
function commonWidth(rows: readonly RawRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  for (const [width, count] of counts) if (count * 2 > rows.length) return width;
  return 0;
}

/** Rows that an empty line or a page's end cut in two, made whole. */
function mended(rows: readonly RawRow[], width: number): RawRow[] {
  const whole: RawRow[] = [];
  for (const row of rows) {
    const last = whole.at(-1);
    if (last !== undefined && last.cells.length + row.cells.length === width) {
      whole[whole.length - 1] = {
        cells: [...last.cells, ...row.cells],
        blocks: [...last.blocks, ...row.blocks],
        apart: last.apart,
      };
    } else whole.push(row);
  }
  return whole;
}
