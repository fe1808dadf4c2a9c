import type { SourceDocument } from '../../model/document.js';
import type { RawLine } from './raw-lines.js';
import { filled, type RawCell, type RawRow, separatorsOf, splitCells } from './raw-rows.js';
import type { Run } from './run.js';

/** `|---|:--:|`, the line under the head of a Markdown table. */
const DELIMITER = /^\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?)?\s*$/;
const LONGEST_DELIMITER = 2000;

/** Rows of a Markdown table from the line at `from`; no rows where none begins there. */
export function pipeRun(document: SourceDocument, lines: readonly RawLine[], from: number): Run {
  const { text } = document.source;
  const rows: RawRow[] = [];
  let delimiters = 0;
  let framed = 0;
  let at = from;
  for (; at < lines.length; at++) {
    const line = lines[at]!;
    if (line.kind === 'tabs' || line.kind === 'other') break;
    if (rows.length > 0 && line.apart && line.kind === 'line') break;
    const pipes = separatorsOf(text, line, '|');
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
    if (isFramed(text, line)) framed++;
    rows.push({
      cells: innerCells(document, line, pipes),
      blocks: [line.block],
      apart: line.apart,
    });
  }
  const shaped = delimiters > 0 || (framed === rows.length && framed >= 2);
  const found = shaped && rows.some((row) => filled(row.cells) >= 2);
  return { basis: 'markup', rows: found ? rows : [], certain: true, next: Math.max(at, from + 1) };
}

function isDelimiter(text: string, line: RawLine): boolean {
  if (line.end - line.start > LONGEST_DELIMITER) return false;
  return DELIMITER.test(text.slice(line.start, line.end));
}

const isFramed = (text: string, line: RawLine): boolean =>
  edge(text, line, 1) === '|' && edge(text, line, -1) === '|';

/** The first or last character of a line that is no white space. */
function edge(text: string, line: RawLine, step: 1 | -1): string {
  let at = step === 1 ? line.start : line.end - 1;
  while (at >= line.start && at < line.end && text[at]!.trim() === '') at += step;
  return text[at] ?? '';
}

function innerCells(document: SourceDocument, line: RawLine, pipes: readonly number[]): RawCell[] {
  const { text } = document.source;
  const cells = splitCells(document, line, pipes);
  const first = edge(text, line, 1) === '|' ? 1 : 0;
  const last = edge(text, line, -1) === '|' ? cells.length - 1 : cells.length;
  return cells.slice(first, last);
}
