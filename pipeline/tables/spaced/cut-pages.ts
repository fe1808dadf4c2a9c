import { areasOf, type ColumnPlaces, columnEdges, columnWidths, placesOf } from './columns.js';
import { cutLine } from './cut-line.js';
import type { SpacedHead } from './header.js';
import type { Cut, SpacedLine } from './pieces.js';

/** Times that lines are cut anew by what the cuts before told of the columns. */
const PASSES = 3;

/** The lines of one page of a table. */
export interface TablePage {
  readonly heads: readonly SpacedHead[];
  /** The header's lines; empty where the page does not repeat it. */
  readonly header: readonly SpacedLine[];
  readonly lines: readonly SpacedLine[];
}

/** The lines of all pages by columns, cut anew with what the cuts before told. */
export function cutPages(
  pages: readonly TablePage[],
  heads: readonly SpacedHead[],
): { cuts: (readonly Cut[])[][]; widths: number[] } {
  const all = pages.flatMap(({ lines }) => lines);
  let places: (readonly ColumnPlaces[])[] = pages.map(({ heads, lines }) =>
    areasOf(heads, columnEdges(heads, lines)),
  );
  const cutAll = (): (readonly Cut[])[][] =>
    pages.map(({ lines }, page) => lines.map(({ words }) => cutLine(words, places[page]!)));
  let cuts = cutAll();
  let widths: number[] = [];
  for (let pass = 0; pass < PASSES; pass++) {
    widths = columnWidths(heads, all, cuts.flat());
    places = pages.map(({ heads, lines }, page) => placesOf(heads, widths, lines, cuts[page]!));
    cuts = cutAll();
  }
  return { cuts, widths };
}
