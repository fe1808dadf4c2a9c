import { describe, expect, it } from 'vitest';
import { readTextSource } from '../../pipeline/read/index.js';
import { cellAt } from '../../pipeline/tables/grid.js';
import { toGbk } from './encode.js';

const read = (bytes: Uint8Array | string, name = 'tasks.csv') =>
  readTextSource({ bytes: Buffer.from(bytes), name }, { encoding: null });

/** Lines as they are, tables as their rows. */
function shown(document: ReturnType<typeof read>): unknown[] {
  const words = (spans: readonly { start: number; end: number }[]): string =>
    spans.map(({ start, end }) => document.source.text.slice(start, end)).join('/');
  return document.blocks.map(({ spans, table }) => {
    if (table === null) return words(spans);
    return Array.from({ length: table.rows }, (_, row) =>
      Array.from({ length: table.columns }, (_, column) =>
        words(cellAt(table, row, column)?.spans ?? []),
      ).join(' | '),
    );
  });
}

const TABLE = `某市2025年重点工作任务分解表,,,
序号,工作任务,牵头单位,完成时限
1,"改造老旧小区120个，
惠及居民",市住建局,2025年12月底前
2,新增停车位3000个,"市城管局,市公安局",2025年6月底前
`;
const ROWS = [
  '某市2025年重点工作任务分解表',
  [
    '序号 | 工作任务 | 牵头单位 | 完成时限',
    '1 | 改造老旧小区120个，\n惠及居民 | 市住建局 | 2025年12月底前',
    '2 | 新增停车位3000个 | 市城管局,市公安局 | 2025年6月底前',
  ],
];

