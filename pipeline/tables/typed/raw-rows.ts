import type { SourceDocument } from '../../model/document.js';
import type { Span } from '../../model/source-text.js';
import type { RawLine } from './raw-lines.js';

/** A cell as it was typed. */
export interface RawCell {
  readonly spans: readonly Span[];
  /** Its words without white space, for comparing. */
  readonly text: string;
}

/** A row as it was typed: its cells need not stand under the right heads yet. */
export interface RawRow {
  readonly cells: readonly RawCell[];
  /** Indices of the blocks that it takes up. */
  readonly blocks: readonly number[];
  /** Whether a page mark or an empty line stands before it. */
  readonly apart: boolean;
}

export const EMPTY_CELL: RawCell = { spans: [], text: '' };

/** A line with more cells is no row that anybody typed. */
const MOST_CELLS = 200;

const SPACE = /\s+/g;

/** The words of a line from `start` to `end`, without white space at the ends; markers left out. */
export function cellOf(
  document: SourceDocument,
  line: RawLine,
  start: number,
  end: number,
): RawCell {
  if (line.block < 0) return EMPTY_CELL;
  const { text } = document.source;
  const spans: Span[] = [];
  let words = '';
  for (const span of document.blocks[line.block]!.spans) {
    let from = Math.max(start, span.start);
    let to = Math.min(end, span.end);
    while (from < to && isSpace(text[from]!)) from++;
    while (to > from && isSpace(text[to - 1]!)) to--;
    if (from >= to) continue;
    spans.push({ start: from, end: to });
    words += text.slice(from, to);
  }
  return spans.length === 0 ? EMPTY_CELL : { spans, text: words.replace(SPACE, '') };
}

const isSpace = (character: string): boolean => character.trim() === '';

/** What parts the cells of a row: a tab, a bar of any make, a comma of a saved spreadsheet. */
export type Separator = '\t' | '|' | '│' | '┃' | '｜' | ',';

/** Offsets of a separator in a line, escaped ones left out; null where there are none or too many. */
export function separatorsOf(text: string, line: RawLine, separator: Separator): number[] | null {
  const words = text.slice(line.start, line.end);
  const found: number[] = [];
  for (let at = words.indexOf(separator); at >= 0; at = words.indexOf(separator, at + 1)) {
    if (words[at - 1] !== '\\') found.push(line.start + at);
    if (found.length > MOST_CELLS) return null;
  }
  return found.length === 0 ? null : found;
}

/** The cells between the given separators (one character each). */
export function splitCells(
  document: SourceDocument,
  line: RawLine,
  separators: readonly number[],
): RawCell[] {
  const starts = [line.start, ...separators.map((at) => at + 1)];
  const ends = [...separators, line.end];
  return starts.map((start, index) => cellOf(document, line, start, ends[index]!));
}

/** Two pieces of one cell. */
export const joinCells = (first: RawCell, second: RawCell): RawCell =>
  second === EMPTY_CELL
    ? first
    : { spans: [...first.spans, ...second.spans], text: first.text + second.text };

export const filled = (cells: readonly RawCell[]): number =>
  cells.reduce((count, cell) => count + (cell.text === '' ? 0 : 1), 0);
