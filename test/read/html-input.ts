import type { SourceDocument } from '../../pipeline/model/document.js';
import { htmlDocument } from '../../pipeline/read/html/html-document.js';
import { ReaderInput } from '../../pipeline/read/reader.js';
import { toUtf8 } from './encode.js';

/** Reads a page given as its source or its bytes. */
export function readHtml(page: string | Uint8Array, name = 'a.html'): SourceDocument {
  const bytes = typeof page === 'string' ? toUtf8(page) : page;
  return htmlDocument(new ReaderInput(bytes, name, { encoding: null }));
}

/** Each block as `kind: words`, pieces parted by `¦`; a table as its rows. */
export function shown(document: SourceDocument): (string | (string | null)[][])[] {
  const words = (spans: readonly { start: number; end: number }[]): string =>
    spans.map(({ start, end }) => document.source.text.slice(start, end)).join('¦');
  return document.blocks.map((block) => {
    if (!block.table) return `${block.kind}${block.level ?? ''}: ${words(block.spans)}`;
    const rows = Array.from({ length: block.table.rows }, () =>
      new Array<string | null>(block.table!.columns).fill(null),
    );
    for (const cell of block.table.cells) rows[cell.row]![cell.column] = words(cell.spans);
    return rows;
  });
}

/** Running text of an article, long enough to be told from a page's frame. */
export const RUNNING =
  '为深入贯彻落实市委市政府决策部署，构建服务新体系，助力打造营商环境最优市，特制定本方案。';
