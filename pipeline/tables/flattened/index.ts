import { warningOf } from '../../../schemas/codes.js';
import type { Warning } from '../../../schemas/document.js';
import { append } from '../../model/append.js';
import type { Block, SourceDocument } from '../../model/document.js';
import { type BuiltTable, buildTable } from './build-table.js';
import { type Fragment, fragmentsOf, isLine } from './fragment.js';
import { type Column, findHeaders, type Header } from './header.js';
import { withoutMarks, wordsWithin } from './marks-in-cells.js';
import { type ReadRows, readRows } from './read-rows.js';
import { type RowKey, rowStretches, type Stretches } from './row-starts.js';
import { type FieldSignals, NARROW_SIGNALS } from './signals.js';

export type { FieldSignals } from './signals.js';

/** The blocks of a document with its flattened tables recovered. */
export interface FlattenedTables {
  readonly blocks: Block[];
  /** `table_row_unclear` for rows whose shape is in doubt. */
  readonly warnings: Warning[];
}

/**
 * Finds work breakdowns that lost their shape when their text was taken out: below a header (序号,
 * 总体任务, 重点工作 … each on its line or broken over several) the cells follow one another line by
 * line, row by row, and the header and the cells of a broken row are repeated on each page. Each is
 * given as a table of basis `flattened`: a row that goes over several pages is one row, whose cells
 * have a span an entry (a numbered measure, a unit) and page. Repeated headers and cells become
 * furniture below the table; lines that fit no column stay lines below it. Documents without such
 * tables keep their blocks as they are. `signals` says what is the name of a unit.
 */
export function findFlattenedTables(
  document: SourceDocument,
  signals: FieldSignals = NARROW_SIGNALS,
): FlattenedTables {
  const headers = findHeaders(document);
  if (headers.length === 0) return { blocks: [...document.blocks], warnings: [] };
  const blocks: Block[] = [];
  const warnings: Warning[] = [];
  let done = 0;
  let seen = 0;
  let lost: Header | null = null;
  for (const [index, header] of headers.entries()) {
    if (header.start < seen) continue;
    const found = readTable(document, headers, index, signals);
    seen = found.end;
    if (found.blocks.length === 0) continue;
    const between = document.blocks.slice(done, header.start);
    const goesOn = found.lost && lost !== null && (repeats(header, lost) || repeats(lost, header));
    // What stands between two parts of a table that lost its order is of that table, too.
    append(blocks, goesOn ? between.map(setApart) : between);
    append(blocks, found.blocks);
    if (goesOn) warnings.push(joined(warnings.pop()!, found.warnings[0]!));
    else append(warnings, found.warnings);
    lost = found.lost ? header : null;
    done = found.end;
  }
  return { blocks: [...blocks, ...document.blocks.slice(done)], warnings };
}

/** Whether a header names no column that the other does not. */
const repeats = (header: Header, other: Header): boolean =>
  other.columns.every(({ name }) => header.columns.some((column) => column.name === name));

interface FoundTable extends FlattenedTables {
  /** The first block after all that was looked at; `blocks` is empty where no table was found. */
  readonly end: number;
  /** Whether it is a table whose cells are mixed. */
  readonly lost?: boolean;
}

/** One warning for all that stands from one place to another. */
const joined = (first: Warning, last: Warning): Warning =>
  first.at === null || last.at === null
    ? first
    : { ...first, at: { ...first.at, end: last.at.end } };

/** A line as furniture, so that nothing is made of it. */
const setApart = (block: Block): Block =>
  isLine(block.kind) ? { ...block, kind: 'furniture', level: null } : block;

function readTable(
  document: SourceDocument,
  headers: readonly Header[],
  index: number,
  signals: FieldSignals,
): FoundTable {
  const { source } = document;
  const header = headers[index]!;
  let seen = header.end;
  for (const key of ['number', 'label', 'cells'] as const) {
    const stretches = allStretches(document, headers, index, key, signals);
    if (stretches.rows.length === 0) continue;
    const columns = workColumns(header.columns, key === 'number');
    const others = columns.filter(({ kind }) => kind !== 'number');
    const read = readRows(stretches, others, signals);
    if (isWorkBreakdown(read, others)) {
      const built = buildTable(source, columns, read, signals);
      if (isOutOfOrder(built, read)) return withoutOrder(document, header, stretches, read);
      return withTable(document, header, stretches, read, built);
    }
    seen = Math.max(seen, endOf(stretches.rows.flatMap(({ lines }) => lines)));
  }
  return { blocks: [], warnings: [], end: seen };
}

/** Fewer doubtful rows may be slips of a table that is in order. */
const LEAST_DOUBTS = 2;

/** Whether so many rows are in doubt that a tool must have mixed the columns line by line. */
const isOutOfOrder = ({ warnings }: BuiltTable, { rows }: ReadRows): boolean =>
  warnings.length >= LEAST_DOUBTS && warnings.length * 3 >= rows.length;

