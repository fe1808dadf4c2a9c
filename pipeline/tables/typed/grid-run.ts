import type { SourceDocument } from '../../model/document.js';
import { columnsOfOffsets, type Measure } from './display-columns.js';
import type { RawLine } from './raw-lines.js';
import { cellOf, EMPTY_CELL, joinCells, type RawCell, type RawRow } from './raw-rows.js';
import type { Run } from './run.js';

/** `+------+======+`, the line between two rows of a grid table. */
const BORDER = /^\s*\+(?:[-=:]+\+)+\s*$/;
/** A line of a border that cells over several rows interrupt: `|      +------+`. */
const PARTIAL_BORDER = /^\s*[|+].*\+[-=]{3,}\+/;
const LONGEST_LINE = 5000;

/**
 * Rows of a grid table from the line at `from`, as pandoc and reStructuredText print them: borders
 * of `+---+`, cells of several lines between `|`, the head above `+===+`. No rows where none begins.
 */
export function gridRun(document: SourceDocument, lines: readonly RawLine[], from: number): Run {
  const { text } = document.source;
  const none: Run = { basis: 'markup', rows: [], certain: true, next: from + 1 };
  if (!BORDER.test(wordsOf(text, lines[from]!))) return none;
  const measure = measureOf(text, lines, from);
  let at = from;
  const edges = new Set<number>();
  for (; at < lines.length && lines[at]!.end - lines[at]!.start <= LONGEST_LINE; at++) {
    const line = wordsOf(text, lines[at]!);
    if (BORDER.test(line) || PARTIAL_BORDER.test(line)) {
      const typed = text.slice(lines[at]!.start, lines[at]!.end);
      for (const edge of columnsOfOffsets(typed, offsetsOf(line, '+'), measure)) edges.add(edge);
    } else if (!/^\s*\|/.test(line)) break;
  }
  const grid = new GridRows(
    document,
    [...edges].sort((a, b) => a - b),
    measure,
  );
  for (const line of lines.slice(from, at)) grid.add(line);
  const { rows, heads } = grid;
  return { ...none, rows: rows.length > 1 ? rows : [], heads, next: at };
}

/** Whether signs of boxes are as wide as Han characters: then the bars below the border at `from` stand under its corners. */
function measureOf(text: string, lines: readonly RawLine[], from: number): Measure {
  const [border, below] = [lines[from]!, lines[from + 1]];
  if (below === undefined || below.end - below.start > LONGEST_LINE) return 'wide';
  const corners = offsetsOf(wordsOf(text, border), '+');
  const bars = offsetsOf(wordsOf(text, below), '|');
  const fits = (measure: Measure): boolean => {
    const edges = columnsOfOffsets(text.slice(border.start, border.end), corners, measure);
    const places = columnsOfOffsets(text.slice(below.start, below.end), bars, measure);
    return places.length > 1 && places.every((place) => edges.includes(place));
  };
  return !fits('wide') && fits('wide_boxes') ? 'wide_boxes' : 'wide';
}

/** Signs that draw boxes, one for one as a grid table writes them. */
const BOX: Readonly<Record<string, string>> = Object.fromEntries([
  ...[...'┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝┏┳┓┣╋┫┗┻┛'].map((sign) => [sign, '+']),
  ...[...'─━═'].map((sign) => [sign, '-']),
  ...[...'│┃║'].map((sign) => [sign, '|']),
]);

/** The words of a line, lines of a drawn box (`├──┼──┤`) as those of a grid table. */
function wordsOf(text: string, line: RawLine): string {
  const words = text.slice(line.start, line.end);
  return /[─-╿]/.test(words) ? words.replace(/[─-╿]/g, (sign) => BOX[sign] ?? sign) : words;
}

/** Offsets of a sign in a line, escaped ones left out. */
function offsetsOf(line: string, sign: '+' | '|'): number[] {
  const offsets: number[] = [];
  for (let at = line.indexOf(sign); at >= 0; at = line.indexOf(sign, at + 1)) {
    if (line[at - 1] !== '\\') offsets.push(at);
  }
  return offsets;
}

