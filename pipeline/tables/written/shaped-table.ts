import type { Block } from '../../model/document.js';
import type { SourceText } from '../../model/source-text.js';
import { extendOverSpans, headerRowsByWords } from './header-rows.js';
import { withoutRepeatedHeads } from './repeated-heads.js';
import { MOST_PLACES, splitTitlesAndNotes, withoutUnusedColumns } from './shape.js';
import type { PlacedCell } from './written-table.js';

/**
 * The blocks of a table whose cells stand in a text: titles above its head and notes below it as
 * paragraphs, the table between them.
 * @param marked rows at the top that the text itself marks as the head; 0 where it marks none
 */
export function shapedTable(
  source: SourceText,
  placed: readonly PlacedCell[],
  count: number,
  marked: number,
): Block[] {
  const inside = placed.map((cell) => ({
    ...cell,
    row_span: Math.min(cell.row_span, count - cell.row),
  }));
  const { cells, columns } = withoutUnusedColumns(inside);
  const filled = cells.filter((cell) => cell.spans.length > 0);
  if (filled.length === 0) return [];
  if (columns < 2 || count * columns > MOST_PLACES) {
    return filled.map((cell) => paragraph(source, cell));
  }
  const split = splitTitlesAndNotes(cells, count, columns);
  const heads = marked - split.before.length;
  const header_rows =
    heads > 0 && heads < split.rows
      ? extendOverSpans(split.cells, heads, split.rows)
      : headerRowsByWords(split.cells, split.rows);
  const table = withoutRepeatedHeads({ ...split, columns, header_rows });
  const spans = table.cells.flatMap((cell) => cell.spans);
  const block: Block = {
    kind: 'table',
    spans: [{ start: spans[0]!.start, end: spans.at(-1)!.end }],
    page: source.pageAt(spans[0]!.start),
    box: null,
    level: null,
    table: {
      rows: table.rows,
      columns,
      header_rows,
      cells: table.cells.map(({ text: _, ...cell }) => ({
        ...cell,
        page: cell.spans[0] ? source.pageAt(cell.spans[0].start) : null,
        box: null,
      })),
      basis: 'markup',
    },
  };
  return [
    ...split.before.map((cell) => paragraph(source, cell)),
    block,
    ...split.after.map((cell) => paragraph(source, cell)),
  ];
}

function paragraph(source: SourceText, { spans }: PlacedCell): Block {
  const page = source.pageAt(spans[0]!.start);
  return { kind: 'paragraph', spans, page, box: null, level: null, table: null };
}
