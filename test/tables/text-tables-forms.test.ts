import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTextTables } from '../../pipeline/tables/typed/index.js';
import { read, tablesOf } from './text-tables-input.js';

describe('tables typed one cell a line', () => {
  const lines = (...cells: string[]): string => `${cells.map((cell) => `\t${cell}`).join('\n')}\n`;
  const text = [
    '“有感服务、无感监管”指标体系\n',
    lines('序号', '重点任务', '指标名称', '2025年', '2026年', '2027年', '牵头部门'),
    lines('', '', '', '目标值', '目标值', '目标值', ''),
    lines('1', '有感服务', '高效办成“一件事”', '17', '-', '-', '市政务服务局'),
    lines('2', '', '“企业码”集成应用场景（个）', '40', '50', '60', '市市场监管局'),
    lines('3', '无感监管', '掌上执法率（%）', '95', '96', '97', '市市场监管局'),
    '附注在后。\n',
  ].join('\n');

  it('reads rows between empty lines, empty cells and all', () => {
    const [table] = tablesOf(text);
    expect(table!.map((row) => row.slice(0, 4))).toEqual([
      ['序号', '重点任务', '指标名称', '2025年'],
      ['序号', '重点任务', '指标名称', '目标值'],
      ['1', '有感服务', '高效办成“一件事”', '17'],
      ['2', '有感服务', '“企业码”集成应用场景（个）', '40'],
      ['3', '无感监管', '掌上执法率（%）', '95'],
    ]);
    const table2 = findTextTables(read(text)).blocks[1]!.table!;
    expect(table2).toMatchObject({ basis: 'one_cell_a_line', header_rows: 2 });
  });

  it('keeps what stands before and after', () => {
    const kinds = findTextTables(read(text)).blocks.map((block) => block.kind);
    expect(kinds).toEqual(['line', 'table', 'line']);
  });

  it('takes a second line of a cell with it', () => {
    const broken = text.replace('\t市市场监管局\n\n\t3', '\t市市场\n监管局\n\n\t3');
    expect(broken).not.toBe(text);
    const second = text.replace('\t“企业码”集成', '\t“企业码”\n集成');
    expect(tablesOf(second)[0]![3]![2]).toBe('“企业码”集成应用场景（个）');
  });
});

describe('tables of Markdown', () => {
  const text = `
# 附件

| 序号 | 主要任务 | 责任单位 |
|:---:|------|---|
| 1 | **优化**服务 | 市税务局 |
| 2 | 压缩 a\\|b 时限 | |

结尾。
`;

  it('reads pipes, leaves markers out', () => {
    expect(tablesOf(text)).toEqual([
      [
        ['序号', '主要任务', '责任单位'],
        ['1', '优化服务', '市税务局'],
        ['2', expect.stringContaining('时限'), ''],
      ],
    ]);
    const { blocks } = findTextTables(read(text));
    expect(blocks.map((block) => block.kind)).toEqual(['heading', 'table', 'line']);
    expect(blocks[1]!.table!.basis).toBe('markup');
  });

  it('leaves a line with a pipe alone', () => {
    const document = read('甲|乙\n这是正文。\n');
    expect(findTextTables(document).blocks).toEqual(document.blocks);
  });
});

describe('tables of bars and commas', () => {
  const rows = [
    ['序号', '工作任务', '责任单位'],
    ['1', '新建充电桩200个', '县发改局'],
    ['2', '改造老旧小区12个', '县住建局'],
  ];
  it.each([
    ['bars without a frame', rows.map((row) => row.join(' | '))],
    ['bars with one at the end', rows.map((row) => `${row.join(' | ')} |`)],
    ['box bars', rows.map((row) => `│${row.join('│')}│`)],
    ['full-width bars', rows.map((row) => `｜${row.join('｜')}｜`)],
    ['commas', rows.map((row) => row.join(','))],
  ])('reads %s', (_, lines) => {
    expect(tablesOf(`任务分解表\n\n${lines.join('\n')}\n\n结尾。\n`)).toEqual([rows]);
  });

  it('leaves lines that no head of columns opens', () => {
    const document = read('甲,乙,丙\n1,2,3\n4,5,6\n\n甲 | 乙 | 丙\n丁 | 戊 | 己\n');
    expect(findTextTables(document).blocks).toEqual(document.blocks);
  });
});

describe('findTextTables of any text', () => {
  const line = fc.array(
    fc.constantFrom('\t', '|', '序号', '1', '2', '任务', '市税务局', '-', '。', ' ', '一、'),
    {
      maxLength: 9,
    },
  );

  it('loses no words and stands in order', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 25 }), (lines) => {
        const text = `正文\n${lines.map((parts) => parts.join('')).join('\n')}\n`;
        const document = read(text);
        const { blocks } = findTextTables(document);
        const covered = new Set<number>();
        for (const block of blocks) {
          for (const { start, end } of block.spans)
            for (let at = start; at < end; at++) covered.add(at);
        }
        for (const block of document.blocks) {
          for (const { start, end } of block.spans) {
            const isWord = (at: number): boolean => !/[\s|:-]/.test(document.source.text[at]!);
            for (let at = start; at < end; at++) if (isWord(at)) expect(covered.has(at)).toBe(true);
          }
        }
        for (const { table } of blocks) {
          for (const cell of table?.cells ?? []) {
            expect(cell.spans.length).toBeGreaterThan(0);
            expect(cell.row + cell.row_span).toBeLessThanOrEqual(table!.rows);
            expect(cell.column + cell.column_span).toBeLessThanOrEqual(table!.columns);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
