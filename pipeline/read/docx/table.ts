import type { WrittenCell } from '../../tables/written/written-table.js';
import { childOf, type XmlElement } from '../xml/xml-element.js';
import { numberOf, stringOf, switchOf } from './on-off.js';

/** Word itself allows 63 columns. */
const MOST_COLUMNS = 300;

/** A row of a table with its shown cells. */
export interface WordRow {
  readonly isHeader: boolean;
  readonly cells: readonly WordRowCell[];
}

export interface WordRowCell {
  readonly element: XmlElement;
  /** First column of the grid that it takes up, from 0. */
  readonly column: number;
  readonly span: number;
  /** Whether it goes on with the cell above. */
  readonly continues: boolean;
}

/** The rows of `w:tbl` that are shown once all changes are accepted. */
export function rowsOf(table: XmlElement): WordRow[] {
  return inside(table, 'w:tr').flatMap((row) => {
    const properties = childOf(row, 'w:trPr');
    if (childOf(properties, 'w:del') !== null || switchOf(properties, 'w:hidden')) return [];
    const cells = cellsOf(row, Math.max(0, numberOf(properties, 'w:gridBefore') ?? 0));
    return cells.length === 0
      ? []
      : [{ isHeader: switchOf(properties, 'w:tblHeader') ?? false, cells }];
  });
}

function cellsOf(row: XmlElement, before: number): WordRowCell[] {
  const cells: WordRowCell[] = [];
  let column = Math.min(before, MOST_COLUMNS);
  for (const element of inside(row, 'w:tc')) {
    const properties = childOf(element, 'w:tcPr');
    if (childOf(properties, 'w:cellDel') !== null) continue;
    const span = Math.max(1, numberOf(properties, 'w:gridSpan') ?? 1);
    const last = cells.at(-1);
    if (mergeOf(properties, 'w:hMerge') === 'continue' && last) {
      cells[cells.length - 1] = { ...last, span: last.span + span };
    } else if (column < MOST_COLUMNS) {
      const continues = mergeOf(properties, 'w:vMerge') === 'continue';
      cells.push({ element, column, span, continues });
    }
    column += span;
  }
  return cells;
}

/** `w:vMerge` without a value goes on; null where it does not stand. */
function mergeOf(properties: XmlElement | null, name: string): 'restart' | 'continue' | null {
  if (childOf(properties, name) === null) return null;
  return stringOf(properties, name) === 'restart' ? 'restart' : 'continue';
}

/** Elements of a name, also those that content controls and the like wrap. */
function inside(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.flatMap((child): XmlElement[] => {
    if (typeof child === 'string') return [];
    if (child.name === name) return [child];
    return WRAPPERS.has(child.name) ? inside(child, name) : [];
  });
}

const WRAPPERS: ReadonlySet<string> = new Set([
  'w:sdt',
  'w:sdtContent',
  'w:customXml',
  'w:ins',
  'w:moveTo',
  'w:smartTag',
]);

/**
 * The cells of some rows, each once: a cell that goes on below spans the rows.
 * @param words gives a cell's words; asked for each shown cell once, in reading order
 */
export function writtenCells(
  rows: readonly WordRow[],
  words: (cell: XmlElement) => string,
): WrittenCell[] {
  const cells: (WrittenCell & { row_span: number })[] = [];
  let above = new Map<number, WrittenCell & { row_span: number }>();
  rows.forEach((row, index) => {
    const here = new Map<number, WrittenCell & { row_span: number }>();
    for (const { element, column, span, continues } of row.cells) {
      const over = continues ? above.get(column) : undefined;
      const upper = over?.column_span === span ? over : undefined;
      if (upper) upper.row_span++;
      const text = upper ? '' : words(element);
      const cell = upper ?? { row: index, column, row_span: 1, column_span: span, text };
      if (!upper) cells.push(cell);
      here.set(column, cell);
    }
    above = here;
  });
  return cells;
}
