import type { SourceDocument } from '../../model/document.js';
import { headerRowsAt } from './header.js';
import type { RawLine } from './raw-lines.js';
import { type RawRow, separatorsOf, splitCells } from './raw-rows.js';
import type { Run } from './run.js';

/** A head has at least so many columns: a sentence of Chinese parts its words by other commas. */
const FEWEST_COLUMNS = 3;

/** Rows of a spreadsheet saved with commas, in a text: 序号,工作任务,责任单位; no rows where no head opens them. */
export function commaRun(document: SourceDocument, lines: readonly RawLine[], from: number): Run {
  const none: Run = { basis: 'tabs', rows: [], certain: false, next: from + 1 };
  const head = rowOf(document, lines[from]!);
  if (head === null || head.cells.length < FEWEST_COLUMNS || headerRowsAt([head]) === 0)
    return none;
  const rows = [head];
  let at = from + 1;
  for (; at < lines.length; at++) {
    if (lines[at]!.kind === 'furniture') continue;
    const row = rowOf(document, lines[at]!);
    if (row === null || row.cells.length !== head.cells.length) break;
    rows.push(row);
  }
  return rows.length < 2 ? none : { basis: 'tabs', rows, certain: true, heads: 1, next: at };
}

function rowOf(document: SourceDocument, line: RawLine): RawRow | null {
  if (line.kind !== 'line') return null;
  const commas = separatorsOf(document.source.text, line, ',');
  if (commas === null) return null;
  return { cells: splitCells(document, line, commas), blocks: [line.block], apart: line.apart };
}
