import { headerRowsAt } from '../typed/header.js';
import type { RawRow } from '../typed/raw-rows.js';
import type { WrittenCell } from './written-table.js';

const MOST_HEADER_ROWS = 4;
const LONGEST_HEAD = 16;
/** What stands in no head: a sentence, a number, a label that groups rows. */
const NO_HEAD =
  /[。；;]|^[\d.,%％+-]+$|^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）])/;

/** How many rows at the top hold heads that notices' tables use. */
export const knownHeaderRows = (cells: readonly WrittenCell[]): number =>
  headerRowsAt(topRows(cells));

/**
 * How many rows at the top name the columns, told by their words: rows of heads that notices use,
 * else one row whose cells are all short.
 */
export function headerRowsByWords(cells: readonly WrittenCell[], rows: number): number {
  const found = knownHeaderRows(cells);
  if (found > 0) return extendOverSpans(cells, found, rows);
  const first = cells.filter((cell) => cell.row === 0);
  const heads = first.length >= 2 && first.every((cell) => isShortHead(cell.text));
  return heads && rows > 1 ? extendOverSpans(cells, 1, rows) : 0;
}

/** Header rows go as far down as the cells that begin in them, where that is not far. */
export function extendOverSpans(
  cells: readonly WrittenCell[],
  found: number,
  rows: number,
): number {
  const reach = cells
    .filter((cell) => cell.row < found)
    .reduce((lowest, cell) => Math.max(lowest, cell.row + cell.row_span), found);
  return reach <= MOST_HEADER_ROWS && reach < rows ? reach : found;
}

function isShortHead(text: string): boolean {
  const words = text.replace(/\s+/g, '');
  return words !== '' && words.length <= LONGEST_HEAD && !NO_HEAD.test(words);
}

/** The first rows in the form in which tables typed as text have them: covered places are empty. */
function topRows(cells: readonly WrittenCell[]): RawRow[] {
  const texts: string[][] = [];
  for (const { row, column, text } of cells) {
    if (row > MOST_HEADER_ROWS) break;
    while (texts.length <= row) texts.push([]);
    const words = texts[row]!;
    while (words.length < column) words.push('');
    words[column] = text.replace(/\s+/g, '');
  }
  return texts.map((words) => ({
    cells: words.map((text) => ({ spans: [], text })),
    blocks: [],
    apart: false,
  }));
}
