import type { Box } from '../../model/document.js';
import { charactersToSegments, type Segment } from '../lines/segments.js';
import type { PageContent } from '../page.js';
import { rulingsToEdges } from '../ruled/edge.js';
import { joinEdges } from '../ruled/join-edges.js';
import type { RuledCell, RuledTable } from '../ruled/ruled-table.js';
import { type AlignedRow, bodyRows, headRows, piecesToRow } from './aligned-rows.js';
import { columnGaps, rowPieces } from './column-gaps.js';
import { freeBands } from './free-bands.js';
import { type PrintedRow, type RuleBand, ruleBands } from './rule-bands.js';

/** Fewer rows with words in several columns vouch for no table; below a head, one less. */
const FEWEST_ROWS = 3;
/** Without any line, rows align in at least this many columns. */
const FEWEST_FREE_COLUMNS = 3;
/** Lines of running text fill their column and are this long. */
const PROSE_WIDTH = 0.8;
const PROSE_LENGTH = 12;

/**
 * Tables without lines between their columns, read by how their words stand under each other: those
 * with lines across (三线表), and those with no line at all where three and more rows align. The page is
 * upright; `read` are the places of tables that are read already.
 */
export function alignedTables(page: PageContent, read: readonly Box[]): RuledTable[] {
  const edges = joinEdges(
    rulingsToEdges(page.rulings.filter(({ width, pale }) => width > 0 && !pale)),
  );
  const free = edges.filter(
    ({ position, start, end }) => !read.some((box) => holds(box, (start + end) / 2, position)),
  );
  const rows = printedRows(charactersToSegments(outside(page.characters, read)));
  const across = free.filter(({ direction }) => direction === 'horizontal').length;
  const lined =
    across < 2
      ? []
      : ruleBands(free, rows).flatMap((band) => bandToTable(band, page.number, 1) ?? []);
  const left =
    lined.length === 0
      ? rows
      : printedRows(
          charactersToSegments(outside(page.characters, [...read, ...lined.map(({ box }) => box)])),
        );
  const bare = freeBands(left).flatMap(
    (band) => bandToTable(band, page.number, FEWEST_FREE_COLUMNS - 1) ?? [],
  );
  return [...lined, ...bare];
}

/** The characters that stand in none of the tables. */
const outside = (
  characters: PageContent['characters'],
  boxes: readonly Box[],
): PageContent['characters'] =>
  characters.filter(
    ({ box }) =>
      !boxes.some((taken) => holds(taken, (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2)),
  );

const holds = (box: Box, x: number, y: number): boolean =>
  x >= box.x0 && x <= box.x1 && y >= box.top - 1 && y <= box.bottom + 1;

function printedRows(segments: readonly Segment[]): PrintedRow[] {
  const rows = new Map<number, Segment[]>();
  for (const segment of segments) {
    const row = rows.get(segment.row);
    if (row) row.push(segment);
    else rows.set(segment.row, [segment]);
  }
  return [...rows.values()];
}

/** The table of a band; null where its words stand in no columns, or in columns of running text. */
function bandToTable(band: RuleBand, page: number, leastGaps: number): RuledTable | null {
  const body = band.body.map(rowPieces);
  // Few rows do not show all columns; a head over several of them would hide these.
  const needsHead = leastGaps > 1 || body.length < FEWEST_ROWS + 1;
  const gaps = columnGaps(needsHead ? [...band.head.map(rowPieces), ...body] : body);
  if (gaps.length < leastGaps) return null;
  const lines = body.map((pieces) => piecesToRow(pieces, gaps));
  const fewest = band.head.length > 0 ? FEWEST_ROWS - 1 : FEWEST_ROWS;
  if (lines.filter(({ cells }) => cells.length > leastGaps).length < fewest) return null;
  const columnEdges = [band.box.x0, ...gaps, band.box.x1];
  if (isProse(lines, columnEdges)) return null;
  const head = headRows(band.head.map((row) => piecesToRow(rowPieces(row), gaps)));
  const rows = [...head, ...bodyRows(lines, columnEdges.length - 1)];
  return rowsToTable(rows, columnEdges, band.box, page);
}

/** Columns of a text set in columns: at least two whose lines are full and long. */
function isProse(lines: readonly AlignedRow[], edges: readonly number[]): boolean {
  let full = 0;
  for (let column = 0; column + 1 < edges.length; column++) {
    const cells = lines.flatMap(({ cells: row }) =>
      row.filter((cell) => cell.column === column && cell.column_span === 1),
    );
    const long = cells.filter(({ lines: [line] }) => {
      const width = line!.at(-1)!.box.x1 - line![0]!.box.x0;
      return (
        line!.length >= PROSE_LENGTH && width >= (edges[column + 1]! - edges[column]!) * PROSE_WIDTH
      );
    });
    if (cells.length > 0 && long.length * 2 > cells.length) full++;
  }
  return full >= 2;
}

function rowsToTable(
  rows: readonly AlignedRow[],
  xs: readonly number[],
  box: Box,
  page: number,
): RuledTable {
  const ys = [box.top];
  for (let index = 1; index < rows.length; index++) {
    ys.push((rows[index - 1]!.bottom + rows[index]!.top) / 2);
  }
  ys.push(box.bottom);
  const columns = xs.length - 1;
  const cells = rows.flatMap((row, index) =>
    filledUp(row, columns).map(
      ({ column, column_span, lines }): RuledCell => ({
        row: index,
        column,
        row_span: 1,
        column_span,
        box: {
          x0: xs[column]!,
          top: ys[index]!,
          x1: xs[column + column_span]!,
          bottom: ys[index + 1]!,
        },
        lines,
      }),
    ),
  );
  return { page, box, rows: rows.length, columns, cells, columnEdges: xs, basis: 'aligned' };
}

/** The row's cells with empty ones where no words stand. */
function filledUp({ cells }: AlignedRow, columns: number): AlignedRow['cells'] {
  const all: AlignedRow['cells'][number][] = [];
  let column = 0;
  const fillTo = (end: number): void => {
    for (; column < end; column++) all.push({ column, column_span: 1, lines: [] });
  };
  for (const cell of cells) {
    fillTo(cell.column);
    all.push(cell);
    column = cell.column + cell.column_span;
  }
  fillTo(columns);
  return all;
}
