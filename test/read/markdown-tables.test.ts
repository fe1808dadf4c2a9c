import { describe, expect, it } from 'vitest';
import { markdownReader } from '../../pipeline/read/markdown/markdown-reader.js';
import { cellAt } from '../../pipeline/tables/grid.js';

const read = (text: string) =>
  markdownReader.read({
    name: 'a.md',
    bytes: new Uint8Array(),
    decoded: { text, encoding: 'utf-8', warnings: [] },
  } as never);

/** The kinds of the blocks with their words; of a table, its rows. */
function shown(text: string): unknown[] {
  const document = read(text);
  const words = (spans: readonly { start: number; end: number }[]): string =>
    spans.map(({ start, end }) => document.source.text.slice(start, end)).join('/');
  return document.blocks.map(({ kind, spans, table }) => {
    if (table === null) return `${kind}: ${words(spans)}`;
    return Array.from({ length: table.rows }, (_, row) =>
      Array.from({ length: table.columns }, (_, column) => {
        const cell = cellAt(table, row, column);
        return cell === null ? '' : words(cell.spans);
      }).join(' | '),
    );
  });
}

describe('HTML tables in Markdown', () => {
  it('are read with their heads, paragraphs and line breaks', () => {
    const text = [
      '附件：',
      '',
      '<table>',
      '<thead><tr class="header"><th>序号</th><th>任务</th><th>责任单位</th></tr></thead>',
      '<tbody>',
      '<tr><td>1</td><td><p>1.建成平台。</p>',
      '<p>2.推广',
      '应用。</p></td><td>市公安局<br/>市民政局</td></tr>',
      '</tbody></table>',
      '',
      '以上任务抓紧落实。',
    ].join('\n');
    expect(shown(text)).toEqual([
      'line: 附件：',
      ['序号 | 任务 | 责任单位', '1 | 1.建成平台。/2.推广/应用。 | 市公安局/市民政局'],
      'line: 以上任务抓紧落实。',
    ]);
  });

  it('keep cells over rows and columns, and words on the same line beside them', () => {
    const text =
      '表1<html><body><table><tr><td colspan="3">2025年任务清单</td></tr><tr><td>序号</td><td>领域</td><td>任务</td></tr>' +
      '<tr><td>1</td><td rowspan=2>医保</td><td>扩大参保</td></tr><tr><td>2</td><td>提高待遇</td></tr></table></body></html>注：略';
    expect(shown(text)).toEqual([
      'line: 表1',
      'paragraph: 2025年任务清单',
      ['序号 | 领域 | 任务', '1 | 医保 | 扩大参保', '2 | 医保 | 提高待遇'],
      'line: 注：略',
    ]);
  });

  it('that stand in a cell give its lines', () => {
    const text =
      '<table><tr><th>任务</th><th>单位</th></tr><tr><td>建平台<table><tr><td>率</td><td>95%</td></tr></table></td><td>市公安局</td></tr></table>';
    expect(shown(text)).toEqual([['任务 | 单位', '建平台/率/95% | 市公安局']]);
  });

  it('that are never closed stay lines', () => {
    expect(shown('<table>\n一、总则')).toContain('line: 一、总则');
  });
});

describe('tables of pipes whose cells hold paragraphs', () => {
  it('are read with rows over many lines', () => {
    const text = [
      '| \n任务\n\n | \n\n单位\n\n |',
      '| --- | --- |',
      '| \n\n建成平台。\n\n推广应用。\n\n | \n\n市数据局\n\n市财政局\n\n |',
      '| \n\n编制\\|目录\n\n | 市司法局 |',
      '',
      '抓紧落实。',
    ].join('\n');
    expect(shown(text)).toEqual([
      ['任务 | 单位', '建成平台。/推广应用。 | 市数据局/市财政局', '编制/|目录 | 市司法局'],
      'line: 抓紧落实。',
    ]);
  });

  it('that lack cells stay lines, without their bars', () => {
    const text =
      '| \n\n领域\n\n | \n\n任务\n\n |\n| --- | --- |\n| \n\n医保\n\n | \n\n参保\n\n |\n| \n\n待遇\n\n |\n';
    expect(shown(text)).toEqual(
      ['领域', '任务', '医保', '参保', '待遇'].map((word) => `line: ${word}`),
    );
  });

  it('leave rows on lines of their own to the reader of pipes', () => {
    expect(shown('| 任务 | 单位 |\n| --- | --- |\n| 甲 | 乙 |')).toEqual([
      'line: | 任务 | 单位 |',
      'line: | --- | --- |',
      'line: | 甲 | 乙 |',
    ]);
  });
});
