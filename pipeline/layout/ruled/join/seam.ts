import {
  type CellPair,
  type Draft,
  type JoinedCell,
  mergeRows,
  pairsAt,
  unitePairs,
  wordsOf,
} from './draft.js';

const SENTENCE_END = /[。；;！!？?]$/u;
const LABEL =
  /^(?:\d{1,3}[.．、）)]|[（(][\d一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]+、|[①-⑳]|\*)/u;

/** Where two pages of a table meet: the first row of the lower page. */
export interface Seam {
  readonly row: number;
  /** Whether the first column counts the rows, so that an empty number means no new row. */
  readonly counted: boolean;
}

/**
 * The draft with cells and rows that the page break cuts made whole: a merged cell goes on over the
 * next page's rows, and a row whose words go on is one row.
 */
export function mendSeam(draft: Draft, seam: Seam): Draft {
  const pairs = pairsAt(draft, seam.row);
  const first = pairs.find(({ below }) => below.column === 0);
  const unnumbered =
    seam.counted && first !== undefined && isEmpty(first.below) && !isEmpty(first.above);
  if (unnumbered) return mendNumbered(draft, seam.row, pairs, first);
  const extended = pairs.filter((pair) => isEmpty(pair.below) && goesOver(draft, pair));
  const left = pairs.filter((pair) => !extended.includes(pair));
  const cut = continuesByWords(left, extended);
  return (cut ? mergeRows(draft, seam.row) : null) ?? unitePairs(draft, extended);
}

const isEmpty = (cell: JoinedCell): boolean => wordsOf(cell) === '';

/** Whether an empty cell at a page's head is the rest of a merged cell: its column has such cells. */
function goesOver(draft: Draft, { above, below }: CellPair): boolean {
  if (isEmpty(above)) return false;
  if (above.row_span > 1 || below.row_span > 1) return true;
  return draft.cells.some(
    (cell) => cell.column === below.column && cell.row_span > 1 && cell.row > 0,
  );
}

/**
 * A row without its number goes on with the one above: all its cells do, but where measures have
 * rows of their own beside the number's cell, only a measure that is cut in mid-sentence.
 */
function mendNumbered(
  draft: Draft,
  row: number,
  pairs: readonly CellPair[],
  number: CellPair,
): Draft {
  const isFiner = ({ above, below }: CellPair): boolean =>
    !isEmpty(below) &&
    (below.row_span < number.below.row_span || above.row_span < number.above.row_span);
  const finer = pairs.filter(isFiner);
  const cut = finer.every(
    ({ above, below }) => isEmpty(above) || runsOn(wordsOf(above), wordsOf(below)),
  );
  const merged = cut ? mergeRows(draft, row) : null;
  return (
    merged ??
    unitePairs(
      draft,
      pairs.filter((pair) => !isFiner(pair)),
    )
  );
}

const runsOn = (above: string, below: string): boolean =>
  !SENTENCE_END.test(above) && !LABEL.test(below);

/**
 * In a table that does not count its rows the words alone tell: each cell that has words at the
 * page's head goes on with a full line that ends in mid-sentence, and another cell has none.
 */
function continuesByWords(left: readonly CellPair[], extended: readonly CellPair[]): boolean {
  const filled = left.filter(({ below }) => !isEmpty(below));
  const empty = left.filter(({ below }) => isEmpty(below));
  if (filled.length === 0 || empty.length === 0) return false;
  if (extended.some(({ below }) => below.row_span > 1)) return false;
  return filled.every(
    ({ above, below }) =>
      !isEmpty(above) && runsOn(wordsOf(above), wordsOf(below)) && endsFull(above),
  );
}

/** Whether the last line of a cell reaches its right border, but for a character or two. */
function endsFull(cell: JoinedCell): boolean {
  const part = cell.parts.at(-1)!;
  const last = part.lines.at(-1)?.at(-1);
  if (last === undefined) return false;
  return part.box.x1 - last.box.x1 <= 2.5 * last.size;
}
