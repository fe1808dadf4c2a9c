/** Columns that a character takes where Han characters and full-width marks count two. */
const widthOf = (code: number): number =>
  code < 0x1100 || (code > 0x2000 && code < 0x2e80) ? 1 : 2;

/** How a tool counts the columns of a line: a Han character as two, signs of boxes too, or every character as one. */
export type Measure = 'wide' | 'wide_boxes' | 'single';

function widthBy(measure: Measure, code: number): number {
  if (measure === 'single') return 1;
  return measure === 'wide_boxes' && code >= 0x2500 && code < 0x2580 ? 2 : widthOf(code);
}

/** Offsets in a line (from its start) of display columns, ascending; the line's length beyond it. */
export function offsetsOfColumns(
  line: string,
  columns: readonly number[],
  measure: Measure,
): number[] {
  const offsets: number[] = [];
  let column = 0;
  let at = 0;
  for (const wanted of columns) {
    while (at < line.length && column < wanted) {
      column += widthBy(measure, line.charCodeAt(at));
      at++;
    }
    offsets.push(at);
  }
  return offsets;
}

/** The display column at which each offset of a line (ascending) stands. */
export function columnsOfOffsets(
  line: string,
  offsets: readonly number[],
  measure: Measure,
): number[] {
  const columns: number[] = [];
  let column = 0;
  let at = 0;
  for (const offset of offsets) {
    for (; at < offset; at++) column += widthBy(measure, line.charCodeAt(at));
    columns.push(column);
  }
  return columns;
}
