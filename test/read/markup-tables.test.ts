import { describe, expect, it } from 'vitest';
import { readSource, readTextSource } from '../../pipeline/read/index.js';
import { dialectOf } from '../../pipeline/read/markdown/dialect.js';
import { cellAt } from '../../pipeline/tables/grid.js';
import { toUtf8 } from './encode.js';

const read = (text: string) =>
  readTextSource({ bytes: toUtf8(text), name: 'a.txt' }, { encoding: null });

/** The kinds of the blocks with their words; of a table, its rows. */
function shown(text: string): unknown[] {
  const document = read(text);
  const words = (spans: readonly { start: number; end: number }[]): string =>
    spans.map(({ start, end }) => document.source.text.slice(start, end)).join('/');
  return document.blocks.flatMap(({ kind, spans, table }): unknown[] => {
    if (kind === 'furniture') return [];
    if (table === null) return [`${kind}: ${words(spans)}`];
    const rows = Array.from({ length: table.rows }, (_, row) =>
      Array.from({ length: table.columns }, (_, column) => {
        const cell = cellAt(table, row, column);
        return cell === null ? '' : words(cell.spans);
      }).join(' | '),
    );
    return [{ heads: table.header_rows, rows }];
  });
}

describe('tables of AsciiDoc', () => {
  it('are read with cells of several lines and rows that are wrapped', () => {
    const text = [
      '附件',
      '',
      '[width="100%",cols="6%,50%,24%,20%",options="header",]',
      '|===',
      '|序号 |工作任务 |完成时限',
      '|责任单位',
      '|1 |建成数据平台 a|',
      '2026年',
      '',
      '年底前',
      '',
      '|*市数据局',
      '|2 |推广电子证照 |2027年 a|',
      '市司法局',
      '',
      '市财政局',
      '',
      '|===',
      '',
      '以上任务抓紧落实。',
    ].join('\n');
    expect(shown(text)).toEqual([
      'line: 附件',
      {
        heads: 1,
        rows: [
          '序号 | 工作任务 | 完成时限 | 责任单位',
          '1 | 建成数据平台 | 2026年/年底前 | *市数据局',
          '2 | 推广电子证照 | 2027年 | 市司法局/市财政局',
        ],
      },
      'line: 以上任务抓紧落实。',
    ]);
  });

  it('count their columns on the first line where no attribute names them', () => {
    const text = '|===\n|任务 |单位\n\n|建成平台\n|市数据局\n|编制目录 |市司法局\n|===\n';
    expect(shown(text)).toEqual([
      { heads: 1, rows: ['任务 | 单位', '建成平台 | 市数据局', '编制目录 | 市司法局'] },
    ]);
  });

  it('keep cells over rows and columns, and bars that are escaped', () => {
    const text = [
      '[cols="3*"]',
      '|===',
      '3+|任务清单',
      '|领域 |任务 |单位',
      '.2+|医保 |扩大参保 .2+|市医保局',
      '|提高\\|待遇',
      '|===',
    ].join('\n');
    expect(shown(text)).toEqual([
      'paragraph: 任务清单',
      {
        heads: 1,
        rows: ['领域 | 任务 | 单位', '医保 | 扩大参保 | 市医保局', '医保 | 提高/|待遇 | 市医保局'],
      },
    ]);
  });

  it('that are never closed stay lines', () => {
    expect(shown('== 一、总则\n== 二、任务\n|===\n|甲 |乙')).toContain('line: |甲 |乙');
  });
});

