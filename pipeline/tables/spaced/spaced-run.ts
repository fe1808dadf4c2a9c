import type { SourceDocument } from '../../model/document.js';
import type { RawLine } from '../typed/raw-lines.js';
import { cellOf, EMPTY_CELL, joinCells, type RawCell, type RawRow } from '../typed/raw-rows.js';
import type { Run } from '../typed/run.js';
import { columnEdges, cutLine } from './columns.js';
import { type SpacedHead, spacedHeader } from './header.js';
import { piecesOf, type SpacedLine } from './pieces.js';
import { type CellLine, cutRows, runMiddles } from './rows.js';

const LONGEST_LINE = 400;
/** More than any page holds. */
const MOST_LINES = 600;
/** Lines in a row that fill the page from side to side end a table. */
const PROSE = 2;

/**
 * Rows of a table whose columns are made by spaces, as `pdftotext -layout` prints tables, from the
 * header at line `from` on: cells of several lines, heads over two, the header again on each page.
 * No rows where no header stands there.
 */
export function spacedRun(document: SourceDocument, lines: readonly RawLine[], from: number): Run {
  const none: Run = { basis: 'aligned', rows: [], certain: true, next: from + 1 };
  const reader = new SpacedTable(document, lines, from);
  if (!reader.readHeader()) return none;
  while (reader.readPage());
  const { rows, next } = reader;
  return rows.length < 2 ? none : { ...none, rows, heads: 1, next };
}

interface OpenRow extends RawRow {
  cells: RawCell[];
  blocks: number[];
}

class SpacedTable {
  readonly rows: OpenRow[] = [];
  next: number;
  private heads: readonly SpacedHead[] = [];

  constructor(
    private readonly document: SourceDocument,
    private readonly lines: readonly RawLine[],
    from: number,
  ) {
    this.next = from;
  }

  /** Reads a header, the first or one that a page repeats; false where none stands here. */
  readHeader(): boolean {
    const ahead = this.spaced(this.next, 4);
    if (ahead.length === 0 || piecesOf(ahead[0]!.words).length < 2) return false;
    // Tabs part cells by themselves.
    if (ahead[0]!.words.includes('\t')) return false;
    const found = spacedHeader(ahead);
    if (found === null) return false;
    const { heads, lines } = found;
    if (this.rows.length > 0 && heads.length !== this.heads.length) return false;
    const header = ahead.slice(0, lines);
    const blocks = header.flatMap(({ line }) => (line.block < 0 ? [] : [line.block]));
    if (this.rows.length === 0) {
      const cells = heads.map(({ places }) =>
        places
          .map(({ line, start, end }) => this.cell(header[line]!.line, start, end))
          .reduce(joinCells, EMPTY_CELL),
      );
      this.rows.push({ cells, blocks, apart: false });
    } else this.rows.at(-1)!.blocks.push(...blocks);
    this.heads = heads;
    this.next = this.lines.indexOf(header.at(-1)!.line, this.next) + 1;
    return true;
  }

  /** Reads the rows of a page; false where the table ends with it. */
  readPage(): boolean {
    const body: SpacedLine[] = [];
    let at = this.next;
    for (; at < this.lines.length && body.length < MOST_LINES; at++) {
      const line = this.lines[at]!;
      const spaced = this.spacedLine(line);
      if (line.kind !== 'line' || line.end - line.start > LONGEST_LINE) break;
      if (spaced.words.includes('\t')) break;
      body.push(spaced);
    }
    const edges = columnEdges(this.heads, body);
    const table = withoutProse(body, edges);
    if (table.length > 0) this.addRows(table, edges);
    this.next += table.length;
    if (table.length < body.length) return false;
    const stop = this.next;
    while (this.lines[at]?.kind === 'furniture') at++;
    this.next = at;
    if (at > stop && this.readHeader()) return true;
    this.next = stop;
    return false;
  }

  private addRows(lines: readonly SpacedLine[], edges: readonly number[]): void {
    const cuts = lines.map(({ words }) => cutLine(words, edges));
    const cells: CellLine[] = cuts.map((row, at) =>
      row.map((cut) => (cut ? lines[at]!.words.slice(cut.start, cut.end).trim() : null)),
    );
    const starts = cutRows(cells, this.anchors(cells));
    for (const [at, row] of cuts.entries()) {
      if (starts.includes(at) || this.rows.length < 2) this.begin(at === 0);
      const open = this.rows.at(-1)!;
      const { line } = lines[at]!;
      if (line.block >= 0) open.blocks.push(line.block);
      for (const [column, cut] of row.entries()) {
        if (cut === null) continue;
        const words = this.cell(line, cut.start, cut.end);
        open.cells[column] = joinCells(open.cells[column]!, words);
      }
    }
  }

  /** The line in the middle of each row: its number, else its bodies, else its first cell. */
  private anchors(lines: readonly CellLine[]): number[] {
    const column = (...kinds: SpacedHead['kind'][]): number =>
      this.heads.findIndex(({ kind }) => kinds.includes(kind));
    const number = column('number');
    if (number >= 0) {
      const found = lines.flatMap((line, at) => (/^\d{1,4}$/.test(line[number] ?? '') ? [at] : []));
      if (found.length > 0) return found;
      return [];
    }
    const bodies = column('units', 'lead_units');
    return runMiddles(lines, bodies >= 0 ? bodies : 0);
  }

  private begin(apart: boolean): void {
    this.rows.push({ cells: this.heads.map(() => EMPTY_CELL), blocks: [], apart });
  }

  private cell(line: RawLine, start: number, end: number): RawCell {
    return cellOf(this.document, line, line.start + start, line.start + end);
  }

  private spaced(from: number, count: number): SpacedLine[] {
    const found: SpacedLine[] = [];
    for (let at = from; at < from + count && this.lines[at]?.kind === 'line'; at++) {
      found.push(this.spacedLine(this.lines[at]!));
    }
    return found;
  }

  private spacedLine(line: RawLine): SpacedLine {
    const end = Math.min(line.end, line.start + LONGEST_LINE);
    return { line, words: this.document.source.text.slice(line.start, end) };
  }
}

/** The lines up to those that run over all columns. */
function withoutProse(
  lines: readonly SpacedLine[],
  edges: readonly number[],
): readonly SpacedLine[] {
  let prose = 0;
  for (const [at, { words }] of lines.entries()) {
    const [first, second] = piecesOf(words);
    const crossed = edges.filter((edge) => edge > first!.start + 1 && edge < first!.end - 1);
    prose =
      second === undefined && crossed.length >= 2 && first!.start <= edges[0]! ? prose + 1 : 0;
    if (prose === PROSE) return lines.slice(0, at + 1 - PROSE);
  }
  return lines;
}
