import type { Span } from '../../model/source-text.js';

/** A cell of a table that a file spells out, with its words; lines are parted by `\n`. */
export interface WrittenCell {
  readonly row: number;
  readonly column: number;
  readonly row_span: number;
  readonly column_span: number;
  readonly text: string;
}

/** A cell whose words stand in a text already. */
export interface PlacedCell extends WrittenCell {
  readonly spans: readonly Span[];
}

/** A table of an office file before its words are placed in a text; cells in reading order. */
export interface WrittenTable<C extends WrittenCell = WrittenCell> {
  readonly rows: number;
  readonly columns: number;
  readonly header_rows: number;
  readonly cells: readonly C[];
  /** Rows taken out of it that say its head again or whose cells stand in no column for certain, in order. */
  readonly repeats?: readonly SetApartRow[];
}

export interface SetApartRow {
  /** The row that it stood before. */
  readonly before: number;
  readonly words: string;
  /** Whether its columns are not certain. */
  readonly unclear?: true;
}
