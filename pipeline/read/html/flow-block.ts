import type { WrittenCell } from '../../tables/written/written-table.js';
import type { ElementNode } from './dom.js';
import type { Line } from './line.js';

/** A piece of the page in reading order. */
export interface FlowBlock {
  /** `line`: one of many lines that `br` or a `pre` breaks; `aside`: a footnote, words of a picture. */
  readonly kind: 'paragraph' | 'line' | 'heading' | 'list_item' | 'table' | 'aside';
  /** 1 to 6 for a heading. */
  readonly level: number | null;
  /** Several where a heading is broken. */
  readonly lines: readonly Line[];
  readonly table: FlowTable | null;
  /** The element that it stands in. */
  readonly element: ElementNode;
}

export interface FlowCell extends WrittenCell {
  readonly lines: readonly Line[];
  readonly isHead: boolean;
}

/** A table of data as the page shows it. */
export interface FlowTable {
  readonly rows: number;
  readonly columns: number;
  readonly header_rows: number;
  /** In reading order. */
  readonly cells: readonly FlowCell[];
  /** Its caption, and what stands in rows of their own above its heads: 附表, 单位：万元. */
  readonly above: readonly Line[];
  /** Notes in rows of their own at its end. */
  readonly below: readonly Line[];
}
