import { warningOf } from '../../../schemas/codes.js';
import type { Warning } from '../../../schemas/document.js';
import type { Block, Cell, SourceDocument } from '../../model/document.js';
import type { Span } from '../../model/source-text.js';
import { type SpannedCell, spanCells } from './cell-spans.js';
import type { TableDraft } from './drafts.js';
import { countsRows } from './header.js';
import { headerCells } from './header-cells.js';
import { headingsOf } from './heading-rows.js';
import { mendRows } from './mend-rows.js';
import { placeCells } from './placement.js';
import type { RawRow } from './raw-rows.js';

/** Puts a table together from its rows as typed. */
export function assembleTable(
  document: SourceDocument,
  draft: TableDraft,
): { block: Block; warnings: Warning[] } {
  const columns = columnsOf(draft);
  const counted = countsRows(draft.header);
  const lines = counted && draft.basis === 'tabs' ? mendRows(draft.body, columns) : draft.body;
  const headings = headingsOf(lines, counted);
  const placed = placeCells(
    lines.filter((_, index) => headings[index] === null),
    columns,
  );
  let next = 0;
  const entries = headings.map((heading) => heading ?? placed[next++]!);
  const heads = headerCells(draft.header, columns);
  const body = spanCells(entries, columns, counted, draft.header.length);
  const cells = [...heads, ...body.cells].sort((a, b) => a.row - b.row || a.column - b.column);
  const spans = spansOf([...draft.header, ...draft.body]);
  const block: Block = {
    kind: 'table',
    spans,
    page: document.source.pageAt(spans[0]!.start),
    box: null,
    level: null,
    table: {
      rows: draft.header.length + body.rows,
      columns,
      header_rows: draft.header.length,
      cells: cells.map((cell) => cellOf(document, cell)),
      basis: draft.basis,
    },
  };
  const warnings = placed.flatMap((row) => (row.unclear ? [unclearRow(document, row.cells)] : []));
  return { block, warnings };
}

/** As many columns as have a head; more where most rows go beyond the heads. */
function columnsOf(draft: TableDraft): number {
  const headed = Math.max(0, ...draft.header.map(widthOf));
  const counts = new Map<number, number>();
  for (const row of draft.body) counts.set(widthOf(row), (counts.get(widthOf(row)) ?? 0) + 1);
  let widest = headed;
  for (const [width, count] of counts) {
    const share = headed === 0 ? 0.2 : 0.5;
    if (width > widest && count > draft.body.length * share) widest = width;
  }
  return Math.max(1, widest);
}

/** Cells up to the last one with words. */
function widthOf(row: RawRow): number {
  let width = row.cells.length;
  while (width > 0 && row.cells[width - 1]!.text === '') width--;
  return width;
}

function cellOf(document: SourceDocument, spanned: SpannedCell): Cell {
  const { row, column, row_span, column_span, cell } = spanned;
  const page = document.source.pageAt(cell.spans[0]!.start);
  return { row, column, row_span, column_span, spans: cell.spans, page, box: null };
}

/** Where the table's rows stand: a span for each stretch that nothing else interrupts. */
function spansOf(rows: readonly RawRow[]): Span[] {
  const spans: { start: number; end: number }[] = [];
  let lastBlock = -2;
  for (const row of rows) {
    const { start, end } = around(row.cells);
    const last = spans.at(-1);
    if (last !== undefined && row.blocks[0]! <= lastBlock + 1) last.end = end;
    else spans.push({ start, end });
    lastBlock = row.blocks.at(-1)!;
  }
  return spans;
}

/** Where cells begin and end; those of printed rows stand among each other. */
function around(cells: RawRow['cells']): Span {
  const spans = cells.flatMap((cell) => cell.spans);
  return {
    start: spans.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY),
    end: spans.reduce((most, { end }) => Math.max(most, end), 0),
  };
}

function unclearRow(document: SourceDocument, cells: RawRow['cells']): Warning {
  const words = cells.filter((cell) => cell.text !== '');
  const { start, end } = around(words);
  const shown = words.map((cell) => cell.text.slice(0, 20)).join(' | ');
  const at = { page: document.source.pageAt(start), start, end };
  return warningOf('table_row_unclear', at, shown.slice(0, 120));
}
