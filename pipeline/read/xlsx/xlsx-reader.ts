import type { SourceDocument } from '../../model/document.js';
import { withoutRepeatedHeads } from '../../tables/written/repeated-heads.js';
import { zipNames } from '../archive/zip-names.js';
import { DocumentWriter } from '../document-writer.js';
import { ReadError } from '../read-error.js';
import type { Reader, ReaderInput } from '../reader.js';
import { columnName } from './reference.js';
import { type SheetBlock, sheetBlocks } from './sheet-blocks.js';
import { type ShownSheet, shownCells } from './shown-cells.js';
import { Workbook } from './workbook.js';

/** A name that nobody gave: Sheet1, 工作表 2. */
const GIVEN_NAME = /^(?:sheet|工作表|表)\s*\d*(?:\s*\(\d+\))?$/i;

/** Whether a line above a sheet's first table is its title, and not `附件1` or `单位：万元`. */
const isTitle = (block: SheetBlock, at: number, all: readonly SheetBlock[]): boolean =>
  'line' in block &&
  all.slice(at).some((below) => 'table' in below) &&
  all.slice(0, at).every((above) => 'line' in above) &&
  /^(?!附件|附表)[^。：；]{4,60}$/.test(block.line.trim());

/**
 * Excel workbooks (XLSX, XLSM), as Excel shows them: numbers in their formats, formulas by the
 * values that are stored. Hidden sheets, rows and columns are left out and warned of; of several sheets each
 * is headed by its title or its name. There are no pages.
 */
export const xlsxReader = {
  format: 'xlsx',
  sniff: ({ bytes }: ReaderInput): boolean => zipNames(bytes, 'xl/work'),
  async read({ bytes }: ReaderInput): Promise<SourceDocument> {
    const workbook = await Workbook.open(bytes);
    const writer = new DocumentWriter();
    const shown: { name: string; sheet: ShownSheet }[] = [];
    let unknownValues = 0;
    let struck = 0;
    for (const entry of workbook.sheets.filter(({ hidden }) => !hidden)) {
      const raw = await workbook.read(entry);
      const sheet = shownCells(raw);
      unknownValues += raw.unknownValues;
      struck += raw.struck;
      warnOfHidden(writer, entry.name, sheet);
      if (sheet.cells.length > 0) shown.push({ name: entry.name, sheet });
    }
    for (const { name, sheet } of shown) {
      const blocks = sheetBlocks(sheet);
      const title = shown.length > 1 ? blocks.findIndex(isTitle) : -1;
      const named = shown.length > 1 && title < 0 && !GIVEN_NAME.test(name.trim());
      if (named) writer.block('heading', name, 1);
      blocks.forEach((block, at) => {
        if ('table' in block) writer.table(withoutRepeatedHeads(block.table));
        else if (at === title) writer.block('heading', block.line, 1);
        else writer.block('paragraph', block.line);
      });
    }
    const hidden = workbook.sheets.filter((entry) => entry.hidden).map(({ name }) => name);
    if (hidden.length > 0) {
      writer.warn('hidden_sheets_left_out', hidden.join(', '));
    }
    if (unknownValues > 0) {
      writer.warn('formulas_without_value', String(unknownValues));
    }
    if (struck > 0) {
      writer.warn('struck_text_left_out', String(struck));
    }
    if (writer.count === 0) throw new ReadError('empty', 'The Excel file shows no words.');
    return writer.document('xlsx');
  },
} satisfies Reader;

function warnOfHidden(writer: DocumentWriter, name: string, sheet: ShownSheet): void {
  const { hiddenRows, hiddenColumns } = sheet;
  if (hiddenRows.length > 0) {
    const rows = stretches(hiddenRows, (row) => String(row + 1));
    writer.warn('hidden_rows_left_out', `${name}: ${rows}`);
  }
  if (hiddenColumns.length > 0) {
    const columns = stretches(hiddenColumns, columnName);
    writer.warn('hidden_columns_left_out', `${name}: ${columns}`);
  }
}

/** `3–7, 9`: ascending numbers with those that follow each other drawn together. */
function stretches(numbers: readonly number[], nameOf: (number: number) => string): string {
  const found: [number, number][] = [];
  for (const number of numbers) {
    const last = found.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else found.push([number, number]);
  }
  return found
    .map(([from, to]) => (from === to ? nameOf(from) : `${nameOf(from)}–${nameOf(to)}`))
    .join(', ');
}
