import { warningOf } from '../../../schemas/codes.js';
import type { Warning } from '../../../schemas/document.js';
import type { Cell, Table } from '../../model/document.js';
import type { SourceText, Span } from '../../model/source-text.js';
import { entrySpans } from './cell-entries.js';
import type { Column } from './header.js';
import type { ReadRow, ReadRows } from './read-rows.js';
import type { FieldSignals } from './signals.js';

/** A table and what is in doubt about it. */
export interface BuiltTable {
  readonly table: Table;
  readonly warnings: readonly Warning[];
}

/**
 * Makes the table: one header row, then every row with a cell in every column. A group or work item
 * that is printed once for several rows is given to each of them; a heading between rows is a row
 * of one cell over all columns. Cells that could not be told are empty and warned of.
 */
export function buildTable(
  source: SourceText,
  columns: readonly Column[],
  read: ReadRows,
  signals: FieldSignals,
): BuiltTable {
  const cells: Cell[] = [];
  const warnings: Warning[] = [];
  const numbered = columns.findIndex(({ kind }) => kind === 'number');
  const others = columns.map((_, column) => column).filter((column) => column !== numbered);
  const add = (row: number, column: number, spans: readonly Span[], over = 1): void => {
    const page = spans[0] ? source.pageAt(spans[0].start) : null;
    cells.push({ row, column, row_span: 1, column_span: over, spans, page, box: null });
  };
  for (const [column, { spans }] of columns.entries()) add(0, column, spans);
  const above = new Map<number, readonly Span[]>();
  let at = 1;
  for (const row of read.rows) {
    if (row.heading.length > 0) {
      add(at++, 0, entrySpans(row.heading, 'group', read.shapes[0]!, signals), columns.length);
      above.clear();
    }
    if (numbered >= 0) add(at, numbered, row.number ? [row.number.span] : []);
    for (const [index, column] of others.entries()) {
      const { kind } = columns[column]!;
      let spans: readonly Span[] = entrySpans(
        row.cells[index]!,
        kind,
        read.shapes[index]!,
        signals,
      );
      if (kind === 'group' || kind === 'item') {
        if (spans.length > 0 && kind === 'group') above.clear();
        if (spans.length > 0) above.set(column, spans);
        else spans = above.get(column) ?? [];
      }
      add(at, column, spans);
    }
    const doubts = doubtsOf(
      row,
      others.map((column) => columns[column]!),
      read,
      numbered >= 0,
    );
    if (doubts.length > 0) warnings.push(unclearRow(source, row, doubts));
    at++;
  }
  const table: Table = {
    rows: at,
    columns: columns.length,
    header_rows: 1,
    cells: cells.sort((a, b) => a.row - b.row || a.column - b.column),
    basis: 'flattened',
  };
  return { table, warnings };
}

/** Where the shape of a row is not sure. */
function doubtsOf(
  row: ReadRow,
  columns: readonly Column[],
  read: ReadRows,
  numbered: boolean,
): string[] {
  const doubts: string[] = [];
  if (numbered && row.number === null) doubts.push('it has no number');
  if (row.unplaced.length > 0) doubts.push(`${row.unplaced.length} lines fit no column`);
  for (const [index, { kind, name }] of columns.entries()) {
    const cell = row.cells[index]!;
    // Leaving a column empty costs more where its cells are filled as a rule.
    const filled = read.shapes[index]!.skipCost > 1.4;
    if (cell.length === 0 && filled && kind !== 'group') doubts.push(`${name} is empty`);
    if (kind !== 'goal' && kind !== 'measure') continue;
    let last = 0;
    for (const { label } of cell) {
      if (label === null) continue;
      if (label !== last + 1) doubts.push(`numbers of ${name} go from ${last} to ${label}`);
      last = label;
    }
  }
  return doubts;
}

function unclearRow(source: SourceText, row: ReadRow, doubts: readonly string[]): Warning {
  const lines = [...(row.number ? [row.number] : []), ...row.cells.flat(), ...row.unplaced];
  const start = Math.min(...lines.map(({ span }) => span.start));
  const end = Math.max(...lines.map(({ span }) => span.end));
  const at = lines.length > 0 ? { page: source.pageAt(start), start, end } : null;
  return warningOf('table_row_unclear', at, `row ${row.value}: ${doubts.join('; ')}`);
}