describe('tables saved as CSV', () => {
  it('are lines and a table, with line breaks and commas inside cells', () => {
    const document = read(TABLE);
    expect(document.format).toBe('csv');
    expect(shown(document)).toEqual(ROWS);
    expect(document.warnings).toEqual([]);
  });

  it('are read in GB18030, which Excel saves in China, and with a byte order mark', () => {
    expect(shown(read(toGbk(TABLE)))).toEqual(ROWS);
    expect(shown(read(`\uFEFF${TABLE}`))).toEqual(ROWS);
  });

  it('are parted by what parts their head, whatever stands in a title above it and in the cells', () => {
    const bars = '某市工作任务表\n序号|任务,措施|责任单位\n1|建设"一网"平台;推广,应用|市数据局\n';
    expect(shown(read(bars))).toEqual([
      '某市工作任务表',
      ['序号 | 任务,措施 | 责任单位', '1 | 建设"一网"平台;推广,应用 | 市数据局'],
    ]);
  });

  it('are parted by tabs, semicolons or bars as well', () => {
    const tabs = '序号\t任务\t责任单位\n1\t建设平台，推广应用\t市数据局\n';
    expect(shown(read(tabs, 'tasks.tsv'))).toEqual([
      ['序号 | 任务 | 责任单位', '1 | 建设平台，推广应用 | 市数据局'],
    ]);
    for (const mark of [';', '|'])
      expect(shown(read(tabs.replaceAll('\t', mark)))).toEqual([
        ['序号 | 任务 | 责任单位', '1 | 建设平台，推广应用 | 市数据局'],
      ]);
  });

  it('have merged cells told back, with a warning', () => {
    const document = read('序号,任务,措施,责任单位\n1,建设平台,立项,市数据局\n,,验收,\n');
    expect(document.warnings.map(({ code }) => code)).toEqual(['merged_cells_inferred']);
    const { table } = document.blocks[0]!;
    expect(cellAt(table!, 2, 3)).toBe(cellAt(table!, 1, 3));
  });

  it('hold several tables, parted by an empty row or by another head of work alone', () => {
    const first = '序号,任务,牵头单位,完成时限\n1,建设公园5个,市园林局,2025年6月底前\n';
    const second = '序号,事项,牵头单位,配合单位\n1,改造管网,市水务局,市财政局\n';
    const tables = [
      ['序号 | 任务 | 牵头单位 | 完成时限', '1 | 建设公园5个 | 市园林局 | 2025年6月底前'],
      ['序号 | 事项 | 牵头单位 | 配合单位', '1 | 改造管网 | 市水务局 | 市财政局'],
    ];
    expect(shown(read(`${first}${second}`))).toEqual(tables);
    expect(shown(read(`${first},,,\n${second}`))).toEqual(tables);
    expect(shown(read(`${first}\n${second}`))).toEqual(tables);
    expect(shown(read(`${first}某市整改事项表,,,\n${second}`))).toEqual([
      tables[0],
      '某市整改事项表',
      tables[1],
    ]);
    expect(shown(read(`${first}\n序号,事项,责任单位\n1,改造管网,市水务局\n`))).toEqual([
      tables[0],
      ['序号 | 事项 | 责任单位', '1 | 改造管网 | 市水务局'],
    ]);
  });

  it('are one table where the same head stands again, or one row of it is empty', () => {
    const head = '序号,任务,牵头单位,完成时限\n';
    const rows = ['1,建设公园,市园林局,6月底前\n', '2,改造管网,市水务局,9月底前\n'];
    const table = [
      '序号 | 任务 | 牵头单位 | 完成时限',
      '1 | 建设公园 | 市园林局 | 6月底前',
      '2 | 改造管网 | 市水务局 | 9月底前',
    ];
    expect(shown(read(`${head}${rows[0]}${head}${rows[1]}`)).filter(Array.isArray)).toEqual([
      table,
    ]);
    expect(shown(read(`${head}${rows[0]},,,\n${rows[1]}`))).toEqual([table]);
    const two = '序号,任务,责任分工,,\n,,牵头单位,配合单位,完成时限\n';
    expect(shown(read(`${two}1,建设公园,市园林局,市财政局,6月底前\n`))).toHaveLength(1);
  });

  it('have the cells of a row with more of them than heads set apart, with a warning', () => {
    const text =
      '序号,任务,牵头单位,完成时限\n1,建公园5个,市园林局,市财政局,2026年6月\n2,改造管网,市水务局,2026年9月\n';
    const document = read(text);
    expect(shown(document)).toEqual([
      [
        '序号 | 任务 | 牵头单位 | 完成时限 | ',
        '1 | 建公园5个 |  |  | ',
        '2 | 改造管网 | 市水务局 | 2026年9月 | ',
      ],
      '市园林局\t市财政局\t2026年6月',
    ]);
    expect(
      document.warnings.map(({ code, at }) => [
        code,
        at && document.source.text.slice(at.start, at.end),
      ]),
    ).toEqual([['table_row_unclear', '市园林局\t市财政局\t2026年6月']]);
    const last = read(
      '牵头单位,任务,完成时限\n市水务局,改造管网,6月\n市园林局,市财政局,建公园,7月\n',
    );
    expect(shown(last)[1]).toBe('市园林局\t市财政局\t建公园\t7月');
  });

  it('may have a column without a head, where all rows are of one length', () => {
    const document = read('序号,任务,牵头单位,\n1,建公园5个,市园林局,续建\n');
    expect(shown(document)).toEqual([
      ['序号 | 任务 | 牵头单位 | ', '1 | 建公园5个 | 市园林局 | 续建'],
    ]);
    expect(document.warnings).toEqual([]);
  });

  it('without words are refused', () => {
    expect(() => read(',,\n,,\n')).toThrow(expect.objectContaining({ code: 'empty' }));
  });

  it('that are tables of documents are refused, with the command that reads them', () => {
    const thrown = () => read('标题,发布单位,内容\n通知,市数据局,第一条\n');
    expect(thrown).toThrow(expect.objectContaining({ code: 'unsupported_format' }));
    expect(thrown).toThrow(/--text-field/);
  });

  it('with a quotation mark that nothing closes are refused', () => {
    const open = '序号,任务,责任单位\n1,"建设平台,市数据局\n';
    expect(() => read(open)).toThrow(expect.objectContaining({ code: 'damaged' }));
  });
});
