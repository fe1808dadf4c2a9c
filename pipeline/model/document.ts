import type { Doubt } from '../../schemas/at.js';
import type { Format, Warning } from '../../schemas/document.js';
import type { SourceText, Span } from './source-text.js';

/** Version of the document model; a change of its meaning raises it. */
export const MODEL_VERSION = 1;

/** A rectangle in points, counted from the top left corner of the page. */
export interface Box {
  readonly x0: number;
  readonly top: number;
  readonly x1: number;
  readonly bottom: number;
}

/** How a table's shape is known, the surest first. */
export type TableBasis = 'markup' | 'ruled' | 'aligned' | 'tabs' | 'one_cell_a_line' | 'flattened';

/** A cell; it covers `row_span` rows and `column_span` columns from (row, column), counted from 0. */
export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly row_span: number;
  readonly column_span: number;
  /** Its words in reading order; several where it goes over a page break or other cells' words. */
  readonly spans: readonly Span[];
  readonly page: number | null;
  readonly box: Box | null;
}

export interface Table {
  readonly rows: number;
  readonly columns: number;
  /** Rows at the top that name the columns. */
  readonly header_rows: number;
  readonly cells: readonly Cell[];
  readonly basis: TableBasis;
}

/**
 * A piece of the document in reading order.
 * - `line`: one line of a format that knows no paragraphs; cleaning joins lines to paragraphs.
 * - `paragraph`, `heading`, `list_item`: known as such to the reader.
 * - `furniture`: page marks, running heads; never part of a sentence.
 */
export interface Block {
  readonly kind: 'line' | 'paragraph' | 'heading' | 'list_item' | 'table' | 'furniture';
  /** Where its words stand; several for a paragraph that something interrupts. */
  readonly spans: readonly Span[];
  readonly page: number | null;
  readonly box: Box | null;
  /** Level of a heading where the format gives it, 1 the highest. */
  readonly level: number | null;
  readonly table: Table | null;
}

/** What the head of a government web page says about its document; null where it says nothing. */
export interface PageProperties {
  readonly index_number: string | null;
  readonly subject: string | null;
  readonly published_on: string | null;
}

/** A format that says nothing beside the text. */
export const NO_PROPERTIES: PageProperties = {
  index_number: null,
  subject: null,
  published_on: null,
};

/** A stretch of the text that was recognised on a picture, and what of it may be misread. */
export interface RecognisedStretch extends Span {
  readonly engine: string;
  readonly page: number;
  readonly doubts: readonly (Span & { readonly code: Doubt })[];
}

/** Characters of the text that stand one behind the other on a page, each with an equal share of the box. */
export interface GlyphRun extends Span {
  readonly box: Box;
  /** Whether they stand below each other. */
  readonly runsDown: boolean;
}

/** A page of a file, turned so that its words are upright, and where they are drawn on it. */
export interface PageGeometry {
  /** Counted from 1 in the file. */
  readonly number: number;
  /** As records name it. */
  readonly printed: number;
  /** In points. */
  readonly width: number;
  readonly height: number;
  /** Quarters of a circle, clockwise, by which it is turned from how the file shows it. */
  readonly quarters: number;
  /** In the order of the text. */
  readonly runs: readonly GlyphRun[];
  readonly rulings: readonly Box[];
  /** Whether its words were recognised on its picture. */
  readonly recognised: boolean;
}

/** What every reader gives and all later stages take. */
export interface SourceDocument {
  readonly version: typeof MODEL_VERSION;
  readonly format: Format;
  readonly source: SourceText;
  readonly blocks: readonly Block[];
  readonly properties: PageProperties;
  readonly warnings: readonly Warning[];
  /** Ascending and not overlapping; left out where nothing was recognised. */
  readonly recognised?: readonly RecognisedStretch[];
  /** Where the words are drawn, page by page, where that was asked for and the format has pages. */
  readonly geometry?: readonly PageGeometry[];
}
