import type { SourceDocument } from '../../model/document.js';
import type { RawLine } from './raw-lines.js';
import {
  cellOf,
  joinCells,
  type RawCell,
  type RawRow,
  separatorsOf,
  splitCells,
} from './raw-rows.js';
import type { Run } from './run.js';

/** Rows typed with tabs between the cells, from the line at `from` and before the one at `until`. */
export function tabRun(
  document: SourceDocument,
  lines: readonly RawLine[],
  from: number,
  until: number,
): Run {
  const { text } = document.source;
  const rows: RawRow[] = [];
  let next = from + 1;
  for (let at = from; at < until; at++) {
    const line = lines[at]!;
    if (line.kind === 'other') break;
    if (line.kind === 'furniture') continue;
    if (line.kind === 'line') {
      const end = lastOfRow(text, lines, at, until);
      const parts = lines.slice(at, end + 1);
      const tabbed = parts.some((part) => separatorsOf(text, part, '\t') !== null);
      if (!tabbed && (rows.length === 0 || !isWithin(document, lines, at))) break;
      const blocks = parts.map(({ block }) => block);
      rows.push({ cells: cellsOf(document, parts), blocks, apart: rowApart(lines, at) });
      at = end;
    }
    next = at + 1;
  }
  return { basis: 'tabs', rows, certain: false, next };
}

/** `12` and a tab, or a tab: what a row of its own begins with. */
const BEGINS_ROW = /^\s*(?:\d{1,4}[.、]?)?\t/;

/** The last line of the row that begins at a line: where a text is wrapped, a full one goes on. */
function lastOfRow(text: string, lines: readonly RawLine[], at: number, until: number): number {
  let last = at;
  while (lines[last]!.full && last + 1 < until) {
    const after = lines[last + 1]!;
    if (after.kind !== 'line' || after.apart) break;
    if (BEGINS_ROW.test(text.slice(after.start, after.end))) break;
    last++;
  }
  return last;
}

/** The cells of a row; the last one of a line goes on in the first of the next. */
function cellsOf(document: SourceDocument, lines: readonly RawLine[]): RawCell[] {
  const cells: RawCell[] = [];
  for (const line of lines) {
    const tabs = separatorsOf(document.source.text, line, '\t') ?? [];
    const [first, ...rest] = splitCells(document, line, tabs);
    const before = cells.pop();
    cells.push(before === undefined ? first! : joinCells(before, first!), ...rest);
  }
  return cells;
}

/** A line without tabs right between rows: a row of one cell, or words of a cell that was broken. */
function isWithin(document: SourceDocument, lines: readonly RawLine[], at: number): boolean {
  const after = lines[at + 1];
  if (after === undefined || after.kind !== 'line' || after.apart || lines[at]!.apart) return false;
  const cell = cellOf(document, lines[at]!, lines[at]!.start, lines[at]!.end);
  return cell.text !== '' && separatorsOf(document.source.text, after, '\t') !== null;
}

/** Lines of tabs alone count as empty ones. */
const rowApart = (lines: readonly RawLine[], at: number): boolean =>
  lines[at]!.apart || (at > 0 && lines[at - 1]!.kind !== 'line');
