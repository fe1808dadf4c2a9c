import type { SourceDocument } from '../../model/document.js';
import { isHead, isSerialHead } from './header.js';
import type { RawLine } from './raw-lines.js';
import { cellOf, EMPTY_CELL, type RawCell, type RawRow } from './raw-rows.js';
import type { Run } from './run.js';

const LEAST_ROWS = 3;
const LEAST_COLUMNS = 3;
const MOST_HEADS = 30;
/** Cells that a row may lack, where a tool leaves out the empty ones. */
const MOST_LACKING = 2;

/** A cell on a line of its own, or a line of spaces for an empty one. */
interface Entry {
  readonly cell: RawCell;
  /** Index of its line, -1 where it is empty. */
  readonly line: number;
}

/**
 * Rows typed one cell a line without any mark, as docx2txt and the like print a table: heads line
 * by line from 序号 on, then rows that count 1, 2, 3 …, each with as many lines as the others. No
 * rows where none begins at `from`.
 */
export function countedRun(document: SourceDocument, lines: readonly RawLine[], from: number): Run {
  const none: Run = { basis: 'one_cell_a_line', rows: [], certain: true, next: from + 1 };
  if (!isSerialHead(textAt(document, lines, from))) return none;
  const reader = new Entries(document, lines, from);
  let heads = 1;
  while (heads < MOST_HEADS && isHead(reader.text(heads))) heads++;
  const known = heads >= LEAST_COLUMNS && reader.text(heads) === '1';
  if (!known) return none;
  let best: number[] = [];
  let columns = 0;
  for (let width = heads; width >= LEAST_COLUMNS; width--) {
    const starts = rowStarts(reader, heads, width);
    const better = starts.length - best.length || full(starts, width) - full(best, columns);
    if (better > 0) [best, columns] = [starts, width];
  }
  if (best.length <= LEAST_ROWS) return none;
  const head = reader.row(0, columns);
  // Heads of a second row stand behind those of the first.
  const under = reader.row(columns, heads);
  const rows = best.slice(0, -1).map((start, at) => reader.row(start, best[at + 1]!));
  const rest = rows[0] ? { ...head, blocks: [...head.blocks, ...under.blocks] } : head;
  return { ...none, rows: [rest, ...rows], heads: 1, next: reader.lineAfter(best.at(-1)!) };
}

/** How many rows have a cell in each column. */
const full = (starts: readonly number[], width: number): number =>
  starts.filter((start, at) => start - (starts[at - 1] ?? start) === width).length;

/** Where rows that count on begin, and last where the last one ends. */
function rowStarts(reader: Entries, first: number, width: number): number[] {
  const starts = [first];
  for (let number = 2; ; number++) {
    const at = starts.at(-1)!;
    let step = width;
    while (step >= width - MOST_LACKING && reader.text(at + step) !== String(number)) step--;
    if (step < Math.max(2, width - MOST_LACKING)) {
      const last = at + (starts.length > 1 ? at - starts.at(-2)! : width);
      return reader.text(last - 1) === null ? starts : [...starts, last];
    }
    starts.push(at + step);
  }
}

const textAt = (document: SourceDocument, lines: readonly RawLine[], at: number): string => {
  const line = lines[at]!;
  return line.kind === 'line' ? cellOf(document, line, line.start, line.end).text : '';
};

/** The lines from a place on as cells, read as far as they are asked for. */
class Entries {
  private readonly entries: Entry[] = [];
  private next: number;

  constructor(
    private readonly document: SourceDocument,
    private readonly lines: readonly RawLine[],
    from: number,
  ) {
    this.next = from;
  }

  /** The words of a cell; null behind the last line that may be one. */
  text(index: number): string | null {
    while (this.entries.length <= index && this.take());
    return this.entries[index]?.cell.text ?? null;
  }

  row(from: number, to: number): RawRow {
    const entries = this.entries.slice(from, to);
    const blocks = entries.flatMap(({ line }) => (line < 0 ? [] : [this.lines[line]!.block]));
    return { cells: entries.map(({ cell }) => cell), blocks, apart: false };
  }

  lineAfter(index: number): number {
    return this.entries.slice(0, index).findLast(({ line }) => line >= 0)!.line + 1;
  }

  private take(): boolean {
    const line = this.lines[this.next];
    if (line === undefined || line.kind !== 'line') return false;
    if (this.entries.length > 0) {
      const { text } = this.document.source;
      const between = text.slice(this.lines[this.next - 1]!.end, line.start);
      for (const _ of between.matchAll(/[ \u3000]+(?=\n)/g))
        this.entries.push({ cell: EMPTY_CELL, line: -1 });
    }
    const cell = cellOf(this.document, line, line.start, line.end);
    this.entries.push({ cell, line: this.next });
    this.next++;
    return true;
  }
}
