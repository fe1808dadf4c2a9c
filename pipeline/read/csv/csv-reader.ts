import { type CsvError, parse } from 'csv-parse/sync';
import type { SourceDocument } from '../../model/document.js';
import { withLostMerges } from '../../tables/written/lost-merges.js';
import { withoutRepeatedHeads } from '../../tables/written/repeated-heads.js';
import { withoutShiftedCells } from '../../tables/written/shifted-rows.js';
import { headsWork } from '../../tables/written/work-head.js';
import type { WrittenCell } from '../../tables/written/written-table.js';
import { DocumentWriter } from '../document-writer.js';
import { ReadError } from '../read-error.js';
import type { Reader, ReaderInput } from '../reader.js';
import { sheetBlocks } from '../xlsx/sheet-blocks.js';
import { delimiterOf } from './delimiter.js';

const TABLE_NAME = /\.(?:csv|tsv)$/i;

/**
 * A table that a spreadsheet program has saved as text (CSV, TSV): the lines above its head are lines,
 * the rest is a table, as on a sheet of a workbook. There are no pages and no merged cells.
 */
export const csvReader = {
  format: 'csv',
  sniff: ({ name }: ReaderInput): boolean => TABLE_NAME.test(name),
  read(input: ReaderInput): SourceDocument {
    const { text, warnings } = input.decoded;
    const rows = rowsOf(text);
    if (rows.some(holdsWords) && !rows.some(headsWork)) throw noWork();
    const rowNumbers = rows.flatMap((row, at) => (holdsWords(row) ? [at] : []));
    const cells = rowNumbers.flatMap((number, at) => cellsOf(rows[number]!, at));
    const writer = new DocumentWriter();
    writer.warnings.push(...warnings);
    const columns = cells.reduce((most, { column }) => Math.max(most, column + 1), 0);
    // A spreadsheet program writes all rows to the same length, so that a column may go without a head.
    const ragged = new Set(rows.map((row) => row.length)).size > 1;
    let restored = 0;
    for (const block of sheetBlocks({ cells, rowNumbers, columns })) {
      if ('table' in block) {
        const merged = withLostMerges(withoutRepeatedHeads(block.table));
        restored += merged.restored;
        writer.table(ragged ? withoutShiftedCells(merged.table) : merged.table);
      } else writer.block('paragraph', block.line);
    }
    if (restored > 0) writer.warn('merged_cells_inferred', String(restored));
    if (writer.count === 0) throw new ReadError('empty', 'The table holds no words.');
    return writer.document('csv');
  },
} satisfies Reader;

/** @throws ReadError `damaged` where a quotation mark is left open or stands in a word */
function rowsOf(text: string): string[][] {
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
    });
  } catch (error) {
    const { message } = error as CsvError;
    throw new ReadError('damaged', `The table is not written as CSV should be: ${message}.`);
  }
}

/** A table of documents, a row each, is a container; read as one document it would have no task, and nobody would know why. */
const noWork = (): ReadError =>
  new ReadError(
    'unsupported_format',
    'No row of this table names responsible bodies and two other columns of a table of work. A table of documents, a row each, is read by gongwen extract FILE --text-field COLUMN.',
  );

const holdsWords = (row: readonly string[]): boolean => row.some((words) => words.trim() !== '');

const cellsOf = (row: readonly string[], at: number): WrittenCell[] =>
  row.flatMap((words, column) => {
    const text = words.trim();
    return text === '' ? [] : [{ row: at, column, row_span: 1, column_span: 1, text }];
  });
