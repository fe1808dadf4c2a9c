import type { Box } from '../../model/document.js';
import type { Character } from '../page.js';
import type { RuledCell, RuledTable } from '../ruled/ruled-table.js';
import type { ColumnLine, LineRun } from './column-lines.js';
import { groupSpans } from './group-spans.js';
import type { HeaderPiece, PrintedHeader } from './printed-header.js';
import type { PrintedRow } from './printed-rows.js';
import type { RowBand } from './row-bands.js';

type Place = Pick<RuledCell, 'row' | 'column' | 'row_span' | 'column_span' | 'lines'>;

/** A page's part of a table before it is put together. */
export interface TableParts {
  readonly page: number;
  readonly box: Box;
  readonly edges: readonly number[];
  /** Null where the page repeats no header. */
  readonly header: {
    readonly rows: readonly PrintedRow[];
    readonly pieces: readonly (readonly HeaderPiece[])[];
    readonly found: PrintedHeader;
  } | null;
  readonly bands: readonly RowBand[];
  readonly columns: readonly (readonly ColumnLine[])[];
  readonly groups: ReadonlyMap<number, readonly LineRun[]>;
  readonly headings: readonly PrintedRow[];
}

/** The table of a page's part: its header, its rows, headings that go over a whole row. */
export function buildTable(parts: TableParts): RuledTable {
  const columns = parts.edges.length + 1;
  const header = parts.header === null ? [] : headerCells(parts.header, parts.edges, columns);
  const heads = header.reduce((most, { row, row_span }) => Math.max(most, row + row_span), 0);
  const body = bodyCells(parts, columns, heads);
  const rows = heads + parts.bands.length + parts.headings.length;
  const { box } = parts;
  const columnEdges = [box.x0, ...parts.edges, box.x1];
  const cells = filledUp([...header, ...body], rows, columns).map((place): RuledCell => {
    const lines = place.lines.flat();
    const top = lines.reduce((least, one) => Math.min(least, one.box.top), box.bottom);
    const bottom = lines.reduce((most, one) => Math.max(most, one.box.bottom), box.top);
    const [x0, x1] = [columnEdges[place.column]!, columnEdges[place.column + place.column_span]!];
    return { ...place, box: { x0, top: lines.length > 0 ? top : box.top, x1, bottom } };
  });
  const goesOn =
    parts.bands[0]?.isRest === true && (parts.headings[0]?.top ?? Infinity) > parts.bands[0].top;
  return { page: parts.page, box, rows, columns, cells, columnEdges, basis: 'aligned', goesOn };
}

function bodyCells(parts: TableParts, columns: number, heads: number): Place[] {
  const cells: Place[] = [];
  const order = [
    ...parts.bands.map((band, index) => ({ top: band.top, index, heading: null })),
    ...parts.headings.map((heading) => ({ top: heading.top, index: -1, heading })),
  ].sort((one, other) => one.top - other.top);
  const rowOf = new Map<number, number>();
  for (const [at, { index, heading }] of order.entries()) {
    const row = heads + at;
    if (heading === null) rowOf.set(index, row);
    else
      cells.push({
        row,
        column: 0,
        row_span: 1,
        column_span: columns,
        lines: [heading.characters],
      });
  }
  for (const [column, lines] of parts.columns.entries()) {
    const runs = parts.groups.get(column);
    if (runs !== undefined) {
      for (const { run, row, row_span } of groupSpans(runs, parts.bands)) {
        const from = rowOf.get(row)!;
        const span = rowOf.get(row + row_span - 1)! + 1 - from;
        cells.push({
          row: from,
          column,
          row_span: span,
          column_span: 1,
          lines: run.lines.map(({ characters }) => characters),
        });
      }
      continue;
    }
    for (const [index, band] of parts.bands.entries()) {
      const own = lines.filter(({ middle }) => middle >= band.top && middle <= band.bottom);
      if (own.length === 0) continue;
      cells.push({
        row: rowOf.get(index)!,
        column,
        row_span: 1,
        column_span: 1,
        lines: own.map(({ characters }) => characters),
      });
    }
  }
  return cells;
}

/** The header's cells: heads of single columns, above them those of several where there are any. */
function headerCells(
  { rows, pieces, found }: NonNullable<TableParts['header']>,
  edges: readonly number[],
  columns: number,
): Place[] {
  const taken = new Set(
    found.heads.flatMap(({ places }) => places.map(({ line, start }) => `${line} ${start}`)),
  );
  const over = pieces.flatMap((row, line) =>
    row.filter(({ start }) => !taken.has(`${line} ${start}`)).map((piece) => ({ ...piece, line })),
  );
  const last = found.lines - 1;
  const isLeaf = (column: number): boolean => {
    const { places } = found.heads[column]!;
    return places.length === 1 && places[0]!.line === last;
  };
  const cells: Place[] = [];
  const leaves =
    over.length === 0 ? [] : found.heads.flatMap((_, column) => (isLeaf(column) ? [column] : []));
  for (const [column, { places }] of found.heads.entries()) {
    const lines = places.map(({ line, start, end }) => within(rows[line]!.characters, start, end));
    const deep = over.length > 0 && !leaves.includes(column);
    const row = over.length > 0 && !deep ? 1 : 0;
    cells.push({ row, column, row_span: deep ? 2 : 1, column_span: 1, lines });
  }
  const middle = ({ start, end }: { start: number; end: number }): number => (start + end) / 2;
  const ends = (at: number): number => (at < columns - 1 ? edges[at]! : Number.POSITIVE_INFINITY);
  for (const piece of over) {
    const own = leaves.filter((column) => {
      const nearest = over.reduce((best, other) =>
        Math.abs(middle(other) - middle(found.heads[column]!)) <
        Math.abs(middle(best) - middle(found.heads[column]!))
          ? other
          : best,
      );
      return nearest === piece;
    });
    const first =
      own[0] ??
      Array.from({ length: columns }, (_, at) => at).find((at) => middle(piece) < ends(at))!;
    const lines = [within(rows[piece.line]!.characters, piece.start, piece.end)];
    cells.push({ row: 0, column: first, row_span: 1, column_span: Math.max(1, own.length), lines });
  }
  return cells;
}

const within = (characters: readonly Character[], start: number, end: number): Character[] =>
  characters.filter(({ box }) => box.x0 >= start - 0.01 && box.x1 <= end + 0.01);

/** The cells with empty ones where no words stand, by rows. */
function filledUp(cells: readonly Place[], rows: number, columns: number): Place[] {
  const covered = Array.from({ length: rows }, () => new Uint8Array(columns));
  for (const { row, column, row_span, column_span } of cells) {
    for (let at = row; at < Math.min(rows, row + row_span); at++) {
      covered[at]!.fill(1, column, column + column_span);
    }
  }
  const empty = covered.flatMap((own, row) =>
    Array.from(own).flatMap((taken, column): Place[] =>
      taken ? [] : [{ row, column, row_span: 1, column_span: 1, lines: [] }],
    ),
  );
  return [...cells, ...empty].sort(
    (one, other) => one.row - other.row || one.column - other.column,
  );
}
