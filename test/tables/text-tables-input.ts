import type { Block, SourceDocument } from '../../pipeline/model/document.js';
import { readTextSource } from '../../pipeline/read/index.js';
import { cellAt } from '../../pipeline/tables/grid.js';
import { findTextTables } from '../../pipeline/tables/typed/index.js';

export function read(text: string): SourceDocument {
  return readTextSource(
    { bytes: new TextEncoder().encode(text), name: 'notice.txt' },
    { encoding: null },
  );
}

export const words = (document: SourceDocument, block: Pick<Block, 'spans'>): string =>
  block.spans.map((span) => document.source.text.slice(span.start, span.end)).join('');

/** Each table as rows of the words that each row and column holds. */
export function tablesOf(text: string): string[][][] {
  const document = read(text);
  return findTextTables(document).blocks.flatMap(({ table }) => {
    if (table === null) return [];
    const rows = Array.from({ length: table.rows }, (_, row) =>
      Array.from({ length: table.columns }, (_, column) => {
        const cell = cellAt(table, row, column);
        return cell === null ? '' : words(document, cell);
      }),
    );
    return [rows];
  });
}

/** Two header rows, the first with a head over three columns. */
export const HEADS = '序号\t服务事项\t\t\t责任部门\n\t一级分类\t二级分类\t服务简介\t\n';
