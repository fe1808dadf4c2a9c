import type { Box } from '../../model/document.js';
import type { PageContent } from '../page.js';
import { rulingsToEdges } from '../ruled/edge.js';
import { joinEdges } from '../ruled/join-edges.js';
import type { RuledTable } from '../ruled/ruled-table.js';
import { buildTable, type TableParts } from './build-table.js';
import { type ColumnLine, columnLines, type LineRun, linePitch, lineRuns } from './column-lines.js';
import type { Stretch } from './free-strips.js';
import { type HeaderReader, headerPieces, type PrintedHead } from './printed-header.js';
import { type PrintedRow, printedRows } from './printed-rows.js';
import { type RowAnchor, type RowBand, rowBands } from './row-bands.js';
import { type TableBody, tableBody } from './table-body.js';

export type { HeaderReader } from './printed-header.js';

/** A table that reaches its page's foot, so that the next page may go on with it. */
export interface OpenColumns {
  readonly heads: readonly PrintedHead[];
  readonly strips: readonly Stretch[];
  readonly edges: readonly number[];
  readonly x0: number;
  readonly x1: number;
  /** The distance of the lines of its cells. */
  readonly pitch: number;
}

/** The tables of a page that their headers tell, and what of them cannot be told. */
export interface HeadedTables {
  readonly tables: readonly RuledTable[];
  /** Where a table stands whose columns or rows cannot be told apart with certainty. */
  readonly unclear: readonly Box[];
  readonly open: OpenColumns | null;
}

/** Most printed lines of a header, and of words above the rows on a page that goes on. */
const MOST_HEADER = 6;
const RUNNING_HEAD = 2;
/** Lines of a header stand no further apart than this many times their size, and are nearly as large. */
const HEADER_GAP = 2.2;
const SAME_SIZE = 1.15;
/** Share of a table's width that a line across has that parts its rows. */
const WHOLE_RULE = 0.6;
/** Points by which the sides of a table's words differ from page to page. */
const SAME_SIDE = 80;

/**
 * Tables of work without lines between their columns: below a header that `readHeader` knows, columns
 * are where each line leaves a strip of the page free, rows where gaps, lines across, or the rows'
 * numbers part them. What is no certain reading is no table, but a place that is unclear.
 */
