import type { Comparison } from './comparison.js';
import type { MeasureKind } from './measure.js';

/** A number of a text with its measure word and the comparison words around it. */
export interface Quantity {
  /** Offsets in the text of `raw`, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** The words as written: 不低于70%, 2800亿元以上. */
  readonly raw: string;
  /** The number in `unit`: 2800亿元 is 2800, 六分之一 is 0.1667; of a range, its lower end. */
  readonly value: number;
  /** Upper end of a range, else null. */
  readonly upper: number | null;
  /** As written, with 万 and 亿; null for a bare number. */
  readonly unit: string | null;
  readonly op: Comparison | null;
  readonly kind: MeasureKind | null;
  /** 约, 左右, 余: not meant to the last digit. */
  readonly approximate: boolean;
  /** Offsets of the number with its measure word, without the comparison words. */
  readonly amountStart: number;
  readonly amountEnd: number;
}