interface OpenRow {
  cells: RawCell[];
  blocks: number[];
  readonly apart: boolean;
}

/** Gathers the rows of a grid line by line. */
class GridRows {
  private readonly found: OpenRow[] = [];
  heads = 0;
  /** Cells behind the first column that a border without a line under them leaves open for a row. */
  private readonly spans: { column: number; from: number; row: number }[] = [];
  /** The row of the cell that is open in each column; -1 where the next line opens one. */
  private readonly open: number[];

  constructor(
    private readonly document: SourceDocument,
    private readonly edges: readonly number[],
    private readonly measure: Measure,
  ) {
    this.open = Array.from({ length: Math.max(1, edges.length - 1) }, () => -1);
  }

  get rows(): RawRow[] {
    for (const { column, from, row } of this.spans) {
      const { cells } = this.found[row]!;
      // A number closes what is open above it, but the border says that this cell goes on.
      if (cells[0]!.text !== '') cells[column] = this.found[from]!.cells[column]!;
    }
    return this.found.filter((row) => row.cells.some((cell) => cell.text !== ''));
  }

  add(line: RawLine): void {
    const words = wordsOf(this.document.source.text, line);
    if (BORDER.test(words)) {
      if (words.includes('=')) this.heads = this.rows.length;
      this.open.fill(-1);
    } else if (PARTIAL_BORDER.test(words)) this.partial(line, words);
    else this.content(line, words);
    if (line.block >= 0) this.lastRow(line).blocks.push(line.block);
  }

  private lastRow(line: RawLine): OpenRow {
    if (this.found.length === 0) this.begin(line.apart);
    return this.found.at(-1)!;
  }

  private begin(apart: boolean): void {
    const cells = this.open.map(() => EMPTY_CELL);
    const row = this.found.push({ cells, blocks: [], apart }) - 1;
    this.open.forEach((from, column) => {
      if (from >= 0 && from < row && column > 0) this.spans.push({ column, from, row });
    });
  }

  /** Closes the columns under which the border runs. */
  private partial(line: RawLine, words: string): void {
    const places = this.columnsOf(
      line,
      [...words].map((_, at) => at),
    );
    const corner = this.measure === 'wide_boxes' ? 2 : 1;
    const signs = new Map(places.map((place, at) => [place, words[at]!]));
    this.open.forEach((_, column) => {
      const sign = signs.get(this.edges[column]! + corner) ?? ' ';
      if (sign === '-' || sign === '=') this.open[column] = -1;
    });
  }

  /** The display columns of some offsets of a line as it was typed. */
  private columnsOf(line: RawLine, offsets: readonly number[]): number[] {
    const typed = this.document.source.text.slice(line.start, line.end);
    return columnsOfOffsets(typed, offsets, this.measure);
  }

  private content(line: RawLine, words: string): void {
    const bars = offsetsOf(words, '|');
    const places = this.columnsOf(line, bars);
    const fits = places.every((place) => this.edges.includes(place));
    // A tool that counts Han characters as one has its bars out of place, but all of them.
    if (!fits && bars.length !== this.edges.length) return;
    let begun = false;
    for (let bar = 0; bar + 1 < bars.length; bar++) {
      const column = fits ? this.edges.indexOf(places[bar]!) : bar;
      if (column >= this.open.length) continue;
      if (this.open[column]! < 0) {
        const empty = this.found.length === 1 && this.found[0]!.cells.every((cell) => !cell.text);
        if (!begun && !(empty && this.open.every((row) => row < 0))) this.begin(false);
        begun = true;
        this.open[column] = this.found.length - 1;
      }
      const from = line.start + bars[bar]! + 1;
      const cell = cellOf(this.document, line, from, line.start + bars[bar + 1]!);
      const row = this.found[this.open[column]!]!;
      row.cells[column] = joinCells(row.cells[column]!, cell);
    }
  }
}
