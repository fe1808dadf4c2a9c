import type { Box } from '../../model/document.js';
import type { Segment } from '../lines/segments.js';
import type { Edge } from '../ruled/edge.js';

/** Printed rows of a page, each the segments that wide gaps part. */
export type PrintedRow = readonly Segment[];

/** What stands between the first and the last of horizontal lines that belong together. */
export interface RuleBand {
  readonly box: Box;
  /** Rows above the second line: they name the columns. */
  readonly head: readonly PrintedRow[];
  readonly body: readonly PrintedRow[];
}

/** Points by which the ends of lines of one table differ. */
const SAME_END = 6;
/** Lines of more widths than this are a drawing's. */
const MOST_WIDTHS = 100;
/** Share of rows with words apart from each other from which rows are a table's, not a text's. */
const TABULAR = 0.5;

/**
 * Bands between horizontal lines of one width that hold rows of words apart from each other: tables
 * that have lines above and below the head and at their foot, and none between columns.
 */
export function ruleBands(edges: readonly Edge[], rows: readonly PrintedRow[]): RuleBand[] {
  const bands: RuleBand[] = [];
  for (const lines of linesOfOneWidth(edges)) {
    let stretch: PrintedRow[][] = [];
    let first = 0;
    const close = (last: number): void => {
      if (stretch.length > 0) bands.push(bandOf(lines, first, last, stretch));
      stretch = [];
    };
    for (let index = 0; index + 1 < lines.length; index++) {
      const between = rowsBetween(rows, lines[index]!, lines[index + 1]!);
      if (isTabular(between, stretch.length === 0)) {
        if (stretch.length === 0) first = index;
        stretch.push(between);
      } else {
        close(index);
      }
    }
    close(lines.length - 1);
  }
  return bands;
}

/** Lines that begin and end at the same places, from the top; shorter ones part heads, not tables. */
function linesOfOneWidth(edges: readonly Edge[]): Edge[][] {
  const groups: Edge[][] = [];
  for (const edge of edges) {
    if (edge.direction !== 'horizontal' || edge.end - edge.start < 100) continue;
    const group = groups.find(
      ([one]) =>
        Math.abs(one!.start - edge.start) <= SAME_END && Math.abs(one!.end - edge.end) <= SAME_END,
    );
    if (group) group.push(edge);
    else if (groups.length < MOST_WIDTHS) groups.push([edge]);
  }
  return groups.filter(({ length }) => length >= 2);
}

function rowsBetween(rows: readonly PrintedRow[], upper: Edge, lower: Edge): PrintedRow[] {
  const within: PrintedRow[] = [];
  for (const row of rows) {
    const segments = row.filter(({ box }) => {
      const y = (box.top + box.bottom) / 2;
      const x = (box.x0 + box.x1) / 2;
      return (
        y > upper.position &&
        y < lower.position &&
        x > upper.start - SAME_END &&
        x < upper.end + SAME_END
      );
    });
    if (segments.length > 0) within.push(segments);
  }
  return within;
}

function isTabular(rows: readonly PrintedRow[], first: boolean): boolean {
  if (rows.length === 0) return false;
  if (rows.length === 1 && !first) return true;
  const parted = rows.filter(({ length }) => length >= 2).length;
  return parted >= rows.length * TABULAR;
}

function bandOf(
  lines: readonly Edge[],
  first: number,
  last: number,
  stretch: readonly PrintedRow[][],
): RuleBand {
  const { start: x0, end: x1, position: top } = lines[first]!;
  const [head, ...others] = stretch.length > 1 ? stretch : [[], ...stretch];
  return {
    box: { x0, top, x1, bottom: lines[last]!.position },
    head: head!,
    body: others.flat(),
  };
}