export function headedTables(
  page: PageContent,
  inTables: readonly RuledTable[],
  readHeader: HeaderReader,
  open: OpenColumns | null,
): HeadedTables {
  const outside = page.characters.filter(
    ({ box }) =>
      !inTables.some((table) =>
        holds(table.box, (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2),
      ),
  );
  const rows = printedRows(outside);
  const tables: RuledTable[] = [];
  const unclear: Box[] = [];
  let left: OpenColumns | null = null;
  const take = (start: Start): number => {
    const part = readPart(page, rows, start);
    if (part === null) return start.at + 1;
    if (part.table) tables.push(part.table);
    else unclear.push(part.box);
    left = part.open;
    return part.end;
  };
  let at = 0;
  if (open !== null && inTables.length === 0) {
    for (let skip = 0; skip <= RUNNING_HEAD && at === 0; skip++) {
      if (headerAt(rows, skip, readHeader) !== null) break;
      const goesOn = readGoingOn(page, rows, skip, open);
      if (goesOn === null) continue;
      at = take({ at: skip, header: null, open });
    }
  }
  while (at < rows.length) {
    const header = headerAt(rows, at, readHeader);
    if (header === null) at++;
    else {
      left = null;
      at = take({
        at,
        header,
        open: open !== null && sameHeads(open.heads, header.found.heads) ? open : null,
      });
    }
  }
  return { tables, unclear, open: left };
}

interface Start {
  readonly at: number;
  readonly header: HeaderAt | null;
  readonly open: OpenColumns | null;
}

type HeaderAt = NonNullable<TableParts['header']>;

const holds = (box: Box, x: number, y: number): boolean =>
  x >= box.x0 && x <= box.x1 && y >= box.top - 1 && y <= box.bottom + 1;

function headerAt(
  rows: readonly PrintedRow[],
  at: number,
  readHeader: HeaderReader,
): HeaderAt | null {
  const ahead = closeRows(rows, at);
  const pieces = ahead.map(({ characters }) => headerPieces(characters));
  const found = readHeader(pieces);
  if (found === null) return null;
  return { rows: ahead.slice(0, found.lines), pieces: pieces.slice(0, found.lines), found };
}

/** Rows from one on that stand as close and are as large as the lines of a header. */
function closeRows(rows: readonly PrintedRow[], at: number): PrintedRow[] {
  const close: PrintedRow[] = [];
  for (const row of rows.slice(at, at + MOST_HEADER)) {
    const above = close.at(-1);
    if (above !== undefined) {
      if (row.top - above.bottom > row.size * HEADER_GAP) break;
      if (Math.max(row.size, above.size) > Math.min(row.size, above.size) * SAME_SIZE) break;
    }
    close.push(row);
  }
  return close;
}

const sameHeads = (one: readonly PrintedHead[], other: readonly PrintedHead[]): boolean =>
  one.length === other.length && one.every(({ text }, index) => text === other[index]!.text);

/** The body that goes on from the page before, where some of its lines stand in several columns or all in one. */
function readGoingOn(
  page: PageContent,
  rows: readonly PrintedRow[],
  from: number,
  open: OpenColumns,
): TableBody | null {
  const first = rows[from];
  if (first === undefined) return null;
  const body = tableBody(rows.slice(from), { bottom: first.top, strips: open.strips }, page.height);
  if (body?.strips == null) return null;
  const edges = edgesOf(body.strips, open);
  const filled = body.rows.map((row) =>
    columnLines([row], edges).flatMap((lines, column) => (lines.length > 0 ? [column] : [])),
  );
  const sides = boxOf(body.rows);
  const inside = sides.x0 >= open.x0 - SAME_SIDE && sides.x1 <= open.x1 + SAME_SIDE;
  const parted = filled.some(({ length }) => length > 1);
  const oneCell = filled.every(([column]) => column === filled[0]![0] && column! > 0);
  return inside && (parted || oneCell) ? body : null;
}

interface Part {
  readonly table: RuledTable | null;
  readonly box: Box;
  readonly open: OpenColumns | null;
  /** Index of the row after it. */
  readonly end: number;
}

/** Reads a page's part of a table; null where nothing of one stands below the header. */
function readPart(
  page: PageContent,
  rows: readonly PrintedRow[],
  { at, header, open }: Start,
): Part | null {
  const from = at + (header?.rows.length ?? 0);
  const heads = header?.found.heads ?? open!.heads;
  const bottom = header === null ? rows[at]!.top : boxOf(header.rows).bottom;
  const strips = header === null ? open!.strips : stripsBetween(heads);
  const body = tableBody(rows.slice(from), { bottom, strips }, page.height);
  if (body === null) return null;
  const all = [...(header?.rows ?? []), ...body.rows];
  const own = boxOf(all);
  const box = { ...own, ...sidesOf(own, open) };
  const end = rows.indexOf(all.at(-1)!) + 1;
  if (body.strips === null) return { table: null, box, open: null, end };
  const edges = edgesOf(body.strips, open);
  const columns = columnLines(
    body.rows.filter((row) => !body.headings.has(row)),
    edges,
  );
  const pitch = Math.min(linePitch(columns), open?.pitch ?? Infinity);
  const next = body.reachesFoot
    ? { heads, strips: body.strips, edges, x0: box.x0, x1: box.x1, pitch }
    : null;
  const bands = bandsOf(page, { columns, heads, box, header, pitch, goesOn: open !== null });
  if (bands === null) return { table: null, box, open: next, end };
  const groups = new Map(
    groupColumns(heads).map((column) => [column, lineRuns(columns[column]!, pitch)] as const),
  );
  const headings = [...body.headings];
  const table = buildTable({
    page: page.number,
    box,
    edges,
    header,
    bands,
    columns,
    groups,
    headings,
  });
  return { table, box, open: next, end };
}

const stripsBetween = (heads: readonly PrintedHead[]): Stretch[] =>
  heads.slice(1).map(({ start }, index) => ({ from: heads[index]!.end, to: start }));

/** Where the columns part: where they do on the page before, as far as that is free here, too. */
const edgesOf = (strips: readonly Stretch[], open: OpenColumns | null): number[] =>
  strips.map(({ from, to }, index) => {
    const before = open?.edges[index];
    return before !== undefined && before > from && before < to ? before : (from + to) / 2;
  });

/** The sides of a part: those of the page before where the words keep to them. */
function sidesOf({ x0, x1 }: Box, open: OpenColumns | null): { x0: number; x1: number } {
  const keeps = open !== null && x0 >= open.x0 - SAME_SIDE && x1 <= open.x1 + SAME_SIDE;
  return keeps ? { x0: open.x0, x1: open.x1 } : { x0, x1 };
}

function boxOf(rows: readonly PrintedRow[]): Box {
  const boxes = rows.flatMap(({ characters }) => characters.map(({ box }) => box));
  return boxes.reduce((whole, box) => ({
    x0: Math.min(whole.x0, box.x0),
    top: Math.min(whole.top, box.top),
    x1: Math.max(whole.x1, box.x1),
    bottom: Math.max(whole.bottom, box.bottom),
  }));
}

/** Columns whose cells go over several rows: those that group, and those before the rows' number. */
function groupColumns(heads: readonly PrintedHead[]): number[] {
  const number = heads.findIndex(({ holds }) => holds === 'number');
  return heads.flatMap(({ holds }, column) =>
    holds === 'group' || column < number ? [column] : [],
  );
}

const ROW_NUMBER = /^\d{1,4}[.、]?$/;

interface PartRows {
  readonly columns: readonly (readonly ColumnLine[])[];
  readonly heads: readonly PrintedHead[];
  readonly box: Box;
  readonly header: HeaderAt | null;
  readonly pitch: number;
  readonly goesOn: boolean;
}

function bandsOf(
  page: PageContent,
  { columns, heads, box, header, pitch, goesOn }: PartRows,
): RowBand[] | null {
  const groups = groupColumns(heads);
  const runs = columns.flatMap((lines, column) =>
    groups.includes(column) ? [] : lineRuns(lines, pitch),
  );
  const number = heads.findIndex(({ holds }) => holds === 'number');
  const lead = heads.findIndex((_, column) => !groups.includes(column));
  const anchors =
    number >= 0 ? numbersOf(columns[number]!) : lineRuns(columns[lead]!, pitch).map(anchorOf);
  if (anchors === null) return null;
  const top = header === null ? box.top : boxOf(header.rows).bottom;
  const rules = rulesAcross(page, box).filter((y) => y > top + 2 && y < box.bottom - 2);
  return rowBands({ runs, anchors, rules, goesOn, numbered: number >= 0 });
}

const anchorOf = ({ top, bottom }: LineRun): RowAnchor => ({
  top,
  bottom,
  middle: (top + bottom) / 2,
});

/** The rows' numbers; null where other words stand among them. */
function numbersOf(lines: readonly ColumnLine[]): RowAnchor[] | null {
  const words = lines.map(({ characters }) => characters.map(({ text }) => text).join(''));
  return words.every((word) => ROW_NUMBER.test(word)) ? [...lines] : null;
}

function rulesAcross(page: PageContent, box: Box): number[] {
  const drawn = page.rulings.filter(({ width, pale }) => width > 0 && !pale);
  return joinEdges(rulingsToEdges(drawn))
    .flatMap(({ direction, position, start, end }) => {
      const reach = Math.min(end, box.x1) - Math.max(start, box.x0);
      return direction === 'horizontal' && reach >= (box.x1 - box.x0) * WHOLE_RULE
        ? [position]
        : [];
    })
    .sort((one, other) => one - other);
}
