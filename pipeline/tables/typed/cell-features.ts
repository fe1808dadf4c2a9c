import type { RawCell } from './raw-rows.js';

const NUMERALS = '〇一二三四五六七八九十百';
const LABEL = new RegExp(
  `^(?:[(（]?(?:\\d+(?:[.．]\\d+)*|[${NUMERALS}]+)[)）、.．]?|[①-⑳]|[*＊])`,
  'u',
);
const SIGNS_ONLY = /^[\p{P}\p{S}]+$/u;

/** What a cell looks like: how it begins, how long it is (power of two), how it ends, what it says. */
export interface CellFeatures {
  readonly start: string;
  readonly length: number;
  readonly last: string;
  readonly value: string;
}

/** Features of a cell; two cells of one column tend to share them. */
export function featuresOf(cell: RawCell): CellFeatures {
  const { text } = cell;
  return {
    start: startOf(text),
    length: Math.floor(Math.log2(text.length)),
    last: text.slice(-1),
    value: text.length <= 24 ? text : '',
  };
}

function startOf(text: string): string {
  if (/^\d+$/.test(text)) return 'number';
  if (SIGNS_ONLY.test(text)) return 'signs';
  const label = LABEL.exec(text.slice(0, 16))?.[0];
  if (label === undefined) return 'words';
  const shape = label.replace(/\d/g, '9').replace(/[〇一二三四五六七八九十百]+/g, '一');
  return shape === '一' ? 'words' : shape.replace(/[（(]/, '(').replace(/[）)]/, ')').slice(0, 6);
}

/** What the cells of one column look like, counted. */
export class ColumnProfile {
  private cells = 0;
  private readonly starts = new Map<string, number>();
  private readonly lengths = new Map<number, number>();
  private readonly lasts = new Map<string, number>();
  private readonly values = new Map<string, number>();

  add(features: CellFeatures): void {
    this.cells++;
    count(this.starts, features.start);
    count(this.lengths, features.length);
    count(this.lasts, features.last);
    if (features.value !== '') count(this.values, features.value);
  }

  /** How well a cell fits: a logarithm, higher is better. `own` when it was counted here itself. */
  fit(features: CellFeatures, own: boolean): number {
    const less = own ? 1 : 0;
    const cells = this.cells - less;
    const share = (seen: number, kinds: number): number =>
      Math.log((Math.max(0, seen) + 0.5) / (cells + 0.5 * kinds));
    const near =
      (this.lengths.get(features.length) ?? 0) -
      less +
      ((this.lengths.get(features.length - 1) ?? 0) +
        (this.lengths.get(features.length + 1) ?? 0)) /
        2;
    const known = (this.values.get(features.value) ?? 0) - less;
    return (
      share((this.starts.get(features.start) ?? 0) - less, 8) +
      share(near, 10) +
      share((this.lasts.get(features.last) ?? 0) - less, 30) +
      (known > 0 ? 2 : this.isClosed() ? -2 : 0)
    );
  }

  /** Share of the rows that fill the column, never quite none or all of them. */
  fill(rows: number): number {
    return (this.cells + 0.5) / (rows + 1);
  }

  /** Whether the column draws on a few values that come again and again. */
  private isClosed(): boolean {
    return this.cells >= 8 && this.values.size * 3 <= this.cells;
  }
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
