import type { SourceDocument } from '../../model/document.js';
import type { RawLine } from './raw-lines.js';
import { cellOf, type RawRow, separatorsOf, splitCells } from './raw-rows.js';
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
      const tabs = separatorsOf(text, line, '\t');
      if (tabs === null && (rows.length === 0 || !isWithin(document, lines, at))) break;
      const cells = splitCells(document, line, tabs ?? []);
      rows.push({ cells, blocks: [line.block], apart: rowApart(lines, at) });
    }
    next = at + 1;
  }
  return { basis: 'tabs', rows, certain: false, next };
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
