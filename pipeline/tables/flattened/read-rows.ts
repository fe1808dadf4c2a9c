import { append } from '../../model/append.js';
import { assignColumns, type RowContext } from './assign-columns.js';
import { traitsOf } from './column-costs.js';
import { type ColumnShape, learnedShapes, unknownShapes } from './column-shapes.js';
import type { Fragment } from './fragment.js';
import type { Column } from './header.js';
import { withoutRepeats } from './repeated-cells.js';
import { RowBuilder } from './row-builder.js';
import type { Stretch, Stretches } from './row-starts.js';
import type { FieldSignals } from './signals.js';

/** A row with its lines by column, the number's column left out. */
export interface ReadRow {
  readonly number: Fragment | null;
  readonly value: number;
  /** A group heading that stands above it and fits no column. */
  readonly heading: readonly Fragment[];
  readonly cells: readonly (readonly Fragment[])[];
  /** Lines of the row that fit no column. */
  readonly unplaced: readonly Fragment[];
}

/** The rows of a table and the lines that are in no cell. */
export interface ReadRows {
  readonly rows: readonly ReadRow[];
  readonly shapes: readonly ColumnShape[];
  /** Lines that repeat cells of a row on its next page. */
  readonly repeated: readonly Fragment[];
  /** Lines below the table. */
  readonly below: readonly Fragment[];
}

/**
 * Reads rows twice: first by contents alone, then with the widths and habits of the columns that
 * the first reading taught. `columns` are those without the number's.
 */
export function readRows(
  stretches: Stretches,
  columns: readonly Column[],
  signals: FieldSignals,
): ReadRows {
  const guess = readOnce(stretches, columns, unknownShapes(columns), signals);
  const table = withoutFalseRows(stretches, guess);
  const first =
    table === stretches ? guess : readOnce(table, columns, unknownShapes(columns), signals);
  const shapes = learnedShapes(
    columns,
    first.rows.map(({ cells }) => cells),
  );
  return readOnce(table, columns, shapes, signals);
}

/** Most rows at a table's end that may turn out to be none of its. */
const MOST_FALSE_ROWS = 3;

/**
 * Gives the lines of false rows at the end back to the row before them: a number below the table (a
 * page's, a list's) may count on, but few of the cells that every other row has follow it.
 */
function withoutFalseRows(stretches: Stretches, { rows }: ReadRows): Stretches {
  const sure = rows.slice(0, Math.max(2, rows.length - MOST_FALSE_ROWS));
  const filled = sure[0]!.cells
    .map((_, column) => column)
    .filter((column) => sure.every(({ cells }) => cells[column]!.length > 0));
  const isRow = ({ cells }: ReadRow): boolean =>
    filled.filter((column) => cells[column]!.length > 0).length >= filled.length / 2;
  const last = rows.findLastIndex(isRow);
  if (last < 1 || last === rows.length - 1) return stretches;
  const first = stretches.rows.findIndex(({ number }) => number === rows[last + 1]!.number);
  const kept = stretches.rows.slice(0, first);
  const lines = stretches.rows
    .slice(first)
    .flatMap((row) => [...row.heading, ...(row.number ? [row.number] : []), ...row.lines]);
  const end = kept.at(-1);
  if (!end) return stretches;
  return {
    ...stretches,
    rows: [...kept.slice(0, -1), { ...end, lines: [...end.lines, ...lines] }],
  };
}

function readOnce(
  { rows: stretches, afterBreak, key }: Stretches,
  columns: readonly Column[],
  shapes: readonly ColumnShape[],
  signals: FieldSignals,
): ReadRows {
  const rows: ReadRow[] = [];
  const repeated: Fragment[] = [];
  const below: Fragment[] = [];
  const numbered = numberedRows(stretches);
  for (const [index, parts] of numbered.entries()) {
    const builder = new RowBuilder(columns, key === 'cells');
    for (const [at, part] of parts.entries()) {
      let { lines } = part;
      let closed: ReadonlySet<number> = new Set();
      if (at > 0) {
        const continued = withoutRepeats(lines, builder.cells());
        if (part.number) repeated.push(part.number);
        append(repeated, continued.repeated);
        ({ rest: lines, closed } = continued);
      }
      const context: RowContext = {
        columns,
        shapes,
        afterBreak,
        lastLabels: at > 0 ? builder.lastLabels() : null,
        closed,
        rowsByCells: key === 'cells',
        mayEnd: index === numbered.length - 1 && at === parts.length - 1,
      };
      builder.add(lines, assignColumns(traitsOf(lines, signals), context));
    }
    const { number, value, heading } = parts[0]!;
    for (const [at, { cells, ownItem }] of builder.rows().entries()) {
      const placed = at === 0 ? placeHeading(heading, cells, columns) : cells;
      rows.push({
        number: ownItem ? null : number,
        value,
        heading: at === 0 && placed === cells ? heading : [],
        cells: placed,
        unplaced: at === 0 ? builder.unplaced : [],
      });
    }
    append(repeated, builder.repeated);
    append(below, builder.below);
  }
  return { rows, shapes, repeated, below };
}

/** The stretches by rows: one for each page that a row stands on. */
function numberedRows(stretches: readonly Stretch[]): Stretch[][] {
  const rows: Stretch[][] = [];
  for (const stretch of stretches) {
    const row = rows.at(-1);
    if (stretch.continues && row) row.push(stretch);
    else rows.push([stretch]);
  }
  return rows;
}

/** The cells with a heading above the row put in the group column, if that is there and empty. */
function placeHeading(
  heading: readonly Fragment[],
  cells: readonly (readonly Fragment[])[],
  columns: readonly Column[],
): readonly (readonly Fragment[])[] {
  const group = columns.findIndex(({ kind }) => kind === 'group');
  if (heading.length === 0 || group < 0 || cells[group]!.length > 0) return cells;
  return cells.map((cell, column) => (column === group ? heading : cell));
}
