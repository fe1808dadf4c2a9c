import type { TableBasis } from '../../model/document.js';
import type { RawRow } from './raw-rows.js';

/** Rows of one way of typing that follow each other with nothing but page marks between. */
export interface Run {
  readonly basis: TableBasis;
  readonly rows: readonly RawRow[];
  /** Whether the way of typing itself says that it is a table. */
  readonly certain: boolean;
  /** Index of the line after it. */
  readonly next: number;
}
