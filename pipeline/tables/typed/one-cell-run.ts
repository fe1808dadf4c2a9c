import type { SourceDocument } from '../../model/document.js';
import type { RawLine } from './raw-lines.js';
import { cellOf, joinCells, type RawCell, type RawRow } from './raw-rows.js';
import type { Run } from './run.js';

/**
 * Rows typed one cell a line, as word processors save a table as text: a tab before each cell, a
 * tab alone for an empty one, an empty line after each row. No rows where none begins at `from`.
 */
export function oneCellRun(document: SourceDocument, lines: readonly RawLine[], from: number): Run {
  const rows: RawRow[] = [];
  let at = from;
  while (at < lines.length) {
    if (rows.length > 0 && lines[at]!.kind === 'furniture') at++;
    else {
      const group = rowAt(document, lines, at);
      if (group === null || (rows.length > 0 && !lines[at]!.apart)) break;
      rows.push(group.row);
      at = group.next;
    }
  }
  const width = commonWidth(rows);
  const found = rows.length >= 2 && width >= 3;
  return {
    basis: 'one_cell_a_line',
    rows: found ? mended(rows, width) : [],
    certain: true,
    next: Math.max(at, from + 1),
  };
}

/** The lines from `at` up to the next empty one, each a cell. */
function rowAt(
  document: SourceDocument,
  lines: readonly RawLine[],
  at: number,
): { row: RawRow; next: number } | null {
  const cells: RawCell[] = [];
  const blocks: number[] = [];
  let next = at;
  for (; next < lines.length; next++) {
    const line = lines[next]!;
    if ((next > at && line.apart) || (line.kind !== 'line' && line.kind !== 'tabs')) break;
    const cell = cellOf(document, line, line.start, line.end);
    const begins = beginsCell(document.source.text, line);
    if (!begins && !continuesCell(document, lines, next, cells.length)) break;
    if (begins) cells.push(cell);
    else cells.push(joinCells(cells.pop()!, cell));
    if (line.block >= 0) blocks.push(line.block);
  }
  const apart = lines[at]!.apart;
  return cells.length === 0 ? null : { row: { cells, blocks, apart }, next };
}

/** A tab at the line's start and no other. */
function beginsCell(text: string, line: RawLine): boolean {
  if (text[line.start] !== '\t') return false;
  return !text.slice(line.start + 1, line.end).includes('\t');
}

/** A second line of a cell has no tab and stands between lines that have one. */
function continuesCell(
  document: SourceDocument,
  lines: readonly RawLine[],
  at: number,
  cells: number,
): boolean {
  const after = lines[at + 1];
  if (cells === 0 || after === undefined || after.apart || lines[at]!.kind !== 'line') return false;
  const { text } = document.source;
  return text[lines[at]!.start] !== '\t' && beginsCell(text, after);
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
