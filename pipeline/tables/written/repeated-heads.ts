import type { SetApartRow, WrittenCell, WrittenTable } from './written-table.js';

/**
 * Takes the rows out of a table that say its head again, as sheets made for printing do on each
 * page. Their words are kept apart.
 */
export function withoutRepeatedHeads<C extends WrittenCell>(
  table: WrittenTable<C>,
): WrittenTable<C> {
  const { cells, rows, header_rows } = table;
  if (header_rows === 0 || rows <= header_rows) return table;
  const byRow: C[][] = Array.from({ length: rows }, () => []);
  for (const cell of cells) byRow[cell.row]!.push(cell);
  const head = byRow.slice(0, header_rows).map(signature);
  const repeats: SetApartRow[] = [];
  const kept: C[] = [];
  let dropped = 0;
  for (let row = 0; row < rows; row++) {
    if (row >= header_rows && head.every((words, at) => says(byRow[row + at], words))) {
      for (let at = 0; at < header_rows; at++) {
        const words = byRow[row + at]!.map(({ text }) => text).join('\t');
        repeats.push({ before: row - dropped, words });
      }
      dropped += header_rows;
      row += header_rows - 1;
    } else for (const cell of byRow[row]!) kept.push({ ...cell, row: row - dropped });
  }
  return dropped === 0 ? table : { ...table, cells: kept, rows: rows - dropped, repeats };
}

const says = (row: readonly WrittenCell[] | undefined, words: string): boolean =>
  row !== undefined && words !== '' && signature(row) === words;

const signature = (row: readonly WrittenCell[]): string =>
  row.map(({ column, text }) => `${column}:${text.replace(/\s+/g, '')}`).join('|');
