/** Column lines of two pages within this distance, in points, are the same line. */
const SAME_LINE = 4;
/** The same for columns that only the words' places tell. */
const SAME_GAP = 15;

/** The columns of two tables as columns of one. */
export interface CommonColumns {
  /** Column lines of the joined table, where the upper one has its own. */
  readonly edges: readonly number[];
  /** For each column line of the upper and the lower table, which line of the joined one it is. */
  readonly upper: readonly number[];
  readonly lower: readonly number[];
}

/**
 * Whether the columns of one table go on in another: both end at the same width, and every line of
 * one is a line of the other (a page whose cells are all merged has fewer). Pages may be shifted
 * against each other, as left and right pages are. Null where they are other columns.
 */
export function commonColumns(
  upper: readonly number[],
  lower: readonly number[],
  basis: 'ruled' | 'aligned' = 'ruled',
): CommonColumns | null {
  const reach = basis === 'ruled' ? SAME_LINE : SAME_GAP;
  const shift = lower[0]! - upper[0]!;
  const moved = lower.map((edge) => edge - shift);
  if (Math.abs(moved.at(-1)! - upper.at(-1)!) > reach) return null;
  const finer = upper.length >= moved.length ? upper : moved;
  const coarser = finer === upper ? moved : upper;
  const places = coarser.map((edge) => nearest(finer, edge, reach));
  if (places.includes(-1) || new Set(places).size !== places.length) return null;
  const own = finer.map((_, index) => index);
  return finer === upper
    ? { edges: upper, upper: own, lower: places }
    : { edges: moved, upper: places, lower: own };
}

function nearest(edges: readonly number[], position: number, reach: number): number {
  let best = 0;
  edges.forEach((edge, index) => {
    if (Math.abs(edge - position) < Math.abs(edges[best]! - position)) best = index;
  });
  return Math.abs(edges[best]! - position) <= reach ? best : -1;
}
