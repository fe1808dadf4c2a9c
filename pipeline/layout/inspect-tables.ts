import type { Cell, SourceDocument, Table } from '../model/document.js';

/** A table for people and programs to look at. */
export interface TableListing {
  /** Page on which it begins; null for formats without pages. */
  readonly page: number | null;
  /** Each cell's text at its upper left place; null where a merged cell covers the place. */
  readonly rows: readonly (readonly (string | null)[])[];
}

/** The tables of a document in reading order. */
export function inspectTables(document: SourceDocument): TableListing[] {
  return document.blocks.flatMap(({ table, page }) =>
    table === null ? [] : [{ page, rows: rowsOf(table, document) }],
  );
}

function rowsOf(table: Table, document: SourceDocument): (string | null)[][] {
  const rows = Array.from({ length: table.rows }, () =>
    new Array<string | null>(table.columns).fill(null),
  );
  for (const cell of table.cells) {
    const row = rows[cell.row];
    if (row !== undefined && cell.column < row.length) row[cell.column] = textOf(cell, document);
  }
  return rows;
}

const textOf = (cell: Cell, { source }: SourceDocument): string =>
  cell.spans.map(({ start, end }) => source.text.slice(start, end)).join('\n');
