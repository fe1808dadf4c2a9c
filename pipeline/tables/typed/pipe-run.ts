import type { SourceDocument } from '../../model/document.js';
import { headerRowsAt } from './header.js';
import type { RawLine } from './raw-lines.js';
import {
  filled,
  type RawCell,
  type RawRow,
  type Separator,
  separatorsOf,
  splitCells,
} from './raw-rows.js';
import type { Run } from './run.js';

/** `|---|:--:|`, the line under the head of a Markdown table. */
const DELIMITER = /^\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?)?\s*$/;
const LONGEST_DELIMITER = 2000;

/** Bars that part cells where nothing of Markdown does: 序号 | 任务 | 责任单位, │1│任务│. */
const BARS = ['|', '│', '┃', '｜'] as const;

/** Rows of a Markdown table from the line at `from`; no rows where none begins there. */
export function pipeRun(document: SourceDocument, lines: readonly RawLine[], from: number): Run {
  const { text } = document.source;
  const rows: RawRow[] = [];
  const first = lines[from]!;
  const bar = BARS.find((mark) => text.slice(first.start, first.end).includes(mark)) ?? '|';
  let delimiters = 0;
  let framed = 0;
  let at = from;
  for (; at < lines.length; at++) {
    const line = lines[at]!;
    if (line.kind === 'tabs' || line.kind === 'other') break;
    if (rows.length > 0 && line.apart && line.kind === 'line') break;
    const pipes = separatorsOf(text, line, bar);
    if (pipes === null) {
      if (line.kind === 'furniture' && rows.length > 0) continue;
      break;
    }
    if (isDelimiter(text, line)) {
      delimiters++;
      const head = rows.at(-1);
      if (head !== undefined)
        rows[rows.length - 1] = { ...head, blocks: [...head.blocks, line.block] };
      continue;
    }
    if (isFramed(text, line, bar)) framed++;
    rows.push({
      cells: innerCells(document, line, pipes, bar),
      blocks: [line.block],
      apart: line.apart,
    });
  }
  const shaped = delimiters > 0 || (framed === rows.length && framed >= 2);
  const found = (shaped && rows.some((row) => filled(row.cells) >= 2)) || isHeaded(rows);
  return { basis: 'markup', rows: found ? rows : [], certain: true, next: Math.max(at, from + 1) };
}

function isDelimiter(text: string, line: RawLine): boolean {
  if (line.end - line.start > LONGEST_DELIMITER) return false;
  return DELIMITER.test(text.slice(line.start, line.end));
}

/** Rows without a frame are a table where the first names columns and the others have as many cells. */
function isHeaded(rows: readonly RawRow[]): boolean {
  const [head, ...body] = rows;
  if (head === undefined || body.length === 0 || headerRowsAt(rows) === 0) return false;
  const alike = body.filter(({ cells }) => cells.length === head.cells.length);
  return head.cells.length >= 3 && alike.length * 2 > body.length;
}

const isFramed = (text: string, line: RawLine, bar: Separator): boolean =>
  edge(text, line, 1) === bar && edge(text, line, -1) === bar;

/** The first or last character of a line that is no white space. */
function edge(text: string, line: RawLine, step: 1 | -1): string {
  let at = step === 1 ? line.start : line.end - 1;
  while (at >= line.start && at < line.end && text[at]!.trim() === '') at += step;
  return text[at] ?? '';
}

function innerCells(
  document: SourceDocument,
  line: RawLine,
  pipes: readonly number[],
  bar: Separator,
): RawCell[] {
  const { text } = document.source;
  const cells = splitCells(document, line, pipes);
  const first = edge(text, line, 1) === bar ? 1 : 0;
  const last = edge(text, line, -1) === bar ? cells.length - 1 : cells.length;
  return cells.slice(first, last);
}
