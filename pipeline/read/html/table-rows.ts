import { attribute, type ElementNode, isElement } from './dom.js';
import { isHidden } from './hidden.js';

/** A row of a `table` with its own cells; those of tables inside it are not among them. */
export interface TableRow {
  readonly cells: readonly ElementNode[];
  readonly inHead: boolean;
}

/** The rows of a table in the order in which they are shown: `thead` first, `tfoot` last. */
export function tableRows(table: ElementNode): TableRow[] {
  const head: TableRow[] = [];
  const body: TableRow[] = [];
  const foot: TableRow[] = [];
  for (const child of table.children) {
    if (!isElement(child) || isHidden(child)) continue;
    if (child.name === 'thead') addRows(head, child, true);
    else if (child.name === 'tfoot') addRows(foot, child, false);
    else if (child.name === 'tbody') addRows(body, child, false);
    else if (child.name === 'tr') body.push(rowOf(child, false));
  }
  return [...head, ...body, ...foot];
}

function addRows(rows: TableRow[], section: ElementNode, inHead: boolean): void {
  for (const child of section.children) {
    if (isElement(child) && child.name === 'tr' && !isHidden(child))
      rows.push(rowOf(child, inHead));
  }
}

function rowOf(row: ElementNode, inHead: boolean): TableRow {
  const cells = row.children.filter(
    (child): child is ElementNode =>
      isElement(child) && (child.name === 'td' || child.name === 'th') && !isHidden(child),
  );
  return { cells, inHead };
}

/** What browsers allow. */
const MOST_COLUMNS_SPANNED = 1000;
const MOST_ROWS_SPANNED = 65_534;

/** How many rows and columns a cell covers; `rows` is Infinity for `rowspan=0`, all that follow. */
export function spansOf(cell: ElementNode): { rows: number; columns: number } {
  const rows = spanOf(cell, 'rowspan', MOST_ROWS_SPANNED);
  return {
    rows: rows === 0 ? Number.POSITIVE_INFINITY : rows,
    columns: Math.max(1, spanOf(cell, 'colspan', MOST_COLUMNS_SPANNED)),
  };
}

function spanOf(cell: ElementNode, name: string, most: number): number {
  const value = Number.parseInt(attribute(cell, name), 10);
  return Number.isNaN(value) || value < 0 ? 1 : Math.min(value, most);
}
