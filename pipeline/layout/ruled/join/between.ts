import type { Box } from '../../../model/document.js';
import type { RuledTable } from '../ruled-table.js';

/** A page with its tables from top to bottom, and the lines of running text around them. */
export interface PageTables {
  readonly tables: readonly RuledTable[];
  /** Lines outside the tables; without running heads, feet and page numbers. */
  readonly lines: readonly { readonly text: string; readonly box: Box }[];
}

/** `续表`, `续上表`, `表1（续）`, `附件2 任务分解表（续）`: this page's table goes on from the last. */
const CONTINUED =
  /^(?:续(?:上|前)?表[\d.\-—一二三四五六七八九十]*|.{0,40}[（(]续(?:表|上表|前表|上页|\d{1,2})?[）)])$/u;
/** `单位：万元`, repeated above each page's part. */
const MEASURED_IN = /^[（(]?(?:金额|计量)?单位[:：].{1,12}$/u;

export interface PlacedTable {
  readonly on: PageTables;
  readonly table: RuledTable;
}

/**
 * Whether nothing but marks of continuation stands between two tables that follow each other: on
 * one page, or the one at a page's end, the other at the next page's head.
 */
export function nothingBetween(upper: PlacedTable, lower: PlacedTable): boolean {
  return linesBelow(upper, lower).length === 0 && onlyMarksAbove(upper, lower);
}

/** The lines under the upper table on its page that do not stand above the lower one. */
export function linesBelow(upper: PlacedTable, lower: PlacedTable): string[] {
  if (upper.on === lower.on) return [];
  return linesWithin(upper.on, upper.table.box.bottom, Number.POSITIVE_INFINITY);
}

/** Whether above the lower table stand only words that say that it goes on, or the same caption. */
export function onlyMarksAbove(upper: PlacedTable, lower: PlacedTable): boolean {
  const captions = new Set(linesWithin(upper.on, Number.NEGATIVE_INFINITY, upper.table.box.top));
  const from = upper.on === lower.on ? upper.table.box.bottom : Number.NEGATIVE_INFINITY;
  return linesWithin(lower.on, from, lower.table.box.top).every(
    (line) => CONTINUED.test(line) || MEASURED_IN.test(line) || captions.has(line),
  );
}

const linesWithin = ({ lines }: PageTables, from: number, to: number): string[] =>
  lines
    .filter(({ box }) => {
      const middle = (box.top + box.bottom) / 2;
      return middle >= from && middle <= to;
    })
    .map(({ text }) => text.replace(/\s+/gu, ''));
