import { ReadError } from '../read-error.js';
import { readXmlParts, type XmlOptions } from '../xml/read-xml.js';
import { childOf, childrenOf, type XmlElement } from '../xml/xml-element.js';
import { type CellValues, cellWords } from './cell-value.js';
import { readPlace, readRange, type SheetRange } from './reference.js';

const MOST_CELLS = 1_000_000;
const MOST_CHARACTERS = 50_000_000;

/** A cell that holds words; row and column count from 0. */
export interface RawSheetCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** A sheet as its file gives it. */
export interface RawSheet {
  /** Cells with words, by row and then by column. */
  readonly cells: readonly RawSheetCell[];
  readonly merged: readonly SheetRange[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly isHiddenColumn: (column: number) => boolean;
  /** Formulas that never were worked out. */
  readonly unknownValues: number;
  /** Cells of which something is struck through. */
  readonly struck: number;
}

/** @throws ReadError `damaged`, or `too_complex` where a sheet holds more than people write. */
export async function readSheet(
  chunks: AsyncIterable<Uint8Array>,
  options: XmlOptions,
  values: CellValues,
): Promise<RawSheet> {
  const cells: RawSheetCell[] = [];
  const hiddenRows = new Set<number>();
  let characters = 0;
  let unknownValues = 0;
  let struck = 0;
  let nextRow = 0;
  const rest = await readXmlParts(chunks, options, new Set(['row']), (element) => {
    const row = readRowNumber(element.attributes.r) ?? nextRow;
    nextRow = row + 1;
    if (isOn(element.attributes.hidden)) hiddenRows.add(row);
    let nextColumn = 0;
    for (const cell of childrenOf(element, 'c')) {
      const column = readPlace(cell.attributes.r ?? '')?.column ?? nextColumn;
      nextColumn = column + 1;
      const words = cellWords(cell, values);
      if (words === null) unknownValues++;
      if (words?.struck) struck++;
      const text = words?.words.replace(/\r\n?/g, '\n').trim() ?? '';
      if (text === '') continue;
      characters += text.length;
      cells.push({ row, column, text });
    }
    if (cells.length > MOST_CELLS || characters > MOST_CHARACTERS) throw tooBig(options.path);
  });
  if (rest.name !== 'worksheet') {
    throw new ReadError('damaged', `The Excel file is damaged: ${options.path} is no sheet.`);
  }
  return {
    cells: inOrder(cells),
    merged: mergedRanges(rest),
    hiddenRows,
    isHiddenColumn: hiddenColumns(rest),
    unknownValues,
    struck,
  };
}

function readRowNumber(number: string | undefined): number | null {
  return number !== undefined && /^\d{1,7}$/.test(number) ? Number(number) - 1 : null;
}

function inOrder(cells: RawSheetCell[]): RawSheetCell[] {
  return cells.sort((a, b) => a.row - b.row || a.column - b.column);
}

function mergedRanges(sheet: XmlElement): SheetRange[] {
  const list = childOf(sheet, 'mergeCells');
  return (list === null ? [] : childrenOf(list, 'mergeCell')).flatMap(({ attributes }) => {
    const range = readRange(attributes.ref ?? '');
    return range === null ? [] : [range];
  });
}

function hiddenColumns(sheet: XmlElement): (column: number) => boolean {
  const hidden = childrenOf(sheet, 'cols')
    .flatMap((columns) => childrenOf(columns, 'col'))
    .filter(({ attributes }) => isOn(attributes.hidden))
    .map(({ attributes }) => [Number(attributes.min) - 1, Number(attributes.max) - 1] as const);
  return (column) => hidden.some(([first, last]) => column >= first && column <= last);
}

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true';

function tooBig(path: string): ReadError {
  return new ReadError(
    'too_complex',
    `The file is refused: ${path} inside holds over ${MOST_CELLS} cells or ${MOST_CHARACTERS} characters.`,
  );
}
