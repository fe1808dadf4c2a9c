import { columns } from '../model/columns.js';
import type { SourceDocument, Table } from '../model/document.js';
import type { TextBlock, TextTable } from '../model/outline.js';
import { isBrowserMargin, isPageButton } from '../model/page-furniture.js';
import { Passage } from '../model/passage.js';
import type { SourceText, Span } from '../model/source-text.js';
import { indentOf, lineWidths } from './line-widths.js';
import {
  continues,
  endsSentence,
  inMidSentence,
  type LineView,
  stopsInBracket,
  viewOf,
} from './paragraphs.js';
import { isIndentedRow, PrintedRow } from './printed-rows.js';
import { wordSpans } from './words.js';

/**
 * Repairs the text of a source: lines joined to paragraphs (over page marks, too), stray spaces
 * and furniture left out. Every block leads back to the source, character by character.
 */
export function clean(document: SourceDocument): TextBlock[] {
  const { source } = document;
  const widths = lineWidths(source, document.blocks);
  const result: TextBlock[] = [];
  let lines: LineView[] = [];
  let tail = '';
  let full = false;
  const row = new PrintedRow();
  const flush = (): void => {
    row.restart();
    if (lines.length === 0) return;
    const first = lines[0]!.block;
    const kind = first.kind === 'heading' || first.kind === 'list_item' ? first.kind : 'paragraph';
    const spans = lines.flatMap((line) => line.block.spans);
    push(result, source, kind, first.level, spans);
    lines = [];
    tail = '';
  };
  const views = document.blocks
    .filter((block) => block.kind !== 'furniture')
    .map((block) => viewOf(source, block))
    .filter(({ block, reading }) => block.kind !== 'line' || !isBrowserMargin(reading));
  const blocks = views.map(({ block }) => block);
  const behindMarks = new Set(
    document.blocks.filter((_, at) => document.blocks[at - 1]?.kind === 'furniture'),
  );
  const ahead = (index: number): number[] =>
    views.slice(index, index + 10).map((view) => columns(view.reading));
  /** The pieces up to the end of the sentence: behind it a row may end anywhere. */
  const sentenceAhead = (index: number): number[] => {
    const next = views.slice(index, index + 10);
    const stop = next.findIndex((view) => endsSentence(view.reading));
    return (stop < 0 ? next : next.slice(0, stop + 1)).map((view) => columns(view.reading));
  };
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'table') {
      flush();
      result.push(tableBlock(source, block.table!));
      continue;
    }
    const view = views[index]!;
    const last = lines.at(-1);
    const page = last && widths.get(last.block.page);
    const joins =
      last !== undefined &&
      block.kind === 'line' &&
      last.block.kind !== 'heading' &&
      !isPageButton(view.reading) &&
      !isPageButton(last.reading) &&
      continues(source, last, view, {
        open: inMidSentence(tail),
        unclosed: stopsInBracket(tail),
        cut: behindMarks.has(block),
        printed: page
          ? {
              full,
              completed: () => page.broken && row.isCompletedBy(ahead(index), page.width),
              indented: () => isIndentedRow(ahead(index), page.width),
              setIn: page.margin !== null && isSetIn(source, last, view, page.margin),
              overflown: () => row.isOverflownBy(sentenceAhead(index), page.width),
            }
          : null,
      });
    if (!joins) flush();
    lines.push(view);
    tail = lastWords(tail + view.reading);
    const own = widths.get(block.page);
    full = own ? row.add(columns(view.reading), own.width) : false;
  }
  flush();
  return result;
}

/** Spaces before the first line of a paragraph more than before its others. */
const SET_IN = 2;

/** Whether the next line is set in by spaces where the one before stands at the margin or deeper. */
function isSetIn(source: SourceText, last: LineView, next: LineView, margin: number): boolean {
  const indent = indentOf(source, next.start);
  return indent >= margin + SET_IN && indentOf(source, last.start) !== indent;
}

/** Enough of a paragraph's end to tell whether it is in mid-sentence. */
function lastWords(text: string): string {
  return text.length > 400 ? text.slice(-200) : text;
}

function push(
  result: TextBlock[],
  source: SourceText,
  kind: TextBlock['kind'],
  level: number | null,
  spans: readonly Span[],
): void {
  const passage = Passage.of(
    source,
    spans.flatMap((span) => wordSpans(source.text, span)),
  );
  if (passage.length > 0) result.push({ kind, passage, level, table: null });
}

function tableBlock(source: SourceText, table: Table): TextBlock {
  const cells: TextTable['cells'] = table.cells.map((cell) => ({
    row: cell.row,
    column: cell.column,
    row_span: cell.row_span,
    column_span: cell.column_span,
    passage: cellPassage(source, cell.spans),
  }));
  const passage = Passage.concat(
    source,
    [...cells].filter((cell) => cell.passage.length > 0).map((cell) => cell.passage),
  );
  const { rows, columns, header_rows, basis } = table;
  return {
    kind: 'table',
    passage,
    level: null,
    table: { rows, columns, header_rows, cells, basis, guessed: isGuessed(table) },
  };
}

function cellPassage(source: SourceText, spans: readonly Span[]): Passage {
  return Passage.of(
    source,
    spans.flatMap((span) => wordSpans(source.text, span)),
  );
}

/** Whether a table was put together from lines of text: its cells have no place on a page. */
const isGuessed = ({ basis, cells }: Table): boolean =>
  basis === 'flattened' || (basis === 'aligned' && cells.every(({ box }) => box === null));