describe('tables of MediaWiki', () => {
  it('are read with what is said of their cells left out', () => {
    const text = [
      '{| class="wikitable"',
      '|+ 任务清单',
      '!width="8%"| 序号',
      '! 工作任务',
      '! 责任单位',
      '|-',
      '| 1',
      '| align="center"| 建成平台',
      '|',
      '*市数据局',
      '',
      '市财政局',
      '|-',
      "| 2 || '''编制目录''' || 市司法局",
      '|}',
    ].join('\n');
    expect(shown(text)).toEqual([
      'paragraph: 任务清单',
      {
        heads: 1,
        rows: [
          '序号 | 工作任务 | 责任单位',
          '1 | 建成平台 | *市数据局/市财政局',
          '2 | 编制目录 | 市司法局',
        ],
      },
    ]);
  });

  it('keep cells over rows and columns', () => {
    const text = [
      '{|',
      '! 领域 !! 任务 !! 单位',
      '|-',
      '| rowspan="2" | 医保 || 扩大参保 || 市医保局',
      '|-',
      '| 提高待遇 || 市财政局',
      '|}',
    ].join('\n');
    expect(shown(text)).toEqual([
      {
        heads: 1,
        rows: ['领域 | 任务 | 单位', '医保 | 扩大参保 | 市医保局', '医保 | 提高待遇 | 市财政局'],
      },
    ]);
  });

  it('tell back the groups of rows that a tool has lost', () => {
    const text =
      '{|\n! 序号\n! 领域\n! 任务\n|-\n| 1\n| 医保\n| 扩大参保\n|-\n| 2\n|\n| 提高待遇\n|}';
    expect(shown(text)).toEqual([
      { heads: 1, rows: ['序号 | 领域 | 任务', '1 | 医保 | 扩大参保', '2 | 医保 | 提高待遇'] },
    ]);
  });

  it('that stand in a cell give its lines', () => {
    const text = '{|\n! 任务 !! 单位\n|-\n| 建成平台\n{|\n| 率 || 95%\n|}\n| 市数据局\n|}\n落实。';
    expect(shown(text)).toEqual([
      { heads: 1, rows: ['任务 | 单位', '建成平台/率/95% | 市数据局'] },
      'line: 落实。',
    ]);
  });
});

describe('lines of AsciiDoc and MediaWiki', () => {
  it.each([
    ['== 一、总则\n\n== 二、任务', ['heading: 一、总则', 'heading: 二、任务']],
    ['== 一、总则 ==\n=== 甲 ===', ['heading: 一、总则', 'heading: 甲']],
    [
      '== 一、总则\n== 二、任务\n*1.建成平台。*推广应用。',
      ['heading: 一、总则', 'heading: 二、任务', 'line: 1.建成平台。/推广应用。'],
    ],
    [
      '== 一、总则\n== 二、任务\n*市数据局、*市司法局',
      ['heading: 一、总则', 'heading: 二、任务', 'line: *市数据局、*市司法局'],
    ],
    [
      "<span id=\"甲\"></span>\n== 一、总则 ==\n'''甲。'''乙\n[[File:a.png|图]]\n== 乙 ==",
      ['heading: 一、总则', 'line: 甲。/乙', 'heading: 乙'],
    ],
    [
      '== 甲\n== 乙\n{empty}1. 建成\nimage:a.png[image,width=5]\n<<<',
      ['heading: 甲', 'heading: 乙', 'line: 1. 建成'],
    ],
  ])('%j', (text, blocks) => expect(shown(text)).toEqual(blocks));

  it.each([
    ['一、总则\n=====\n二、任务\n=====', 'markdown'],
    ['| 序号 | 任务 |\n|---|---|\n| 1 | 甲 |', 'markdown'],
    ['{|\n一、总则', 'markdown'],
    ['|===\n|甲\n|===', 'asciidoc'],
    ['{|\n| 甲\n|}', 'mediawiki'],
  ])('%j is told', (text, dialect) => expect(dialectOf(text)).toBe(dialect));

  it('are no web page for the tags that stand in them', async () => {
    const spans = '<span lang="EN-US">甲</span>'.repeat(6);
    const wiki = `${spans}\n\n== 一、总则 ==\n\n== 二、任务 ==\n`;
    const name = 'a.txt';
    const format = async (text: string) =>
      (await readSource({ bytes: toUtf8(text), name }, { encoding: null })).format;
    expect(await format(wiki)).toBe('markdown');
    expect(await format(`${spans}<p>== 一、总则 ==</p>\n== 二\n== 三`)).toBe('html');
  });

  it.each([
    ['frames', '|===\n'],
    ['tables', '{|\n'],
    ['asterisks', '*甲 '],
    ['links', '[[甲|'],
    ['images', 'image:a['],
    ['apostrophes', "''' "],
    ['spans', '[.a]#甲'],
  ])('%s without end are read to the end', (_, piece) => {
    const text = `== 一 ==\n== 二 ==\n|===\n甲\n|===\n${piece.repeat(30_000)}\n市`;
    const { start, end } = read(text).blocks.at(-1)!.spans[0]!;
    expect(text.slice(start, end)).toBe('市');
  });
});
