import type { TableBasis } from './document.js';
import type { Passage } from './passage.js';
import type { SourceText } from './source-text.js';

/** A cell of repaired text. */
export interface TextCell {
  readonly row: number;
  readonly column: number;
  readonly row_span: number;
  readonly column_span: number;
  readonly passage: Passage;
}

/** A table of repaired text; cells in reading order. */
export interface TextTable {
  readonly rows: number;
  readonly columns: number;
  readonly header_rows: number;
  readonly cells: readonly TextCell[];
  readonly basis: TableBasis;
  /** Whether its cells were put together from lines of text, and not read where they stand on a page or in a file. */
  readonly guessed?: boolean;
}

/** What cleaning gives: a whole paragraph, heading or list item, or a table. */
export interface TextBlock {
  readonly kind: 'paragraph' | 'heading' | 'list_item' | 'table';
  /** Its words; of a table, all its cells' words. */
  readonly passage: Passage;
  /** Level of a heading where the format gives it, 1 the highest; else null. */
  readonly level: number | null;
  readonly table: TextTable | null;
}

/** One official document (公文) found in a source: a compendium holds many. */
export interface Notice {
  /** Its own text; its blocks' passages count from its start. */
  readonly source: SourceText;
  /** Where its text begins in the source that holds it. */
  readonly offset: number;
  readonly blocks: readonly TextBlock[];
  readonly page_start: number | null;
  readonly page_end: number | null;
  /** What the compendium says of it above its own text; null where it stands alone. */
  readonly heading: NoticeHeading | null;
}

/** A compendium's entry heading: `1. 上海海关等11部门关于印发…的通知（2023年6月13日）`. */
export interface NoticeHeading {
  readonly title: string;
  readonly date: string | null;
  /** The section it is filed under: 上海. */
  readonly section: string | null;
}
