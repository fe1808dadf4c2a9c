import type { SourceDocument } from '../../model/document.js';
import { columnsOfOffsets, type Measure, offsetsOfColumns } from './display-columns.js';
import type { RawLine } from './raw-lines.js';
import { cellOf, joinCells, type RawCell, type RawRow } from './raw-rows.js';
import type { Run } from './run.js';

/** `------ ---------- ----`: a rule for each column. */
const RULES = /^\s*(?:-{2,}(?:\s+-{2,})+|={2,}(?:\s+={2,})+)\s*$/;
/** The line above and below a table whose rows take several lines. */
const FRAME = /^\s*(?:-{10,}|={10,})\s*$/;
const MOST_HEAD_LINES = 12;
const LONGEST_LINE = 2000;

/**
 * Rows of a table whose columns rules of dashes mark, from the line at `from`, as pandoc prints
 * simple and multiline tables: the head above the rules, each row a line, or in a frame several
 * lines up to an empty one. No rows where none begins there.
 */
export function dashRun(document: SourceDocument, lines: readonly RawLine[], from: number): Run {
  const { text } = document.source;
  const none: Run = { basis: 'markup', rows: [], certain: true, next: from + 1 };
  const words = (at: number): string => {
    const line = lines[at];
    return line && line.end - line.start <= LONGEST_LINE ? text.slice(line.start, line.end) : '';
  };
  const framed = FRAME.test(words(from));
  let rules = framed ? from + 1 : from;
  const most = rules + (framed ? MOST_HEAD_LINES : 1);
  while (rules <= most && !RULES.test(words(rules))) {
    if (rules >= lines.length || (rules > from && isApart(lines, rules))) return none;
    rules++;
  }
  if (rules > most) return none;
  const ruleOffsets = [...words(rules).matchAll(/[-=]+/g)].map(({ index }) => index);
  const starts = columnsOfOffsets(words(rules), ruleOffsets, 'wide');
  const head = lines.slice(framed ? from + 1 : from, rules);
  const measure = (['wide', 'single'] as const).find((each) =>
    head.every((line) => keepsGaps(text.slice(line.start, line.end), starts, each)),
  );
  if (measure === undefined) return none;
  const rows = head.length > 0 ? [rowOf(document, head, starts, measure)] : [];
  let at = rules + 1;
  let row: RawLine[] = [];
  const close = (): void => {
    if (row.length > 0) rows.push(rowOf(document, row, starts, measure));
    row = [];
  };
  let closed = false;
  for (; at < lines.length && !closed; at++) {
    const line = lines[at]!;
    const here = words(at);
    closed = FRAME.test(here) || (!framed && RULES.test(here));
    if (closed) continue;
    if (!keepsGaps(here, starts, measure) || isTable(document, line)) break;
    const apart = isApart(lines, at);
    if (!framed && apart) break;
    if (!framed || apart) close();
    row.push(line);
  }
  close();
  if (rows.length < 2 || (framed && !closed)) return none;
  const marks = [lines[from], lines[rules], ...(closed ? [lines[at - 1]] : [])];
  const blocks = [
    ...rows[0]!.blocks,
    ...marks.flatMap((line) => (line && line.block >= 0 ? [line.block] : [])),
  ];
  rows[0] = { ...rows[0]!, blocks: [...new Set(blocks)].sort((a, b) => a - b) };
  return { ...none, rows, heads: head.length > 0 ? 1 : 0, next: at };
}

/** Whether an empty line stands before a line. */
const isApart = (lines: readonly RawLine[], at: number): boolean =>
  at > 0 && lines[at]!.start > lines[at - 1]!.end + 1;

const isTable = (document: SourceDocument, { block }: RawLine): boolean =>
  block >= 0 && document.blocks[block]!.kind === 'table';

/** Whether no word of a line runs over the place where a column begins. */
function keepsGaps(line: string, starts: readonly number[], measure: Measure): boolean {
  return offsetsOfColumns(line, starts, measure).every(
    (offset) => offset === 0 || offset >= line.length || /\s/.test(line[offset - 1]!),
  );
}

/** The row that some lines give, a cell for each column. */
function rowOf(
  document: SourceDocument,
  lines: readonly RawLine[],
  starts: readonly number[],
  measure: Measure,
): RawRow {
  let cells: RawCell[] = [];
  for (const line of lines) {
    const words = document.source.text.slice(line.start, line.end);
    const offsets = offsetsOfColumns(words, starts, measure);
    const pieces = starts.map((_, column) => {
      const from = column === 0 ? line.start : line.start + offsets[column]!;
      const to = column + 1 < starts.length ? line.start + offsets[column + 1]! : line.end;
      return cellOf(document, line, from, to);
    });
    cells = cells.length === 0 ? pieces : cells.map((cell, at) => joinCells(cell, pieces[at]!));
  }
  const blocks = lines.flatMap(({ block }) => (block >= 0 ? [block] : []));
  return { cells, blocks: [...new Set(blocks)], apart: false };
}
