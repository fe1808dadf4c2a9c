import type { Box } from '../../model/document.js';
import type { PrintedRow, RuleBand } from './rule-bands.js';

/** Rows with fewer words apart from each other begin no table. */
const FEWEST_COLUMNS = 3;
/** Rows of a table stand no further apart than this many times their height. */
const FURTHEST = 3;

/**
 * Bands of rows that no line marks: from a row of three and more words apart from each other on, as
 * long as rows follow whose words stand apart, too, or go on below one of them.
 */
export function freeBands(rows: readonly PrintedRow[]): RuleBand[] {
  const boxed = rows
    .map((row) => ({ row, box: boxOf(row) }))
    .sort((one, other) => one.box.top - other.box.top);
  const bands: RuleBand[] = [];
  for (let at = 0; at < boxed.length; ) {
    let end = at + 1;
    if (boxed[at]!.row.length >= FEWEST_COLUMNS) {
      while (end < boxed.length && goesOn(boxed[end - 1]!, boxed[end]!)) end++;
    }
    const band = boxed.slice(at, end);
    if (band.length >= 3) bands.push(bandOf(band));
    at = end;
  }
  return bands;
}

interface BoxedRow {
  readonly row: PrintedRow;
  readonly box: Box;
}

function goesOn(above: BoxedRow, below: BoxedRow): boolean {
  const height = Math.max(above.box.bottom - above.box.top, below.box.bottom - below.box.top);
  if (below.box.top - above.box.bottom > height * FURTHEST) return false;
  if (below.row.length >= 2) return true;
  // The rest of a cell, or a number beside cells of two lines: no wider than what stands above.
  const [only] = below.row;
  return above.row.some(({ box }) => only!.box.x0 >= box.x0 - 1 && only!.box.x1 <= box.x1 + height);
}

function bandOf(rows: readonly BoxedRow[]): RuleBand {
  const box = boxOf(rows.flatMap(({ row }) => row));
  return { box, head: [rows[0]!.row], body: rows.slice(1).map(({ row }) => row) };
}

function boxOf(segments: PrintedRow): Box {
  const boxes = segments.map(({ box }) => box);
  return {
    x0: Math.min(...boxes.map(({ x0 }) => x0)),
    top: Math.min(...boxes.map(({ top }) => top)),
    x1: Math.max(...boxes.map(({ x1 }) => x1)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}
