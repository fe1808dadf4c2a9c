/** Part of the width that a justified row fills at the least. */
const FULL = 0.88;
/** Part of the width that pieces of one row come to, and what they may exceed it by. */
const SAME_ROW = { least: 0.93, most: 1.05 } as const;
/** Columns by which the first row of a paragraph is indented, and so is short of the others. */
const INDENT = { least: 3.5, most: 6.5 } as const;
/** Pieces that a row was ever broken into. */
const MOST_PIECES = 10;

/**
 * Follows the printed rows of a page through its lines. Extraction breaks a row at its marks
 * (`提升出口退税便利度。` + `推动出口退税证明电子化开具和使用，` + …), so a line is often a piece of a row: pieces
 * add up to the width, and only what does not is the end of a paragraph.
 */
export class PrintedRow {
  private filled = 0;

  /** Takes the next piece; true where the row ends with it, at the margin. */
  add(columns: number, width: number): boolean {
    const sum = this.filled + columns;
    this.filled = sum > width * SAME_ROW.most ? columns : sum;
    const full = this.filled >= width * FULL;
    if (full) this.filled = 0;
    return full;
  }

  /** A paragraph ended: the next piece begins a row. */
  restart(): void {
    this.filled = 0;
  }

  /** Whether the pieces that come next fill up the row that was begun. */
  isCompletedBy(next: readonly number[], width: number): boolean {
    return this.withNext(next, width) === 'full';
  }

  /** Whether the pieces that come next jump over the margin of the row that was begun. */
  isOverflownBy(next: readonly number[], width: number): boolean {
    return this.withNext(next, width) === 'beyond';
  }

  private withNext(next: readonly number[], width: number): 'full' | 'beyond' | 'open' {
    let sum = this.filled;
    if (sum === 0) return 'open';
    for (const columns of next.slice(0, MOST_PIECES)) {
      sum += columns;
      if (sum > width * SAME_ROW.most) return 'beyond';
      if (sum >= width * SAME_ROW.least) return 'full';
    }
    return 'open';
  }
}

/** Whether the pieces are a row that is short of the width by an indent: the first of a paragraph. */
export function isIndentedRow(pieces: readonly number[], width: number): boolean {
  let sum = 0;
  for (const columns of pieces.slice(0, MOST_PIECES)) {
    if (sum + columns > width * SAME_ROW.most) break;
    sum += columns;
  }
  return sum >= width - INDENT.most && sum <= width - INDENT.least;
}
