import { readFileSync } from 'node:fs';
import type { Block, SourceDocument, Table } from '../../pipeline/model/document.js';
import { SourceText } from '../../pipeline/model/source-text.js';

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
