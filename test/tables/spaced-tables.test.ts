import { describe, expect, it } from 'vitest';
import { findFlattenedTables } from '../../pipeline/tables/flattened/index.js';
import { read, tablesOf } from './text-tables-input.js';

/** A page as `pdftotext -layout` prints it: cells in the middle of their rows, heads over two lines. */
const PAGE = [
  '序                                              责任',
  '    重点任务        主要举措                                     时限',
  '号                                              单位',
  '              1.推进数据归集，建成全市统一的',
  '    数据共享      数据共享平台。                  市大数据局',
  '1                                                       2025年6月底',
  '    提升行动      2.推进证照应用，接入各部门系     市公安局',
  '              统。',
  '    审批流程      推行企业开办一件事，压减环节、',
  '2                                         市民政局      2025年底',
  '    优化        时间和材料。',
];

describe('tables whose columns are made by spaces', () => {
  it('have cells of several lines in the middle of their rows, and heads over two', () => {
    expect(tablesOf(PAGE.join('\n'))).toEqual([
      [
        ['序号', '重点任务', '主要举措', '责任单位', '时限'],
        [
          '1',
          '数据共享提升行动',
          '1.推进数据归集，建成全市统一的数据共享平台。2.推进证照应用，接入各部门系统。',
          '市大数据局市公安局',
          '2025年6月底',
        ],
        ['2', '审批流程优化', '推行企业开办一件事，压减环节、时间和材料。', '市民政局', '2025年底'],
      ],
    ]);
  });

  it('go on over pages that repeat the head, and end where words run over all columns', () => {
    const next = PAGE.slice(0, 3).concat(
      '3   加强宣传        开展宣传活动。                    市司法局      长期',
    );
    const below = [
      '以上任务由各责任单位按照职责分工抓好落实，市政府督查室定期通报进展情况和存在的问题。',
      '各县区要结合实际制定本地区的工作方案，于每季度末向市政府办公室报送工作进展情况和数据。',
    ];
    const [table] = tablesOf([...PAGE, '— 1 —', ...next, ...below].join('\n'));
    expect(table?.map((row) => row[0])).toEqual(['序号', '1', '2', '3']);
    expect(table?.at(-1)?.[2]).toBe('开展宣传活动。');
  });

  it('are none where no heads stand above', () => {
    expect(
      tablesOf(['甲方    乙方    丙方', '张三    李四    王五', '赵六    钱七    孙八'].join('\n')),
    ).toEqual([]);
  });
});

it('reads nothing of a table whose columns a tool mixed line by line, and says where it stands', () => {
  const rows = [1, 2, 3, 4].flatMap((row) => [
    String(row),
    '推进归集 3.开展清理，建立台账。',
    '2.完善机制，明确责任。',
    '2025年',
    '市公安局',
  ]);
  const text = ['序号', '重点任务', '主要举措', '完成时限', '责任单位', ...rows].join('\n');
  const found = findFlattenedTables(read(text));
  expect(found.blocks.every(({ kind }) => kind === 'furniture')).toBe(true);
  expect(found.warnings.map(({ code }) => code)).toEqual(['table_order_lost']);
});