/** The lines of a table that lost their order, as furniture, so that nothing is made of them. */
function withoutOrder(
  document: SourceDocument,
  header: Header,
  stretches: Stretches,
  { below }: ReadRows,
): FoundTable {
  const lines = stretches.rows.flatMap(({ number, heading, lines: own }) => [
    ...(number ? [number] : []),
    ...heading,
    ...own,
  ]);
  const first = below.reduce(
    (least, { block }) => Math.min(least, block),
    Number.POSITIVE_INFINITY,
  );
  const end = Math.min(first, Math.max(header.end, endOf([...lines, ...stretches.repeats])));
  const blocks = document.blocks.slice(header.start, end).map(setApart);
  const start = blocks[0]!.spans[0]!.start;
  const at = { page: blocks[0]!.page, start, end: blocks.at(-1)!.spans.at(-1)!.end };
  return { blocks, warnings: [warningOf('table_order_lost', at)], end, lost: true };
}

/** The first row is looked for in this many blocks, then in four times as many, and so on. */
const FIRST_LOOK = 40;

/** The rows below a header, down to the table's end or the next header that is not its repeat. */
function allStretches(
  document: SourceDocument,
  headers: readonly Header[],
  index: number,
  key: RowKey,
  signals: FieldSignals,
): Stretches {
  const header = headers[index]!;
  let other = index + 1;
  for (let look = FIRST_LOOK; ; look *= 4) {
    let end = Math.min(header.end + look, document.blocks.length);
    while (other < headers.length && headers[other]!.start < end) {
      if (!repeats(header, headers[other]!)) end = headers[other]!.start;
      else other++;
    }
    const fragments = fragmentsOf(document, header.end, end, signals);
    const found = rowStretches(document.source.text, fragments, header.columns, key, signals);
    if (found.ended || found.rows.length === 0 || end < header.end + look) return found;
  }
}

/** The first block after all of these lines. */
const endOf = (lines: readonly Fragment[]): number =>
  lines.reduce((end, { block }) => Math.max(end, block + 1), 0);

/**
 * The columns as they are read: one for the rows' numbers where the header lost its name, and the
 * last work item column as the measures' where no column is called so.
 */
function workColumns(columns: readonly Column[], numbered: boolean): Column[] {
  const result = [...columns];
  if (!result.some(({ kind }) => kind === 'measure')) {
    const last = result.findLastIndex(({ kind }) => kind === 'item');
    result[last] = { ...result[last]!, kind: 'measure' };
  }
  const named = result.some(({ kind }) => kind === 'number');
  if (numbered && !named) result.unshift({ kind: 'number', name: '', spans: [] });
  return result;
}

/** Whether the rows look like a work breakdown's: nearly all say what to do, and who or when. */
function isWorkBreakdown(read: ReadRows, columns: readonly Column[]): boolean {
  const share = (...kinds: Column['kind'][]): number => {
    const rows = read.rows.filter(({ cells }) =>
      columns.some(({ kind }, column) => kinds.includes(kind) && cells[column]!.length > 0),
    );
    return rows.length / read.rows.length;
  };
  const lines = read.rows.reduce((sum, { cells }) => sum + cells.flat().length, 0);
  const unplaced = read.rows.reduce((sum, row) => sum + row.unplaced.length, 0);
  return (
    read.rows.length >= 2 &&
    share('item', 'measure', 'goal') >= 0.6 &&
    share('unit', 'phase', 'contact') >= 0.6 &&
    unplaced <= lines * 0.1
  );
}

/** The blocks of a table's run: the table, then what is in none of its cells. */
function withTable(
  document: SourceDocument,
  header: Header,
  stretches: Stretches,
  read: ReadRows,
  built: BuiltTable,
): FoundTable {
  const unplaced = read.rows.flatMap((row) => row.unplaced);
  const inCells = read.rows.flatMap((row) => [
    ...(row.number ? [row.number] : []),
    ...row.heading,
    ...row.cells.flat(),
  ]);
  const repeated = [...stretches.repeats, ...read.repeated];
  const used = [...inCells, ...repeated, ...unplaced, ...stretches.lead];
  const end = Math.max(header.end, endOf(used));
  const table = withoutMarks(built.table, document.blocks.slice(header.start, end));
  const page = document.blocks[header.start]!.page;
  const spans = [
    ...new Map(
      table.cells.flatMap((cell) => cell.spans).map((span) => [span.start, span] as const),
    ).values(),
  ].sort((a, b) => a.start - b.start);
  const rest: Block[] = document.blocks
    .slice(header.end, end)
    .filter(({ kind }) => kind !== 'line' && kind !== 'paragraph' && kind !== 'list_item');
  for (const fragment of repeated) rest.push(blockOf(document, fragment, 'furniture'));
  const lead = stretches.lead.map((fragment) => blockOf(document, fragment, 'line'));
  for (const fragment of unplaced) rest.push(blockOf(document, fragment, 'line'));
  rest.sort((a, b) => a.spans[0]!.start - b.spans[0]!.start);
  return {
    blocks: [...lead, { kind: 'table', spans, page, box: null, level: null, table }, ...rest],
    warnings: [...built.warnings],
    end,
  };
}

function blockOf(document: SourceDocument, fragment: Fragment, kind: 'line' | 'furniture'): Block {
  const { page, box } = document.blocks[fragment.block]!;
  const spans = wordsWithin(document.blocks[fragment.block]!.spans, fragment.span);
  return { kind, spans, page, box, level: null, table: null };
}
