import type { Box } from '../../model/document.js';
import type { Character } from '../page.js';

/** A cell of a table on one page. */
export interface RuledCell {
  readonly row: number;
  readonly column: number;
  readonly row_span: number;
  readonly column_span: number;
  readonly box: Box;
  /** Its words line by line, each line from left to right as it is read. */
  readonly lines: readonly (readonly Character[])[];
}

/** A table of one page as its lines draw it. Cells are sorted by row, then column. */
export interface RuledTable {
  /** Number of the page in the file, from 1. */
  readonly page: number;
  readonly box: Box;
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly RuledCell[];
  /**
   * Where the columns begin and end: `columns + 1` positions in points from the left, so that a
   * table's continuation on the next page can be told by them.
   */
  readonly columnEdges: readonly number[];
  /** Whether lines or only the words' places part its columns. */
  readonly basis: 'ruled' | 'aligned';
  /** Whether its first row (below a header) goes on with the last row of the page before. */
  readonly goesOn?: boolean;
}

/** A cell's words without white space between lines and words; to compare and to test. */
export const compactText = (cell: { readonly lines: readonly (readonly Character[])[] }): string =>
  cell.lines
    .map((line) => line.map(({ text }) => text).join(''))
    .join('')
    .replace(/\s+/gu, '');
