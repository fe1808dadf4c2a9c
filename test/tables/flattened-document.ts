import { readFileSync } from 'node:fs';
import type { Block, SourceDocument, Table } from '../../pipeline/model/document.js';
import { SourceText } from '../../pipeline/model/source-text.js';
import { findFlattenedTables } from '../../pipeline/tables/flattened/index.js';

/** A document of line blocks, page marks as furniture, as the text reader gives it. */
export function linesDocument(text: string): SourceDocument {
  const blocks: Block[] = [];
  for (const line of text.matchAll(/[^\n]+/g)) {
    const words = line[0].trim();
    if (words === '') continue;
    const start = line.index + line[0].indexOf(words);
    blocks.push({
      kind: /^— \d+ —$/.test(words) ? 'furniture' : 'line',
      spans: [{ start, end: start + words.length }],
      page: null,
      box: null,
      level: null,
      table: null,
    });
  }
  return {
    version: 1,
    format: 'text',
    source: new SourceText(text),
    blocks,
    properties: { index_number: null, subject: null, published_on: null },
    warnings: [],
  };
}

/** An excerpt of a work breakdown as it comes out of a PDF. */
export const excerpt = (name: string): string =>
  readFileSync(new URL(`./flattened-${name}.txt`, import.meta.url), 'utf8');

/** The words of a span without white space. */
export const wordsAt = (text: string, span: { start: number; end: number }): string =>
  text.slice(span.start, span.end).replace(/\s+/g, '');

/** A table's cells as lists of entries: `rows[row][column]`. */
export function entriesOf(text: string, table: Table): string[][][] {
  const rows: string[][][] = Array.from({ length: table.rows }, () => []);
  for (const cell of table.cells) {
    rows[cell.row]![cell.column] = cell.spans.map((span) => wordsAt(text, span));
  }
  return rows;
}

/** What is found of tables in a text, its words without white space. */
export interface Found {
  readonly tables: Table[];
  readonly rows: string[][][];
  readonly lines: string[];
  readonly furniture: string[];
  readonly warnings: string[];
}

export function find(text: string): Found {
  const { blocks, warnings } = findFlattenedTables(linesDocument(text));
  const tables = blocks.flatMap(({ table }) => table ?? []);
  const words = (kind: string): string[] =>
    blocks
      .filter((block) => block.kind === kind)
      .map(({ spans }) => spans.map((span) => wordsAt(text, span)).join(''));
  return {
    tables,
    rows: tables[0] ? entriesOf(text, tables[0]) : [],
    lines: words('line'),
    furniture: words('furniture'),
    warnings: warnings.map(({ code, message }) => `${code}: ${message}`),
  };
}

/** The rows below the header, entries of a cell joined with |. */
export const plain = (rows: string[][][]): string[][] =>
  rows.slice(1).map((row) => row.map((cell) => cell.join('|')));
