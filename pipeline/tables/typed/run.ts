import type { TableBasis } from '../../model/document.js';
import type { RawRow } from './raw-rows.js';

/** Rows of one way of typing that follow each other with nothing but page marks between. */
export interface Run {
  readonly basis: TableBasis;
  readonly rows: readonly RawRow[];
  /** Whether the way of typing itself says that it is a table. */
  readonly certain: boolean;
  /** Rows at the top that the way of typing marks as the head; left out where it marks none. */
  readonly heads?: number;
  /** Index of the line after it. */
  readonly next: number;
}
