import type { SourceDocument } from '../../model/document.js';
import { columnsOfOffsets } from './display-columns.js';
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
  let at = from;
  const edges = new Set<number>();
  for (; at < lines.length && lines[at]!.end - lines[at]!.start <= LONGEST_LINE; at++) {
    const line = wordsOf(text, lines[at]!);
    if (BORDER.test(line) || PARTIAL_BORDER.test(line)) {
      for (const edge of columnsOfOffsets(line, offsetsOf(line, '+'), 'wide')) edges.add(edge);
    } else if (!/^\s*\|/.test(line)) break;
  }
  const grid = new GridRows(
    document,
    [...edges].sort((a, b) => a - b),
  );
  for (const line of lines.slice(from, at)) grid.add(line);
  const { rows, heads } = grid;
  return { ...none, rows: rows.length > 1 ? rows : [], heads, next: at };
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
  /** The row of the cell that is open in each column; -1 where the next line opens one. */
  private readonly open: number[];

  constructor(
    private readonly document: SourceDocument,
    private readonly edges: readonly number[],
  ) {
    this.open = Array.from({ length: Math.max(1, edges.length - 1) }, () => -1);
  }

  get rows(): RawRow[] {
    return this.found.filter((row) => row.cells.some((cell) => cell.text !== ''));
  }

  add(line: RawLine): void {
    const words = wordsOf(this.document.source.text, line);
    if (BORDER.test(words)) {
      if (words.includes('=')) this.heads = this.rows.length;
      this.open.fill(-1);
    } else if (PARTIAL_BORDER.test(words)) this.partial(words);
    else this.content(line, words);
    if (line.block >= 0) this.lastRow(line).blocks.push(line.block);
  }

  private lastRow(line: RawLine): OpenRow {
    if (this.found.length === 0) this.begin(line.apart);
    return this.found.at(-1)!;
  }

  private begin(apart: boolean): void {
    const cells = this.open.map(() => EMPTY_CELL);
    this.found.push({ cells, blocks: [], apart });
  }

  /** Closes the columns under which the border runs. */
  private partial(words: string): void {
    const places = columnsOfOffsets(
      words,
      [...words].map((_, at) => at),
      'wide',
    );
    const signs = new Map(places.map((place, at) => [place, words[at]!]));
    this.open.forEach((_, column) => {
      const sign = signs.get(this.edges[column]! + 1) ?? ' ';
      if (sign === '-' || sign === '=') this.open[column] = -1;
    });
  }

  private content(line: RawLine, words: string): void {
    const bars = offsetsOf(words, '|');
    const places = columnsOfOffsets(words, bars, 'wide');
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
